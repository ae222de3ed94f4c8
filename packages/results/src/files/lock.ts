/**
 * One process at a time in a folder: a file that names its holder. The lock of a process that has ended does not count.
 *
 * Every process puts down a file of its own and only then looks whether there is another's, so that of two at least one
 * sees the other. What was left by a process that died on this machine is taken away.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ResultError } from '../errors.js';
import { entriesOf, readPlainText } from './plain.js';
import { isRunning, processNumbers, removeLeftovers } from './temporary.js';
import { writeWhole } from './write-whole.js';

/** Who holds a folder. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process began, as text for people. */
  readonly since: string;
  /** The same as the system counts it, which no other process with that number has; null where it does not say. */
  readonly start: string | null;
  /** Of the running system: another one after a restart. Null where it does not say. */
  readonly boot: string | null;
  /** Where process numbers mean what they say: another one in another container. Null where it does not say. */
  readonly numbers: string | null;
}

export interface Lock {
  release(): Promise<void>;
}

const prefix = 'lock-';
/** A lock is some hundred bytes. */
const mostBytes = 10_000;
/** Two processes that came at the same moment both step back, and come again at different ones. */
const attempts = 4;

/** Locks a folder. @throws ResultError naming the holder where another process has the folder, or may have it. */
export async function lockFolder(folder: string): Promise<Lock> {
  for (let attempt = 1; ; attempt++) {
    const name = `${prefix}${randomUUID()}.json`;
    const release = () => rm(join(folder, name), { force: true });
    await writeWhole(folder, name, `${JSON.stringify(self(), null, 2)}\n`);
    const other = await otherHolder(folder, name).catch(async (error) => {
      await release();
      throw error;
    });
    if (other === null) {
      await removeLeftovers(folder);
      return { release };
    }
    await release();
    if (attempt === attempts) throw new ResultError(refusal(folder, other));
    await pause(20 + 200 * Math.random());
  }
}

interface Other {
  readonly file: string;
  /** Null where the file cannot be read. */
  readonly holder: Holder | null;
}

/** The lock of another process; locks of processes that have ended are removed. */
async function otherHolder(folder: string, own: string): Promise<Other | null> {
  let found: Other | null = null;
  for (const name of await entriesOf(folder)) {
    if (!name.startsWith(prefix) || !name.endsWith('.json') || name === own) continue;
    const file = join(folder, name);
    const holder = await readHolder(folder, name);
    // it was there a moment ago: its holder has released it
    if (holder === undefined) continue;
    if (holder !== null && isGone(holder)) await rm(file, { force: true });
    else found ??= { file, holder };
  }
  return found;
}

async function readHolder(folder: string, name: string): Promise<Holder | null | undefined> {
  const text = await readPlainText(folder, name, mostBytes);
  if (text === null) return undefined;
  try {
    const found = JSON.parse(text) as Holder;
    return Number.isInteger(found.pid) && typeof found.host === 'string' ? found : null;
  } catch {
    return null;
  }
}

/** Whether a holder is surely dead. Of another machine or container nobody can say so from here. */
function isGone(holder: Holder): boolean {
  const here = self();
  if (holder.host !== here.host) return false;
  if (holder.boot !== here.boot) return holder.boot !== null && here.boot !== null;
  if (holder.numbers !== here.numbers) return false;
  if (!isRunning(holder.pid)) return true;
  const start = startOf(holder.pid);
  return holder.start !== null && start !== null && start !== holder.start;
}

function self(): Holder {
  return {
    pid: process.pid,
    host: hostname(),
    since: new Date(performance.timeOrigin).toISOString(),
    start: startOf(process.pid),
    boot: said(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    numbers: processNumbers(),
  };
}

/** When a process began, in the system's ticks; null where the system does not say, or it has ended and was not yet reaped. */
function startOf(pid: number): string | null {
  // the name of the program, in parentheses, may hold anything
  const fields = said(() =>
    readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' '),
  );
  return fields === null ? null : fields[0] === 'Z' ? 'ended' : (fields[19] ?? null);
}

function said<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function refusal(folder: string, { file, holder }: Other): string {
  if (holder === null) {
    return `"${folder}" is locked by ${file}, which says nothing readable. If no other trilogue works there, delete that file.`;
  }
  const { pid, host, since } = holder;
  return [
    `"${folder}" is in use by another trilogue: process ${pid} on ${host}, running since ${since}.`,
    `Wait for it, or choose another folder. If that process is surely gone, delete ${file}.`,
  ].join('\n');
}
