/** Only one process at a time, and never one that is dead. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/files/lock.js';
import { scratch } from '../scratch.js';

const folder = scratch();
const locks = () => readdirSync(folder).filter((name) => name.startsWith('lock-'));
const own = async () => {
  const lock = await lockFolder(folder);
  const holder = JSON.parse(readFileSync(join(folder, locks()[0]!), 'utf8'));
  await lock.release();
  return holder;
};
const put = (holder: unknown) =>
  writeFileSync(join(folder, 'lock-x.json'), typeof holder === 'string' ? holder : JSON.stringify(holder));
const clear = () => writeFileSync(join(folder, 'lock-x.json'), JSON.stringify({ pid: dead(), host: hostname() }));
/** The number of a process that has ended. */
const dead = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('the lock of a folder', () => {
  it('is refused while it is held, with the holder, and free afterwards', async () => {
    const lock = await lockFolder(folder);
    const refused = lockFolder(folder);
    await expect(refused).rejects.toThrow(`is in use by another trilogue: process ${process.pid} on ${hostname()}`);
    await expect(refused).rejects.toThrow(locks()[0]!);
    expect(locks()).toHaveLength(1);
    await lock.release();
    expect(locks()).toEqual([]);
    await (await lockFolder(folder)).release();
  });

  it('is given to one of many at most', async () => {
    let held = 0;
    const many = Array.from({ length: 8 }, async () => {
      const lock = await lockFolder(folder).catch(() => null);
      if (lock === null) return 0;
      expect(++held).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      held--;
      await lock.release();
      return 1;
    });
    await Promise.all(many);
    expect(locks()).toEqual([]);
  });

  it('is taken from a process that is dead, was another one, or ran before a restart', async () => {
    const self = await own();
    const gone = [
      { ...self, pid: dead() },
      ...(self.start === null ? [] : [{ ...self, start: '1' }]),
      ...(self.boot === null ? [] : [{ ...self, boot: 'another' }]),
    ];
    for (const holder of gone) {
      put(holder);
      const lock = await lockFolder(folder);
      expect(locks()).not.toContain('lock-x.json');
      await lock.release();
    }
  });

  it('is left to those who cannot be judged: other machines, other containers, files that say nothing', async () => {
    const self = await own();
    put({ ...self, pid: dead(), host: 'elsewhere' });
    await expect(lockFolder(folder)).rejects.toThrow('on elsewhere');
    put({ ...self, pid: dead(), numbers: 'pid:[1]' });
    await expect(lockFolder(folder)).rejects.toThrow(`on ${hostname()}`);
    put('{');
    await expect(lockFolder(folder)).rejects.toThrow('says nothing readable');
    expect(locks()).toEqual(['lock-x.json']);
    clear();
  });
});
