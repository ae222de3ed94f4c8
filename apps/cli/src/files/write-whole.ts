/**
 * Files written whole or not at all: beside their place first, then moved there.
 */
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Writes `folder/name`. Whoever reads it meanwhile, or after a crash, finds the old content or the new one.
 * @throws the error of the operating system.
 */
export async function writeWhole(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  const beside = join(folder, `.${name}.tmp`);
  try {
    const handle = await open(beside, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(beside, join(folder, name));
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw error;
  }
}
