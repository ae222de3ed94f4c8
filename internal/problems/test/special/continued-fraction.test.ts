import { describe, expect, it } from 'vitest';
import { continuedFraction } from '../../src/special/continued-fraction.js';

describe('continuedFraction', () => {
  it('gives the golden ratio, the square root of 2 and tan 1', () => {
    expect(continuedFraction(1, () => [1, 1])).toBeCloseTo((1 + Math.sqrt(5)) / 2, 14);
    expect(continuedFraction(1, () => [1, 2])).toBeCloseTo(Math.SQRT2, 14);
    // Lambert (1761): tan x = x / (1 - x^2 / (3 - x^2 / (5 - ...))), here with b0 = 0.
    expect(continuedFraction(0, (n) => [n === 1 ? 1 : -1, 2 * n - 1])).toBeCloseTo(Math.tan(1), 13);
  });

  it('passes through a denominator of exactly 0', () => {
    // 1 + 1/(0 + 1/(1 + 0)) = 2: the first convergent is infinite, the second is not.
    expect(continuedFraction(1, (n) => (n === 1 ? [1, 0] : n === 2 ? [1, 1] : [0, 1]))).toBeCloseTo(2, 12);
  });

  it('gives up where there is no limit', () => {
    expect(() => continuedFraction(1, () => [-1, 1])).toThrow('10,000');
  });
});
