/**
 * Files written whole or not at all: beside their place first, then moved there, and on the disk before anybody is told. Every file
 * that a command writes comes through here.
 *
 * The folder may be a stranger's. The file beside has a name that nobody can guess and is made anew (O_EXCL), so that no link is
 * followed; a link that has the name of the file itself is refused.
 */
import { constants } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { checkReplaceable, syncFolder } from './plain.js';
import { temporaryName } from './temporary.js';

/** A file that is being written in pieces. */
export interface PieceWriter {
  write(piece: string | Uint8Array): Promise<void>;
}

const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW = 0 } = constants;

/**
 * Writes `folder/name`. Whoever reads it meanwhile, or after a crash, finds the old content or the new one.
 * @throws ResultError where a link, a folder or a device has that name; the error of the operating system.
 */
export async function writeWhole(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  await writeInPieces(folder, name, (file) => file.write(content));
}

/** The same for content that is never in memory as a whole. */
export async function writeInPieces(
  folder: string,
  name: string,
  fill: (file: PieceWriter) => Promise<void>,
): Promise<void> {
  const file = join(folder, name);
  await checkReplaceable(file);
  await make(folder, temporaryName(), fill, (made) => rename(made, file));
}

/**
 * Writes a file that must not be there yet.
 * @throws the error of the operating system, EEXIST where there is something with that name.
 */
export async function writeNew(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  await make(folder, name, (file) => file.write(content));
}

/** Makes a file and takes it away again. @throws the error of the operating system where that cannot be. */
export async function proveWritable(folder: string): Promise<void> {
  const name = temporaryName();
  await make(folder, name, async () => {});
  await rm(join(folder, name));
}

/** A file that was not there, filled, on the disk and closed; none where that fails. */
async function make(
  folder: string,
  name: string,
  fill: (file: PieceWriter) => Promise<void>,
  finish: (made: string) => Promise<void> = async () => {},
): Promise<void> {
  const made = join(folder, name);
  const handle = await open(made, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o666);
  try {
    try {
      await fill({ write: (piece) => handle.writeFile(piece) });
      await handle.sync();
    } finally {
      await handle.close();
    }
    await finish(made);
    await syncFolder(folder);
  } catch (error) {
    await rm(made, { force: true }).catch(() => {});
    throw error;
  }
}

/**
 * Makes a folder where it is missing, and proves that it can be written to.
 *
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
