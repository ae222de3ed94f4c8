import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeLeftovers, temporaryName } from '../../src/files/temporary.js';
import { proveWritable, writeInPieces, writeNew, writeWhole } from '../../src/files/write-whole.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trilogue-files-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a file written whole', () => {
  it('replaces the old one and leaves nothing beside it', async () => {
    await writeWhole(folder, 'a.txt', 'long old content');
    await writeWhole(folder, 'a.txt', new Uint8Array([110, 101, 119]));
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('fails with the error of the system and leaves nothing behind', async () => {
    await writeWhole(folder, 'file', '');
    await expect(writeWhole(join(folder, 'file'), 'a.txt', 'x')).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(
      writeInPieces(folder, 'half', async (file) => {
        await file.write('half');
        throw new Error('the other half');
      }),
    ).rejects.toThrow('the other half');
    expect(readdirSync(folder)).toEqual(['file']);
  });

  it('is written beside its place under a name that is another one each time and was not there', async () => {
    const seen: string[] = [];
    for (let i = 0; i < 3; i++) {
      await writeInPieces(folder, 'a.txt', async () => {
        seen.push(...readdirSync(folder).filter((name) => name !== 'a.txt'));
      });
    }
    expect(new Set(seen).size).toBe(3);
    for (const name of seen) expect(name).toMatch(/^\.trilogue-[0-9a-f]{8}-\d+-[0-9a-f]{32}\.tmp$/);
  });

  it('is the old one or none for a link, a folder, or anything else that has its name', async () => {
    const victim = join(folder, 'victim');
    writeFileSync(victim, 'untouched');
    symlinkSync(victim, join(folder, 'link'));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'dangling'));
    mkdirSync(join(folder, 'folder'));
    await expect(writeWhole(folder, 'link', 'x')).rejects.toThrow(/link" is a symbolic link, where a file is expected/);
    await expect(writeWhole(folder, 'dangling', 'x')).rejects.toThrow(/dangling" is a symbolic link/);
    await expect(writeWhole(folder, 'folder', 'x')).rejects.toThrow(/folder" is a folder/);
    for (const name of ['link', 'dangling', 'folder', 'victim']) {
      await expect(writeNew(folder, name, 'x')).rejects.toMatchObject({ code: 'EEXIST' });
    }
    expect(readFileSync(victim, 'utf8')).toBe('untouched');
    expect(readdirSync(folder).sort()).toEqual(['dangling', 'folder', 'link', 'victim']);
  });

  it('is made anew where it must not be there yet', async () => {
    await writeNew(folder, 'new', 'x');
    expect(readFileSync(join(folder, 'new'), 'utf8')).toBe('x');
    await proveWritable(folder);
    expect(readdirSync(folder)).toEqual(['new']);
  });
});

describe('what a killed process was writing', () => {
  const of = (pid: number) => temporaryName().replace(`-${process.pid}-`, `-${pid}-`);

  it('is taken away, and what another one is writing is left alone', async () => {
    // no process has this number: it is above the largest that Linux gives
    const [dead, alive, parent] = [of(2 ** 22 + 1), temporaryName(), of(process.ppid)];
    const elsewhere = dead.replace(/^\.trilogue-[0-9a-f]{8}/, '.trilogue-00000000');
    const others = [`.${randomUUID()}.tmp`, '.manifest.json.tmp', 'a.txt'];
    for (const name of [dead, alive, parent, elsewhere, ...others]) writeFileSync(join(folder, name), '');
    await removeLeftovers(folder);
    expect(readdirSync(folder).sort()).toEqual([alive, parent, elsewhere, ...others].sort());
  });
});
