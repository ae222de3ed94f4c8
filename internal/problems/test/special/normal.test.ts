import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../src/special/normal.js';
import { relativeError } from '../relative-error.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.8413447460685429],
    [1.96, 0.9750021048517795],
    [-5, 2.866515718791939e-7],
    [-10, 7.61985302416052e-24],
  ])('P(Z <= %d) = %d', (x, exact) => {
    expect(relativeError(normalCdf(x), exact)).toBeLessThan(2e-13);
  });

  it.each([
    [0.5, 0],
    [0.9, 1.2815515655446004],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [1e-10, -6.361340902404056],
  ])('the quantile of %d is %d', (p, exact) => {
    expect(normalQuantile(p)).toBeCloseTo(exact, 13);
  });

  it('is its own inverse', () => {
    fc.assert(
      fc.property(between(-8, 0), (x) => {
        expect(normalQuantile(normalCdf(x))).toBeCloseTo(x, 11);
        expect(normalQuantile(1 - normalCdf(x / 2))).toBeCloseTo(-x / 2, 9);
      }),
    );
  });

  it('has infinite ends and refuses what is no probability', () => {
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(() => normalQuantile(1.5)).toThrow('1.5');
    expect(() => normalQuantile(Number.NaN)).toThrow(RangeError);
  });
});
