import { describe, expect, it } from 'vitest';
import { planReductions } from '../../../../src/backends/gpu/reduce/plan.js';
import { printBins, printSums } from '../../../../src/backends/gpu/reduce/print.js';
import type { Measure } from '../../../../src/measures/reduce/measure.js';
import { expectGolden } from '../../../golden.js';

const share = (coordinate: number) => ({ coordinates: [coordinate], complement: false });
const band = (coordinate: number, record?: number): Measure => ({
  kind: 'distribution',
  of: { kind: 'share', share: share(coordinate) },
  powers: 1,
  bins: 8,
  record,
});

describe('planReductions', () => {
  it('has one group for all records with the same measures, and the place of each tally', () => {
    const measures = [band(0, 0), band(1, 0), band(0, 1), band(1, 1), band(0)];
    const [first, second, last] = planReductions(measures, 3, 4, 8);
    expect(second[0].group).toBe(first[0].group);
    expect(last[0].group).not.toBe(first[0].group);
    expect([first[0].offsets, second[0].offsets, last[0].offsets]).toEqual([[0, 9], [18, 27], [36]]);
  });

  it('has nothing to do at a record that no measure looks at', () => {
    expect(planReductions([band(0)], 3, 4, 8).map((uses) => uses.length)).toEqual([0, 0, 1]);
  });

  it('cuts where measures read more arrays than a kernel can', () => {
    const totals = [0, 4, 8, 9, 12, 1].map((register): Measure => ({ kind: 'total', register }));
    const [uses] = planReductions(totals, 1, 4, 2);
    expect(uses.map(({ group }) => group.arrays)).toEqual([[0, 1], [2, 3], [0]]);
    expect(uses.map(({ offsets }) => offsets)).toEqual([[0, 1], [2, 3, 4], [5]]);
    const [wide] = planReductions(totals, 1, 13, 1);
    expect(wide.map(({ group }) => group.arrays)).toEqual([[0]]);
  });
});

describe('reduction kernels', () => {
  const measures: Measure[] = [
    { kind: 'region', region: { shares: [share(0), { coordinates: [1], complement: true }], delta: 0.25 } },
    { kind: 'distribution', of: { kind: 'share', share: share(0) }, powers: 2, bins: 4 },
    { kind: 'profiles', strategies: [2, 2], delta: 0.25 },
  ];
  const [[{ group }]] = planReductions(measures, 1, 2, 1);

  it('are readable: sums', () => {
    expectGolden(`${printSums(group.sums, group.arrays, 2)}\n`, 'reduce-sums');
  });

  it('are readable: bins', () => {
    expectGolden(`${printBins(group.bins, group.arrays, 2)}\n`, 'reduce-bins');
    expect(group.bins.map((bins) => bins.edges())).toEqual([
      [-1e30, 0.25, 0.5, 0.75],
      [0, 1, 2, 3],
    ]);
  });
});
