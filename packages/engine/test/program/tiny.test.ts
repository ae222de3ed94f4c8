import { describe, expect, it } from 'vitest';
import { incrementLayout } from '../../src/program/increments.js';
import { cleared, clearsBefore, TINY } from '../../src/program/tiny.js';

describe('clearsBefore', () => {
  it.each([
    // steps that whole Philox blocks serve, times how often that goes into 32, rounded up
    ['none', 0, 32],
    ['two-point', 3, 32],
    ['two-point', 7, 36],
    ['gaussian', 3, 32],
  ] as const)('is at step 0 and then at even distances: %s, %d channels', (kind, channels, distance) => {
    const layout = incrementLayout(kind, channels);
    const steps = Array.from({ length: 100 }, (_, step) => step).filter((step) => clearsBefore(layout, step));
    expect(steps).toEqual([0, 1, 2, 3].map((n) => n * distance).filter((step) => step < 100));
  });
});

describe('cleared', () => {
  it('leaves what is above 2^-100 in size and makes the rest 0', () => {
    expect([1, -1, 1e-30, -1e-30, 2 ** -99].map(cleared)).toEqual([1, -1, 1e-30, -1e-30, 2 ** -99]);
    expect([TINY, -TINY, 1e-31, -1e-45, 0].map((value) => Math.abs(cleared(value)))).toEqual([0, 0, 0, 0, 0]);
  });
});
