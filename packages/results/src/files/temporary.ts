/**
 * Names of files that are being written. Nobody can guess them, so that nothing can be put in their place; and they say who
 * writes, so that what a killed process has left is told from what another one is writing at this moment.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

const form = /^\.trilogue-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{32}\.tmp$/;

/** The name of a file that this process writes. */
export function temporaryName(): string {
  return `.trilogue-${place()}-${process.pid}-${randomBytes(16).toString('hex')}.tmp`;
}

/** Takes away what processes that ran here and are gone were writing. */
export async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, where, pid] = form.exec(name) ?? [];
    if (where === place() && !isRunning(Number(pid))) await rm(join(folder, name), { force: true });
  }
}

/** Of this machine, or container, where a process number means one process. */
function place(): string {
  return createHash('sha256').update(`${hostname()} ${processNumbers()}`).digest('hex').slice(0, 8);
}

/** Whether a process with this number runs on this machine. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Where process numbers mean what they say: another one in another container. Null where the system does not say. */
export function processNumbers(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return null;
  }
}
