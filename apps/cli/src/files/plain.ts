/**
 * What is used of a folder that may be a stranger's: regular files and folders. A symbolic link, a device or a pipe is refused
 * by name, and no read takes more than it was told to.
 */
import { constants } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../errors/usage-error.js';

/** The parts of `Stats` and `Dirent` that say what an entry is. */
interface Kind {
  isFile(): boolean;
  isDirectory(): boolean;
  isSymbolicLink(): boolean;
}

// Windows has neither, and no links that `open` would follow without being asked
const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;

/**
 * Names of the entries of a folder, in no order.
 * @throws UsageError where one of them is neither a file nor a folder.
 */
export async function plainEntries(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  for (const entry of entries) {
    if (!entry.isFile() && !entry.isDirectory()) throw notPlain(join(folder, entry.name), entry);
  }
  return entries.map(({ name }) => name);
}

/**
 * Opens `folder/name` to be read; null where there is none. Whoever opens it closes it.
 * @throws UsageError where it is no regular file; the error of the operating system.
 */
export async function openPlain(folder: string, name: string): Promise<FileHandle | null> {
  const file = join(folder, name);
  const kind = await kindOf(file);
  if (kind === null) return null;
  if (!kind.isFile()) throw notPlain(file, kind);
  // whatever takes its place meanwhile is neither followed nor waited for
  const handle = await open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  const opened = await handle.stat();
  if (opened.isFile()) return handle;
  await handle.close();
  throw notPlain(file, opened);
}

/**
 * The bytes of `folder/name`; null where there is none.
 * @param most bytes
 * @throws UsageError where it is no regular file, or longer; the error of the operating system.
 */
export async function readPlain(folder: string, name: string, most: number): Promise<Buffer | null> {
  const handle = await openPlain(folder, name);
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    if (size > most) {
      throw new UsageError(`"${join(folder, name)}" has ${size} bytes, more than such a file of trilogue ever has.`);
    }
    const bytes = Buffer.alloc(size);
    let length = 0;
    while (length < size) {
      const { bytesRead } = await handle.read(bytes, length, size - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await handle.close();
  }
}

/**
 * Makes a folder inside another one; one that is there already is as good.
 * @throws UsageError where something else is in its place, such as a link to a folder.
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
  return folder;
}

/** @throws UsageError where a link, a folder or a device has the name of a file that is to be written. */
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

function notPlain(file: string, kind: Kind, expected: 'file' | 'folder' = 'file'): UsageError {
  const found = kind.isSymbolicLink()
    ? 'a symbolic link'
    : kind.isDirectory()
      ? 'a folder'
      : kind.isFile()
        ? 'a file'
        : 'a device, a pipe or a socket';
  return new UsageError(
    `"${file}" is ${found}, where a ${expected} is expected. Take it away, or choose another folder.`,
  );
}
