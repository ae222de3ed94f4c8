/** Parts made elsewhere become the bytes of one run, or are refused with what is wrong. */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { WantedSweep } from '../../src/sweep/folder.js';
import { runMerge } from '../../src/sweep/merge.js';
import { scratch } from '../trilogue.js';
import { listener, resultOf, run, wanted } from './in-process.js';

const folder = scratch();
const of = 3;
const within: Partial<WantedSweep> = { tolerance: 0.04, paths: null, dt: null, x: { ...wanted.x, count: 13 } };
const parts = (name: string) => Array.from({ length: of }, (_, i) => join(folder, `${name}-${i + 1}`));
const merge = (folders: string[], out: string) => runMerge(folders, join(folder, out), listener());

async function make(name: string, change: Partial<WantedSweep>): Promise<void> {
  for (const [i, out] of parts(name).entries()) await run(out, change, { index: i + 1, of });
  await run(join(folder, `${name}-whole`), change);
}

/** A copy of the second part, to be spoilt. */
function copy(name: string): string {
  const out = join(folder, name);
  cpSync(parts('within')[1]!, out, { recursive: true });
  return out;
}

const chunk = (out: string) =>
  join(out, 'records', readdirSync(join(out, 'records')).find((name) => /^\d/.test(name))!);

describe('merge', { timeout: 300_000 }, () => {
  beforeAll(() => make('within', within));

  it('joins parts within a tolerance, in any order, to the bytes of one run', async () => {
    const { reused } = await merge(parts('within').reverse(), 'merged');
    expect(reused).toBe(false);
    expect(resultOf(join(folder, 'merged'))).toEqual(resultOf(join(folder, 'within-whole')));
    // and the result is a sweep like any other
    expect(await run(join(folder, 'merged'), within)).toMatchObject({ reused: true, warnings: [] });
    await merge(parts('within'), 'merged');
    expect(resultOf(join(folder, 'merged'))).toEqual(resultOf(join(folder, 'within-whole')));
  });

  it('joins parts with given paths, which can be added to', async () => {
    const given = { paths: 65, independent: true };
    await make('given', given);
    await merge(parts('given'), 'given-merged');
    expect(resultOf(join(folder, 'given-merged'))).toEqual(resultOf(join(folder, 'given-whole')));
    // parts can be added to as well: what they had stays what it was
    const finer = { ...given, independent: false, x: { ...wanted.x, count: 13 } };
    await make('coarse', { ...given, independent: false });
    for (const [i, out] of parts('coarse').entries()) await run(out, finer, { index: i + 1, of });
    await merge(parts('coarse'), 'finer-merged');
    await run(join(folder, 'finer-whole'), finer);
    expect(resultOf(join(folder, 'finer-merged'))).toEqual(resultOf(join(folder, 'finer-whole')));

    const more = { ...given, paths: 90 };
    for (const out of [join(folder, 'given-merged'), join(folder, 'given-whole')]) await run(out, more);
    expect(resultOf(join(folder, 'given-merged'))).toEqual(resultOf(join(folder, 'given-whole')));
  });

  it('refuses parts that are missing, given twice, or cut otherwise, and writes nothing', async () => {
    const [one, two, three] = parts('within') as [string, string, string];
    await expect(merge([one, three], 'no')).rejects.toThrow('a part is missing: 2/3.');
    await expect(merge([three], 'no')).rejects.toThrow('2 parts are missing: 1/3, 2/3.');
    await expect(merge([one, two, three, copy('again')], 'no')).rejects.toThrow('are both part 2/3');
    const half = join(folder, 'half');
    await run(half, within, { index: 1, of: 2 });
    await expect(merge([one, half], 'no')).rejects.toThrow('is one of 3 parts');
    await expect(merge([one, join(folder, 'within-whole')], 'no')).rejects.toThrow('holds a whole sweep, not a part');
    await expect(merge([join(folder, 'nowhere')], 'no')).rejects.toThrow('holds no sweep');
    expect(existsSync(join(folder, 'no'))).toBe(false);
  });

  it('refuses parts of another sweep, with what differs', async () => {
    const other = join(folder, 'other');
    await run(other, { ...within, seed: 'y', delta: 0.1 }, { index: 2, of });
    const [one, , three] = parts('within') as [string, string, string];
    const refused = expect(merge([one, other, three], 'no')).rejects;
    await refused.toThrow('--seed: "x" there, "y" in');
    await expect(merge([one, other, three], 'no')).rejects.toThrow('--delta: 0.05 there, 0.1 in');
    const newer = copy('newer');
    const manifest = JSON.parse(readFileSync(join(newer, 'manifest.json'), 'utf8'));
    manifest.recipe.versions.engine = '9.9.9';
    writeFileSync(join(newer, 'manifest.json'), JSON.stringify(manifest));
    await expect(merge([one, newer, three], 'no')).rejects.toThrow(
      `version of @trilogue/engine: ${wanted.versions.engine} there, 9.9.9 in`,
    );
  });

  it('refuses parts that are unfinished, damaged, or lack a file', async () => {
    const [one, , three] = parts('within') as [string, string, string];
    const unfinished = copy('unfinished');
    const manifest = join(unfinished, 'manifest.json');
    writeFileSync(manifest, JSON.stringify({ ...JSON.parse(readFileSync(manifest, 'utf8')), files: null }));
    await expect(merge([one, unfinished, three], 'no')).rejects.toThrow('part 2/3, is not finished');
    const damaged = copy('damaged');
    writeFileSync(chunk(damaged), readFileSync(chunk(damaged)).fill(0, 100, 120));
    await expect(merge([one, damaged, three], 'no')).rejects.toThrow('its checksum differs');
    const lacking = copy('lacking');
    rmSync(chunk(lacking));
    await expect(merge([one, lacking, three], 'no')).rejects.toThrow('part 2/3, lacks 4 of its cells');
    const planless = copy('planless');
    rmSync(join(planless, 'records/plan.bin'));
    await expect(merge([one, planless, three], 'no')).rejects.toThrow('its plan is missing');
    // the command that made it repairs each
    for (const out of [damaged, lacking, planless]) await run(out, within, { index: 2, of });
    for (const [i, out] of [damaged, lacking, planless].entries()) {
      await merge([one, out, three], `repaired-${i}`);
      expect(resultOf(join(folder, `repaired-${i}`))).toEqual(resultOf(join(folder, 'within-whole')));
    }
  });
});
