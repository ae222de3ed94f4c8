import { describe, expect, it } from 'vitest';
import { erf, erfc } from '../../src/special/erf.js';
import { relativeError } from '../relative-error.js';

describe('erf and erfc', () => {
  it.each([
    [0, 0],
    [0.5, 0.5204998778130465],
    [1, 0.8427007929497149],
    [2, 0.9953222650189527],
    [3, 0.9999779095030014],
  ])('erf(%d) = %d', (x, exact) => {
    expect(relativeError(erf(x), exact)).toBeLessThan(1e-15 * 4);
    expect(erf(-x)).toBeCloseTo(-exact, 15);
  });

  it.each([
    [1, 0.15729920705028513],
    [2, 0.004677734981047266],
    [3, 2.209049699858544e-5],
    [5, 1.5374597944280349e-12],
    [10, 2.088487583762545e-45],
  ])('erfc(%d) = %d', (x, exact) => {
    expect(relativeError(erfc(x), exact)).toBeLessThan(1e-13);
    expect(erfc(-x)).toBeCloseTo(2 - exact, 14);
  });

  it('agree where one method hands over to the other', () => {
    expect(erf(2 - 1e-12)).toBeCloseTo(erf(2), 12);
    expect(relativeError(erfc(2 - 1e-12), erfc(2))).toBeLessThan(1e-10);
    expect(erfc(30)).toBe(0);
    expect(erf(30)).toBe(1);
  });
});
