/** A folder for results: made where it is missing, and proved writable before anything is computed. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkReplaceable, syncFolder } from './plain.js';
import { proveWritable } from './write-whole.js';

/**
 * @param names of files that will be written there
 * @throws ResultError where a link, a folder or a device stands in the place of such a file; the error of the operating system.
 */
export async function prepareFolder(folder: string, names: readonly string[] = []): Promise<void> {
  await makeFolder(folder);
  await proveWritable(folder);
  for (const name of names) await checkReplaceable(join(folder, name));
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
