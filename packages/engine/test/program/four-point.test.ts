import { wordAt } from '@trilogue/random';
import { describe, expect, it } from 'vitest';
import { increments } from '../../src/backend/reference.js';
import { LARGE, SMALL } from '../../src/program/four-point.js';
import { incrementLayout } from '../../src/program/increments.js';

describe('four-point increments', () => {
  it('have the first five moments of the standard normal', () => {
    const moment = (k: number) =>
      [LARGE, -LARGE].reduce((sum, x) => sum + x ** k / 8, 0) +
      [SMALL, -SMALL].reduce((sum, x) => sum + (3 * x ** k) / 8, 0);
    // the values are in single precision: a relative 2^-24, times the power
    for (const [k, exact] of [0, 1, 0, 3, 0].entries()) expect(Math.abs(moment(k + 1) - exact)).toBeLessThan(1e-6);
  });

  it('take each three bits as a sign and a value: a where two are 0', () => {
    const layout = incrementLayout('four-point', 1);
    const words = (bits: number) => () => (bits << 29) >>> 0;
    const drawn = Array.from({ length: 8 }, (_, bits) => increments(layout, 0, words(bits))[0]);
    expect(drawn).toEqual([LARGE, SMALL, SMALL, SMALL, -LARGE, -SMALL, -SMALL, -SMALL]);
  });

  it('come as often as they should in a stream', () => {
    const layout = incrementLayout('four-point', 3);
    const counts = new Map<number, number>();
    const STEPS = 10_000;
    for (let step = 0; step < STEPS; step++) {
      const drawn = increments(layout, step, (index) => wordAt({ lo: 3, hi: 4 }, 0, 0, index));
      for (const value of drawn) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    for (const [value, p] of [
      [LARGE, 1 / 8],
      [-LARGE, 1 / 8],
      [SMALL, 3 / 8],
      [-SMALL, 3 / 8],
    ]) {
      // fixed key; z = 5, two-sided: a chance of 6e-7 a comparison of a false alarm
      const error = Math.sqrt((p * (1 - p)) / (3 * STEPS));
      expect(Math.abs(counts.get(value)! / (3 * STEPS) - p)).toBeLessThan(5 * error);
    }
  });
});

describe('uniform increments', () => {
  it('are the upper 24 bits of a word as a fraction', () => {
    const layout = incrementLayout('uniform', 2);
    expect(increments(layout, 0, (index) => [0xffffffff, 0x80000123][index])).toEqual([1 - 2 ** -24, 0.5 + 2 ** -24]);
  });
});
