import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logAxis } from '../../src/axis/log-ticks.js';

describe('logAxis', () => {
  it.each([
    [0.001, 10, ['10⁻³', '10⁻²', '10⁻¹', '10⁰', '10¹']],
    [0.01, 10, ['0.01', '0.1', '1', '10']],
    [3, 40, ['5', '10', '20']],
    [1.9e-5, 5.5e-5, ['2×10⁻⁵', '5×10⁻⁵']],
    [3, 4, ['2', '5']],
    [1, 1, ['0.5', '2']],
  ])('from %d to %d has the ticks %j', (low, high, labels) => {
    expect(logAxis(low, high).ticks.labels).toEqual(labels);
  });

  it('has two to seven increasing ticks and holds every number', () => {
    const number = fc.double({ min: 1e-12, max: 1e12, noNaN: true });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const { ticks, ends } = logAxis(low, high);
        expect(ticks.at.length).toBeGreaterThanOrEqual(2);
        expect(ticks.at.length).toBeLessThanOrEqual(7);
        expect(ticks.at.every((at, k) => k === 0 || at > ticks.at[k - 1]!)).toBe(true);
        expect(ends[0]).toBeLessThan(Math.log10(low));
        expect(ticks.at[0]).toBeGreaterThanOrEqual(ends[0] - 1e-8);
        expect(ticks.at.at(-1)).toBeLessThanOrEqual(ends[1] + 1e-8);
        expect(ends[1]).toBeGreaterThan(Math.log10(high));
      }),
    );
  });
});
