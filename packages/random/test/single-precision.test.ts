import { describe, expect, it } from 'vitest';
import { lnSingle, normalConstants, sinCosTurn } from '../src/single-precision.js';

const f = Math.fround;

/** All the places where an approximation could break, and a thousand between. */
const grid = Array.from(
  new Set([0, 1, 2, 3, 2 ** 24 - 1, ...Array.from({ length: 24 }, (_, bit) => 2 ** bit)].flatMap((k) => [k, k + 1])),
)
  .concat(Array.from({ length: 1000 }, (_, i) => 16_777 * i))
  .filter((k) => k < 2 ** 24);

describe('lnSingle', () => {
  it('is within 2e-7 of the logarithm, relatively, and rounded to single precision', () => {
    for (const k of grid) {
      const x = f(k * 2 ** -24 + 2 ** -25);
      const value = lnSingle(x);
      expect(value).toBe(f(value));
      expect(Math.abs(value - Math.log(x))).toBeLessThanOrEqual(2e-7 * Math.abs(Math.log(x)));
    }
  });

  it('is exact at 1 and follows powers of two', () => {
    expect(lnSingle(1)).toBe(0);
    for (let e = 1; e <= 25; e++) {
      expect(lnSingle(2 ** -e)).toBe(f(-e * normalConstants.ln2));
    }
  });

  it('is monotone and continuous across the split of the mantissa', () => {
    const below = normalConstants.lnSplit;
    const above = f(below + 2 ** -24);
    expect(above).toBeGreaterThan(below);
    const step = lnSingle(above) - lnSingle(below);
    expect(step).toBeGreaterThanOrEqual(0);
    expect(step).toBeLessThan(3 * 2 ** -24);
  });
});

describe('sinCosTurn', () => {
  it('is within 2e-7 of sine and cosine, relatively, all round', () => {
    for (const k of grid) {
      const u = k * 2 ** -24;
      const [sin, cos] = sinCosTurn(u);
      expect(sin).toBe(f(sin));
      expect(cos).toBe(f(cos));
      // Double precision loses its zeros to the rounding of pi: there the answer is known exactly instead.
      if ((4 * u) % 2 !== 0) expect(Math.abs(sin / Math.sin(2 * Math.PI * u) - 1)).toBeLessThan(2e-7);
      if ((4 * u) % 2 !== 1) expect(Math.abs(cos / Math.cos(2 * Math.PI * u) - 1)).toBeLessThan(2e-7);
    }
  });

  it('is exact at the quarter turns', () => {
    const exact = [0, 0.25, 0.5, 0.75].map((u) => sinCosTurn(u).map((value) => value + 0));
    expect(exact).toEqual([
      [0, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
    ]);
  });
});
