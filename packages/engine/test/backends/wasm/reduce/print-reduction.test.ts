/** Two ways to count, one corpus: the printed reductions leave the tally that `countPaths` leaves, to the last bit. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moduleBytes } from '../../../../src/backends/wasm/assembler/bytes.js';
import { printReduction, reductionsOf } from '../../../../src/backends/wasm/reduce/print-reduction.js';
import type { Share } from '../../../../src/measures/observe/share.js';
import type { Columns } from '../../../../src/measures/reduce/columns.js';
import { countPaths, type Measure, tallySize } from '../../../../src/measures/reduce/measure.js';

/** Registers: two players of two strategies, one of three, an entry step, a count, a sum over time. */
const REGISTERS = 7;
const RECORDS = 3;
const STEPS = 90;

const a: Share = { coordinates: [0], complement: false };
const notA: Share = { coordinates: [0], complement: true };
const b: Share = { coordinates: [1], complement: false };
const third: Share = { coordinates: [2, 3], complement: true };

const measures: readonly Measure[] = [
  { kind: 'region', region: { shares: [a, { coordinates: [1], complement: true }], delta: 0.3 } },
  { kind: 'region', region: { shares: [third], delta: 0.4 } },
  { kind: 'region', region: { shares: [], delta: 0.4 } },
  { kind: 'profiles', strategies: [2, 2, 3], delta: 0.45 },
  ...[0, 1, 2].flatMap((record): Measure[] => [
    { kind: 'distribution', of: { kind: 'share', share: a }, powers: 2, bins: 64, record },
    { kind: 'distribution', of: { kind: 'share', share: third }, powers: 4, bins: 10, record },
  ]),
  { kind: 'distribution', of: { kind: 'share', share: notA }, powers: 1, bins: 0 },
  { kind: 'distribution', of: { kind: 'share', share: a }, powers: 2, bins: 64 },
  { kind: 'distribution', of: { kind: 'gap', register: 6, a, b, steps: STEPS }, powers: 2, bins: 2048 },
  { kind: 'passage', register: 4, steps: STEPS, bins: 32 },
  { kind: 'passage', register: 4, steps: STEPS, bins: 0 },
  { kind: 'passage', register: 5, steps: 10_000_000, bins: 7 },
  { kind: 'total', register: 5 },
];
const size = tallySize(measures);
const reductions = reductionsOf(measures, RECORDS - 1);
const module = new WebAssembly.Module(
  moduleBytes({ functions: reductions.map((reduction) => printReduction(reduction, REGISTERS)) }),
);

/** Records as they stand in memory: [record][group][register][lane]. */
function reduced(records: Float32Array, groups: number, calls: number): Float64Array {
  const lists = 8 * size;
  const from = Math.ceil((lists + 8 * measures.length) / 16) * 16;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((from + records.byteLength) / 65_536) });
  new Float32Array(memory.buffer).set(records, from / 4);
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  for (let i = 0; i < calls; i++) {
    for (const { name, places } of reductions) {
      const list = places.flatMap(({ record, offset }) => [record, offset]);
      new Int32Array(memory.buffer).set(list, lists / 4);
      const reduce = exports[name] as (...numbers: number[]) => void;
      reduce(from, (4 * records.length) / RECORDS, groups, 0, lists, places.length);
    }
  }
  return new Float64Array(memory.buffer).slice(0, size);
}

function counted(records: Float32Array, groups: number): Float64Array {
  const columns: Columns = {
    paths: 4 * groups,
    column: (register, record) => ({
      data: records,
      offset: (record * groups * REGISTERS + register) * 4,
      group: 4 * REGISTERS,
      lane: 1,
    }),
  };
  const tally = new Float64Array(size);
  countPaths(measures, columns, RECORDS - 1, tally, 0);
  return tally;
}

/** Shares with those at and next to the borders of regions and bins. */
const share = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.constantFrom(0, 1, 0.3, 0.7, 0.55, 0.45, 0.6, 0.5, 1 - 2 ** -24, 2 ** -149, 1e-30),
  fc.nat(64).map((bin) => bin / 64),
);
/** Two shares of three strategies; as in single precision, their sum may be a little above 1. */
const pair = fc.tuple(share, share).map(([x, y]) => [x, Math.fround(Math.fround(1 - x) * y)]);
const pathAt = fc
  .tuple(share, share, pair, fc.integer({ min: -1, max: STEPS }), fc.integer({ min: -1, max: 10_000_000 }), share)
  .map(([x, y, [u, v], entry, whole, gap]) => [x, y, u, v, entry, whole, gap * STEPS]);
const ensembles = fc
  .integer({ min: 1, max: 9 })
  .chain((groups) =>
    fc
      .array(pathAt, { minLength: 4 * groups * RECORDS, maxLength: 4 * groups * RECORDS })
      .map((paths) => ({ groups, records: inMemory(paths) })),
  );

/** From one path after the other to groups of four, register by register. */
function inMemory(paths: readonly (readonly number[])[]): Float32Array {
  const records = new Float32Array(paths.length * REGISTERS);
  for (const [p, path] of paths.entries()) {
    for (const [r, value] of path.entries()) records[((p >> 2) * REGISTERS + r) * 4 + (p & 3)] = value;
  }
  return records;
}

describe('printReduction', () => {
  it('leaves the tally of countPaths, for every kind of measure', () => {
    fc.assert(
      fc.property(ensembles, ({ groups, records }) => {
        expect([...reduced(records, groups, 1)]).toEqual([...counted(records, groups)]);
      }),
    );
  });

  it('adds to what is there, exactly up to 2^31 paths', () => {
    const one = [1, 1, 1, 0, STEPS, 1000, STEPS];
    const records = inMemory(Array.from({ length: 4 * 256 * RECORDS }, () => one));
    const calls = 64;
    const many = reduced(records, 256, calls);
    const expected = counted(records, 256).map((number) => number * calls);
    expect([...many]).toEqual([...expected]);
    // the largest number that 2^31 such paths would leave is still a whole number that doubles hold
    expect((Math.max(...many) / (calls * 1024)) * 2 ** 31).toBeLessThanOrEqual(2 ** 53);
  });
});

describe('reductionsOf', () => {
  it('reads measures that differ in record and place alone by one function', () => {
    const places = reductions.map((reduction) => reduction.places.length);
    expect(places).toEqual([1, 1, 1, 1, 4, 3, 1, 1, 1, 1, 1, 1]);
    expect(reductions[4].places.map(({ record }) => record)).toEqual([0, 1, 2, 2]);
    expect(new Set(reductions.map(({ name }) => name)).size).toBe(reductions.length);
  });

  it('has none where nothing is measured', () => {
    expect(reductionsOf([], 0)).toEqual([]);
  });
});
