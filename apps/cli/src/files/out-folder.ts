/**
 * The folder of `--out`: made where it is missing, and proved writable before anything is computed.
 */
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Failed } from '../errors/failed.js';
import { isMachineError, isSystemError } from '../errors/report.js';
import { UsageError } from '../errors/usage-error.js';
import { checkReplaceable, syncFolder } from './plain.js';
import { proveWritable } from './write-whole.js';

/**
 * @param names of files that will be written there
 * @throws UsageError where the folder cannot be made or not be written to, or a link stands in the place of such a file; Failed where
 * the machine has no room for it.
 */
export async function prepareOut(folder: string, names: readonly string[] = []): Promise<void> {
  const unread = [folder, ...names.map((name) => join(folder, name))].find((path) => path.includes('\ufffd'));
  if (unread !== undefined) {
    throw new UsageError(
      `--out "${unread}" is not text in UTF-8, so that another place would be written to. Choose another name.`,
    );
  }
  try {
    await makeFolder(folder);
    await proveWritable(folder);
    for (const name of names) await checkReplaceable(join(folder, name));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const words = `cannot write to --out "${folder}": ${reason(error)}.`;
    throw isMachineError(error) ? new Failed(words) : new UsageError(words);
  }
}

/** Folder by folder: Node's own recursive mkdir never ends below /proc, where it is told that nothing exists. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await makeOne(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await makeOne(folder);
  }
}

/** A folder that is there already, perhaps since another process made it at this moment, is as good. */
async function makeOne(folder: string): Promise<void> {
  try {
    await mkdir(folder);
    await syncFolder(dirname(folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !(await stat(folder)).isDirectory()) throw error;
  }
}

function reason({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'EEXIST':
      return 'it is a file, and a folder is needed';
    case 'ENOTDIR':
      return 'a part of the path is a file, not a folder';
    case 'ENOENT':
      return 'no folder can be made there';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'writing there is not permitted';
    default:
      return message;
  }
}
