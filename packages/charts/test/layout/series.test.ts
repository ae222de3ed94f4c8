import { describe, expect, it } from 'vitest';
import { line, presentRuns } from '../../src/layout/series.js';

describe('presentRuns', () => {
  it('splits where either end is missing', () => {
    expect(presentRuns([0, 0, null, 0, 0, 0], [1, 1, 1, 1, null, 1])).toEqual([[0, 1], [3], [5]]);
  });
});

describe('line', () => {
  it('has a gap at a missing value and a dot on a value that stands alone', () => {
    const { data } = line({ x: [0, 1, 2, 3], y: [5, null, 7, 8], name: 'y', colour: '#000000' });
    expect(data).toEqual([
      { value: [0, 5], symbol: 'circle' },
      { value: [1, '-'], symbol: 'none' },
      { value: [2, 7], symbol: 'none' },
      { value: [3, 8], symbol: 'none' },
    ]);
  });
});
