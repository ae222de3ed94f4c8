import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../src/files/write-whole.js';

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
    expect(readdirSync(folder)).toEqual(['file']);
  });
});
