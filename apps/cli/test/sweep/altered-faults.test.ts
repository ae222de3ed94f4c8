/**
 * Folders that a stranger alters at random between two runs, with checksums that fit: whatever he does, the next run gives the numbers
 * of an unaltered one, or ends with a word, or has numbers that `trilogue verify` finds. Nothing is ever thrown that is a bug.
 *
 * TRILOGUE_FAULT_ROUNDS is the number of rounds (`npm run test:faults` makes it 300); TRILOGUE_FAULT_SEED replays the choices of a run.
 */
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Chunk, chunkOf, type Part, seal, verify } from '@trilogue/results';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { report } from '../../src/errors/report.js';
import type { WantedSweep } from '../../src/sweep/folder.js';
import { runMerge } from '../../src/sweep/merge.js';
import { scratch } from '../trilogue.js';
import { listener, run } from './in-process.js';

type Edit = readonly [place: number, kind: string, value: unknown, key: string];
/** Changes of JSON that the fuzz makes too. */
const { edited, edits }: { edited(text: string, edit: Edit): string; edits: fc.Arbitrary<Edit[]> } = await import(
  new URL('../../../../scripts/fuzz/edits.mjs', import.meta.url).href
);

const folder = scratch();
const chunkName = (number: number) => `${String(number).padStart(6, '0')}.bin`;
const rounds = Number(process.env.TRILOGUE_FAULT_ROUNDS ?? 25);
const seed = Number(process.env.TRILOGUE_FAULT_SEED ?? Date.now() % 2 ** 31);

const jobs = {
  given: {},
  within: { tolerance: 0.05, paths: null, dt: null },
  more: { paths: 96 },
} satisfies Record<string, Partial<WantedSweep>>;
type Job = keyof typeof jobs;
const parts: readonly Part[] = [1, 2].map((index) => ({ index, of: 2 }));
const tables = ['cells.csv', 'cells.parquet'];

const tablesOf = (out: string) =>
  tables.map((name) => (existsSync(join(out, name)) ? readFileSync(join(out, name), 'base64') : null));
const partName = ({ index }: Part) => `part-${index}`;

beforeAll(async () => {
  for (const [name, change] of Object.entries(jobs)) await run(join(folder, name), change);
  // records of another seed, and of another step, to be put into others' folders
  await run(join(folder, 'other-seed'), { seed: 'another' });
  await run(join(folder, 'other-step'), { dt: 0.2 });
  for (const part of parts) await run(join(folder, partName(part)), {}, part);
});

/** Puts the records of a folder into several chunks. */
function scatter(out: string, pieces: number): void {
  const records = join(out, 'records');
  const { header, cells, records: all } = chunkOf(readFileSync(join(records, chunkName(1)))) as Chunk;
  const size = header.plan.recordSize;
  for (let piece = 0; piece < pieces; piece++) {
    const own = cells.map((cell, i) => ({ cell, i })).filter(({ i }) => i % pieces === piece);
    if (own.length === 0) continue;
    const numbers = Float64Array.from(own.flatMap(({ i }) => [...all.subarray(i * size, (i + 1) * size)]));
    const runs = own.map(({ cell }) => [cell, 1]);
    writeFileSync(join(records, chunkName(piece + 1)), seal({ header: { ...header, runs }, numbers }));
  }
}

/** One change of a stranger; each keeps what it must for the checksums to fit. */
const alterations = {
  numbers: (out, { place, value }) =>
    changeBin(out, place, ({ header, numbers }) => {
      const changed = numbers.slice();
      changed[place % changed.length] = value;
      return { header, numbers: changed };
    }),
  swapped: (out, { place }) =>
    changeBin(out, place, ({ header, numbers }) => ({ header, numbers: numbers.slice().reverse() })),
  header: (out, { place, list }) =>
    changeBin(out, place, ({ header, numbers }) => ({
      header: JSON.parse(list.reduce(edited, JSON.stringify(header))),
      numbers,
    })),
  manifest: (out, { list }) => changeText(out, 'manifest.json', (text) => list.reduce(edited, text)),
  foreign(out, { place }) {
    const from = join(folder, place % 2 === 0 ? 'other-seed' : 'other-step', 'records', chunkName(1));
    cpSync(from, join(out, 'records', chunkName(1 + (place % 3))));
  },
  removed: (out, { place }) => rmSync(pick(out, place), { force: true }),
  renamed(out, { place }) {
    const file = pick(out, place);
    if (existsSync(file)) renameSync(file, join(out, 'records', chunkName(1 + (place % 5))));
  },
  table: (out, { place }) => changeText(out, tables[place % 2]!, (text) => text.replace(/\d/, '7')),
} satisfies Record<string, (out: string, how: How) => void>;

