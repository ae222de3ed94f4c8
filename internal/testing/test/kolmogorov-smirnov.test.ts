import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ksBound, ksDistance } from '../src/kolmogorov-smirnov.js';

const uniform = (x: number): number => Math.min(1, Math.max(0, x));

describe('ksDistance', () => {
  it('agrees with small cases done by hand', () => {
    expect(ksDistance([0.5], uniform)).toBe(0.5);
    expect(ksDistance([0.9, 0.1], uniform)).toBeCloseTo(0.4, 12);
    expect(ksDistance([0.25, 0.75], uniform)).toBe(0.25);
    expect(ksDistance([0, 0, 0], uniform)).toBe(1);
  });

  it('does not depend on the order and leaves the sample alone', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (sample) => {
        const before = [...sample];
        expect(ksDistance(sample, uniform)).toBe(ksDistance([...sample].reverse(), uniform));
        expect(sample).toEqual(before);
      }),
    );
  });

  it('stays below the bound for the best sample and finds a shift', () => {
    const n = 10_000;
    const even = Array.from({ length: n }, (_, i) => (i + 0.5) / n);
    expect(ksDistance(even, uniform)).toBeCloseTo(0.5 / n, 12);
    expect(
      ksDistance(
        even.map((x) => x ** 1.2),
        uniform,
      ),
    ).toBeGreaterThan(ksBound(n));
  });

  it('refuses an empty sample and NaN', () => {
    expect(() => ksDistance([], uniform)).toThrow('empty');
    expect(() => ksDistance([0.1, Number.NaN], uniform)).toThrow('NaN');
  });
});

describe('ksBound', () => {
  it('is the distance at which the inequality gives the stated chance', () => {
    expect(2 * Math.exp(-2 * 1000 * ksBound(1000, 0.01) ** 2)).toBeCloseTo(0.01, 12);
    // Tables of the Kolmogorov distribution give 1.36 / sqrt(n) at 5 %.
    expect(ksBound(1e6, 0.05) * 1e3).toBeCloseTo(1.358, 3);
  });
});
