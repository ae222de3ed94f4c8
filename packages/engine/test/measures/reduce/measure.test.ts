import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countPaths,
  type Measure,
  measureSize,
  tallyOffsets,
  tallySize,
} from '../../../src/measures/reduce/measure.js';
import { columnsOf, part, type Values } from '../../columns.js';

const first = { coordinates: [0], complement: false };
const last = { coordinates: [0, 1], complement: true };

/** One of each kind, over registers: two coordinates of three strategies, a passage, a count, a gap. */
const measures: readonly Measure[] = [
  { kind: 'region', region: { shares: [last], delta: 0.4 } },
  { kind: 'profiles', strategies: [3], delta: 0.4 },
  { kind: 'distribution', of: { kind: 'share', share: first }, powers: 4, bins: 16, record: 0 },
  { kind: 'distribution', of: { kind: 'gap', register: 4, a: first, b: last, steps: 7 }, powers: 2, bins: 4 },
  { kind: 'passage', register: 2, steps: 100, bins: 10 },
  { kind: 'total', register: 3 },
];
const size = tallySize(measures);

function count(values: Values, tally = new Float64Array(size), from = 0): Float64Array {
  countPaths(measures, columnsOf(values), values.length - 1, tally, from);
  return tally;
}

const path = fc.record({
  x: fc.double({ min: 0, max: 1, noNaN: true }),
  y: fc.double({ min: 0, max: 1, noNaN: true }),
  entered: fc.integer({ min: -1, max: 100 }),
  hits: fc.nat(1000),
  gap: fc.double({ min: 0, max: 7, noNaN: true }),
});
/** Two records of many paths. */
const ensembles = fc.array(path, { minLength: 2, maxLength: 60 }).map((paths) => {
  const record = (scale: number) => [
    paths.map(({ x }) => x * scale),
    paths.map(({ x, y }) => (1 - x * scale) * y),
    paths.map(({ entered }) => entered),
    paths.map(({ hits }) => hits),
    paths.map(({ gap }) => gap),
  ];
  return [record(0.5), record(1)];
});

describe('countPaths', () => {
  it('adds up to the same bits wherever the paths are cut and in whatever order the parts come', () => {
    const cuts = fc.array(fc.nat(60), { maxLength: 6 });
    fc.assert(
      fc.property(ensembles, cuts, fc.infiniteStream(fc.nat()), (values, at, order) => {
        const paths = values[0][0].length;
        const borders = [...new Set([0, ...at.filter((cut) => cut < paths), paths])].sort((a, b) => a - b);
        const parts = borders
          .slice(1)
          .map((end, i) => ({ key: order.next().value!, values: part(values, borders[i], end) }));
        parts.sort((a, b) => a.key - b.key);
        const sum = new Float64Array(size);
        for (const { values: own } of parts) for (const [i, n] of count(own).entries()) sum[i] += n;
        expect([...sum]).toEqual([...count(values)]);
      }),
    );
  });

  it('adds to what is already there, and leaves the tally around it alone', () => {
    fc.assert(
      fc.property(ensembles, (values) => {
        const once = count(values);
        const tally = new Float64Array(size + 4).fill(7);
        count(values, tally, 2);
        count(values, tally, 2);
        expect([...tally]).toEqual([7, 7, ...[...once].map((n) => 7 + 2 * n), 7, 7]);
      }),
      { numRuns: 20 },
    );
  });

  it('keeps every measure in its own place', () => {
    fc.assert(
      fc.property(ensembles, (values) => {
        const together = count(values);
        const offsets = tallyOffsets(measures);
        for (const [i, measure] of measures.entries()) {
          const alone = new Float64Array(measureSize(measure));
          countPaths([measure], columnsOf(values), 1, alone, 0);
          expect([...together.subarray(offsets[i], offsets[i] + alone.length)]).toEqual([...alone]);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('sums a register of whole numbers at the last record', () => {
    const tally = new Float64Array(1);
    countPaths([{ kind: 'total', register: 0 }], columnsOf([[[9, 9, 9]], [[1, 2, 5]]]), 1, tally, 0);
    expect(tally[0]).toBe(8);
  });
});

describe('tallySize and tallyOffsets', () => {
  it('count one number for regions and totals, all profiles, powers and bins, four sums and bins', () => {
    expect(measures.map(measureSize)).toEqual([1, 3, 20, 6, 14, 1]);
    expect(size).toBe(45);
    expect(tallyOffsets(measures)).toEqual([0, 1, 4, 24, 30, 44]);
  });
});