interface How {
  readonly place: number;
  readonly value: number;
  readonly list: readonly Edit[];
}

function pick(out: string, place: number): string {
  const names = readdirSync(join(out, 'records')).filter((name) => name.endsWith('.bin'));
  return join(out, 'records', names[place % names.length] ?? chunkName(1));
}

type Content = { header: unknown; numbers: Float64Array };
function changeBin(out: string, place: number, change: (content: Content) => Content): void {
  const file = pick(out, place);
  const chunk = existsSync(file) ? chunkOf(readFileSync(file)) : 'none';
  // the plan, or what is none any more
  if (typeof chunk === 'string') return;
  writeFileSync(file, seal(change({ header: chunk.header, numbers: chunk.records })));
}

function changeText(out: string, name: string, change: (text: string) => string): void {
  const file = join(out, name);
  const coding = name.endsWith('.parquet') ? 'latin1' : 'utf8';
  if (existsSync(file)) writeFileSync(file, change(readFileSync(file, coding)), coding);
}

const round = fc.record({
  base: fc.constantFrom<Job | 'parts'>('given', 'within', 'more', 'parts'),
  finished: fc.boolean(),
  pieces: fc.integer({ min: 1, max: 4 }),
  changes: fc.array(
    fc.record({
      what: fc.constantFrom(...(Object.keys(alterations) as (keyof typeof alterations)[])),
      place: fc.nat(),
      value: fc.oneof(fc.nat({ max: 64 }), fc.double(), fc.constantFrom(64, 0, -1, 0.5, 5e297, 2 ** 53)),
      list: edits,
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

it('the next run of an altered folder is right, or says so, or verify does', { timeout: 3_600_000 }, async () => {
  const told: Record<string, number> = {};
  let copies = 0;
  const property = fc.asyncProperty(round, async ({ base, finished, pieces, changes }) => {
    const isParts = base === 'parts';
    const [out, other] = [1, 2].map((k) => join(folder, `round-${++copies}-${k}`)) as [string, string];
    cpSync(join(folder, isParts ? 'part-1' : base), out, { recursive: true });
    scatter(out, pieces);
    // more paths for what is there, as one adds them
    const wants: Job = base === 'more' || isParts ? 'given' : base;
    if (!finished) {
      changeText(out, 'manifest.json', (text) => JSON.stringify({ ...JSON.parse(text), ran: null, files: null }));
      for (const name of tables) rmSync(join(out, name), { force: true });
    }
    for (const { what, ...how } of changes) alterations[what](out, how);
    const merged = isParts ? other : out;
    let warnings: readonly string[] = [];
    let outcome: string;
    try {
      if (isParts) {
        const terminal = listener();
        await runMerge([out, join(folder, 'part-2')], merged, terminal);
        warnings = terminal.warnings;
      } else ({ warnings } = await run(out, jobs[wants]));
      const right = JSON.stringify(tablesOf(merged)) === JSON.stringify(tablesOf(join(folder, wants)));
      outcome = right ? (warnings.length > 0 ? 'told, and right' : 'right') : 'other numbers';
      if (!right) {
        const { wrong } = await verify(merged, { part: 1, seed: 'x', threads: 1 });
        expect(wrong).not.toEqual([]);
        outcome = 'found by verify';
      }
    } catch (error) {
      const { code, text } = report(error, undefined, false);
      expect({ code, text }).toEqual({
        code: expect.any(Number),
        text: expect.not.stringMatching(/bug in trilogue|^\s*$/),
      });
      outcome = 'refused';
    }
    told[outcome] = (told[outcome] ?? 0) + 1;
    for (const made of [out, other]) rmSync(made, { recursive: true, force: true });
  });
  await fc.assert(property, { numRuns: rounds, seed, endOnFailure: true });
  console.log(`${rounds} altered folders, seed ${seed}: ${JSON.stringify(told)}`);
});
