/** The folder of `--out`, ready to be written to before anything is computed. */
import { join } from 'node:path';
import { Failed, UsageError } from '../errors/kinds.js';
import { isMachineError, isSystemError } from '../errors/report.js';

/**
 * @param names of files that will be written there
 * @throws UsageError where the folder cannot be made or not be written to, ResultError where a link stands in the place of such a file; Failed where
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
    const { prepareFolder } = await import('@trilogue/results');
    await prepareFolder(folder, names);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const words = `cannot write to --out "${folder}": ${reason(error)}.`;
    throw isMachineError(error) ? new Failed(words) : new UsageError(words);
  }
}

export interface Picture {
  /** Without its ending. */
  readonly name: string;
  readonly svg: string;
  readonly png: Uint8Array;
}

export async function writePictures(folder: string, pictures: readonly Picture[]): Promise<void> {
  const { writeWhole } = await import('@trilogue/results');
  for (const { name, svg, png } of pictures) {
    await writeWhole(folder, `${name}.svg`, svg);
    await writeWhole(folder, `${name}.png`, png);
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
