/**
 * What is used of a folder that may be a stranger's: regular files and folders. A symbolic link, a device or a pipe is refused
 * by name, and no read takes more than it was told to.
 */
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ResultError } from '../errors.js';
import { removeLeftovers } from './temporary.js';

/** The parts of `Stats` and `Dirent` that say what an entry is. */
interface Kind {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

/** A mark of byte order stays, so that the text has the same hash as the file. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
// Windows has neither, and no links that `open` would follow without being asked
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * Names of a folder's entries, in no order; none where there is no folder.
 * @throws ResultError where it is no folder, may not be read, or has an entry that is a link or the like; the error of the operating
 * system.
 */
export async function entriesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    const { code, message } = error;
    if (code === 'ENOENT') return [];
    if (code === 'ENOTDIR') {
      throw new ResultError(`cannot use "${folder}": it, or a part of its path, is a file, not a folder.`);
    }
    throw code === 'EACCES' ? new ResultError(`cannot read "${folder}": ${message}.`) : error;
  });
  for (const entry of entries) {
    if (!entry.isFile() && !entry.isDirectory()) throw notPlain(join(folder, entry.name), entry);
  }
  return entries.map(({ name }) => name);
}

/**
 * Opens `folder/name`, which is closed again when `use` is done; null where there is none.
 * @throws ResultError where it is no regular file; the error of the operating system.
 */
async function withPlain<T>(folder: string, name: string, use: (file: FileHandle) => Promise<T>): Promise<T | null> {
  const file = join(folder, name);
  const kind = await kindOf(file);
  if (kind === null) return null;
  if (!kind.isFile()) throw notPlain(file, kind);
  // whatever takes its place meanwhile is neither followed nor waited for
  const handle = await open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  try {
    const opened = await handle.stat();
    if (!opened.isFile()) throw notPlain(file, opened);
    return await use(handle);
  } finally {
    await handle.close();
  }
}

/**
 * The bytes of `folder/name`; null where there is none.
 * @param most bytes
 * @throws ResultError where it is no regular file, or longer; the error of the operating system.
 */
export async function readPlain(folder: string, name: string, most: number): Promise<Uint8Array | null> {
  return withPlain(folder, name, async (file) => {
    const { size } = await file.stat();
    if (size <= most) return readStart(file, size);
    throw new ResultError(`"${join(folder, name)}" has ${size} bytes, more than such a file of trilogue ever has.`);
  });
}

/** The same as text in UTF-8. */
export async function readPlainText(folder: string, name: string, most: number): Promise<string | null> {
  const bytes = await readPlain(folder, name, most);
  return bytes && utf8.decode(bytes);
}

/** The first bytes of `folder/name`, however long it is, as text; null where there is none. @throws as `readPlain` does. */
export async function readPlainHead(folder: string, name: string, bytes: number): Promise<string | null> {
  return withPlain(folder, name, async (file) => utf8.decode(await readStart(file, bytes)));
}

/** SHA-256 of the content of `folder/name`; null where there is none. @throws as `readPlain` does. */
export async function hashOfFile(folder: string, name: string): Promise<string | null> {
  return withPlain(folder, name, async (file) => {
    const hash = createHash('sha256');
    for await (const piece of file.createReadStream({ autoClose: false })) hash.update(piece as Buffer);
    return hash.digest('hex');
  });
}

async function readStart(file: FileHandle, size: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await file.read(bytes, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/**
 * Makes a folder inside another one, without what killed processes have left there; one that is there already is as good.
 * @throws ResultError where something else is in its place, such as a link to a folder.
 */
export async function makePlainFolder(parent: string, name: string): Promise<string> {
  const folder = join(parent, name);
  try {
    await mkdir(folder);
    await syncFolder(parent);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const kind = await lstat(folder);
    if (!kind.isDirectory()) throw notPlain(folder, kind, 'folder');
  }
  await removeLeftovers(folder);
  return folder;
}

/** @throws ResultError where a link, a folder or a device has the name of a file that is to be written. */
export async function checkReplaceable(file: string): Promise<void> {
  const kind = await kindOf(file);
  if (kind !== null && !kind.isFile()) throw notPlain(file, kind);
}

/** Puts the names of a folder on the disk, where the system has a way to. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders, and writes names through
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r').catch((error: NodeJS.ErrnoException) => {
    // where names may be added but not be listed
    if (error.code === 'EACCES') return null;
    throw error;
  });
  try {
    await handle?.sync();
  } finally {
    await handle?.close();
  }
}

async function kindOf(file: string): Promise<Kind | null> {
  try {
    return await lstat(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function notPlain(file: string, kind: Kind, expected: 'file' | 'folder' = 'file'): ResultError {
  const found = kind.isSymbolicLink()
    ? 'a symbolic link'
    : kind.isDirectory()
      ? 'a folder'
      : kind.isFile()
        ? 'a file'
        : 'a device, a pipe or a socket';
  return new ResultError(
    `"${file}" is ${found}, where a ${expected} is expected. Take it away, or choose another folder.`,
  );
}
