/**
 * Files written whole or not at all: beside their place first, then moved there, and on the disk before anybody is told.
 */
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that is being written in pieces. */
export interface PieceWriter {
  write(piece: string | Uint8Array): Promise<void>;
}

/**
 * Writes `folder/name`. Whoever reads it meanwhile, or after a crash, finds the old content or the new one.
 * @throws the error of the operating system.
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
  const beside = join(folder, `.${name}.tmp`);
  try {
    const handle = await open(beside, 'w');
    try {
      await fill({ write: (piece) => handle.writeFile(piece) });
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, join(folder, name));
    await syncFolder(folder);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw error;
  }
}

/** Puts the names of a folder on the disk, where the system has a way to. */
async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders, and writes names through
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
