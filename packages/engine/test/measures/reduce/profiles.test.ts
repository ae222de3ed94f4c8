import { describe, expect, it } from 'vitest';
import { regionOf } from '../../../src/measures/observe/region.js';
import { countProfiles, type ProfilesMeasure, profilesSize } from '../../../src/measures/reduce/profiles.js';
import { countRegion } from '../../../src/measures/reduce/region.js';
import { columnsOf, type Values } from '../../columns.js';

/** Counts by profile, at the last record. */
function profileCounts(strategies: readonly number[], values: Values, delta = 0.05): number[] {
  const measure: ProfilesMeasure = { kind: 'profiles', strategies, delta };
  const tally = new Float64Array(profilesSize(measure));
  countProfiles(measure, columnsOf(values), values.length - 1, tally, 0);
  return [...tally];
}

const regionCount = (strategies: readonly number[], pattern: (number | null)[], values: Values, delta = 0.05) =>
  countRegion(regionOf(strategies, pattern, delta), columnsOf(values), values.length - 1);

describe('countProfiles', () => {
  it('counts paths near each profile, first player slowest; the rest nowhere', () => {
    // A and B of two strategies: five paths
    const values = [
      [
        [1, 0.97, 0.02, 0, 0.5],
        [0.99, 0.01, 0.96, 0, 1],
      ],
    ];
    expect(profileCounts([2, 2], values)).toEqual([1, 1, 1, 1]);
  });

  it('knows the last of three strategies by what is missing to 1', () => {
    // shares (1, 0, 0), (0, 0.96, 0.04), (0.02, 0.01, 0.97), (0.3, 0.3, 0.4)
    const values = [
      [
        [1, 0, 0.02, 0.3],
        [0, 0.96, 0.01, 0.3],
      ],
    ];
    expect(profileCounts([3], values)).toEqual([1, 1, 1]);
    expect(profileCounts([3], values, 0.035)).toEqual([1, 0, 1]);
  });

  it('orders the profiles of three players as a number with their strategies as digits', () => {
    // A at its second, B (of three strategies) at its third, M at its second: 1 * 6 + 2 * 2 + 1
    const counts = profileCounts([2, 3, 2], [[[0], [0], [0], [0]]]);
    expect(counts).toHaveLength(12);
    expect(counts.indexOf(1)).toBe(11);
    // A at its second, B at its first, M at its first: 1 * 6
    expect(profileCounts([2, 3, 2], [[[0], [1], [0], [1]]]).indexOf(1)).toBe(6);
  });

  it('takes the threshold itself as near, in single precision', () => {
    expect(profileCounts([2], [[[Math.fround(0.95), Math.fround(0.05)]]])).toEqual([1, 1]);
    const next = 2 ** -24;
    expect(profileCounts([2], [[[Math.fround(0.95) - next, Math.fround(0.05) + next]]])).toEqual([0, 0]);
  });

  it('looks at the last record only', () => {
    expect(profileCounts([2], [[[1, 1, 1]], [[0, 0, 0.5]]])).toEqual([0, 2]);
  });
});

describe('countRegion', () => {
  const values = [
    [
      [1, 0.97, 0.02, 0, 0.5],
      [0.99, 0.01, 0.96, 0, 1],
    ],
  ];

  it('counts what the profiles that match a pattern count together', () => {
    expect(regionCount([2, 2], [0, 0], values)).toBe(1);
    expect(regionCount([2, 2], [1, 1], values)).toBe(1);
    expect(regionCount([2, 2], [0, null], values)).toBe(2);
    expect(regionCount([2, 2], [1, null], values)).toBe(2);
  });

  it('with any strategy in a place, asks nothing of that player', () => {
    // the fifth path is near no profile, but B shares
    expect(regionCount([2, 2], [null, 0], values)).toBe(3);
  });

  it('knows the last of three strategies', () => {
    const three = [
      [
        [1, 0, 0.02, 0.3],
        [0, 0.96, 0.01, 0.3],
      ],
    ];
    expect([0, 1, 2].map((strategy) => regionCount([3], [strategy], three))).toEqual([1, 1, 1]);
  });
});
