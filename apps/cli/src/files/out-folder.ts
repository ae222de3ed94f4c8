/**
 * The folder of `--out`: made where it is missing, and proved writable before anything is computed.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isSystemError } from '../errors/report.js';
import { UsageError } from '../errors/usage-error.js';
import { writeWhole } from './write-whole.js';

/** @throws UsageError where the folder cannot be made or not be written to. */
export async function prepareOut(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await writeWhole(folder, '.trilogue-probe', '');
    await rm(join(folder, '.trilogue-probe'));
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`cannot write to --out "${folder}": ${reason(error)}.`);
  }
}

function reason({ code, message }: NodeJS.ErrnoException): string {
  switch (code) {
    case 'EEXIST':
      return 'it is a file, and a folder is needed';
    case 'ENOTDIR':
      return 'a part of the path is a file, not a folder';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'writing there is not permitted';
    default:
      return message;
  }
}
