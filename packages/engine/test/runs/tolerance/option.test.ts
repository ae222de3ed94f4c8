import { describe, expect, it } from 'vitest';
import { accuracyOf } from '../../../src/runs/tolerance/option.js';

describe('how accurate a run is to be', () => {
  it.each([
    [{}, { tolerance: 0.01, paths: null, dt: null }],
    [{ tolerance: 0.2 }, { tolerance: 0.2, paths: null, dt: null }],
    [{ paths: 5 }, { tolerance: null, paths: 5, dt: null }],
    [{ dt: 0.1 }, { tolerance: null, paths: 700, dt: 0.1 }],
    [
      { paths: 5, dt: 0.1 },
      { tolerance: null, paths: 5, dt: 0.1 },
    ],
  ])('of %j is %j', (given, asked) => {
    expect(accuracyOf(given, 700)).toEqual(asked);
  });
});
