import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brief, niceTicks, written } from '../../src/axis/ticks.js';
import { textWidth } from '../../src/text/width.js';

const wide = { length: 500, horizontal: true };

describe('niceTicks', () => {
  it('stands at round numbers although the axis ends elsewhere', () => {
    expect(niceTicks(-0.01, 1.01, wide).labels).toEqual(['0.0', '0.2', '0.4', '0.6', '0.8', '1.0']);
  });

  it('writes negative numbers with a true minus sign and zero without', () => {
    expect(niceTicks(-1, 1, wide).labels).toEqual(['−1.0', '−0.5', '0.0', '0.5', '1.0']);
  });

  it('takes a common power of ten for very small and very large numbers', () => {
    expect(niceTicks(1e-9, 3e-9, wide)).toMatchObject({
      unitLabel: '×10⁻⁹',
      labels: ['1.0', '1.5', '2.0', '2.5', '3.0'],
    });
    expect(niceTicks(-1e9, 1e9, wide)).toMatchObject({ unit: 1e9, unitLabel: '×10⁹' });
  });

  it('takes fewer ticks where they would touch', () => {
    expect(niceTicks(0, 1, { length: 70, horizontal: true }).labels).toEqual(['0.0', '0.5', '1.0']);
  });

  it('is at least two round, increasing numbers inside the axis, whose labels say what they are', () => {
    const ends = fc
      .tuple(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.integer({ min: -12, max: 12 }))
      .map(([low, power]) => [low, low + (Math.abs(low) + 1) * 2 ** power] as const)
      .filter(([low, high]) => high - low > 1e-9 * Math.abs(low));
    fc.assert(
      fc.property(ends, ([low, high]) => {
        const { at, unit, labels } = niceTicks(low, high, wide);
        expect(at.length).toBeGreaterThanOrEqual(2);
        expect(at.length).toBeLessThanOrEqual(7);
        const slack = 1e-6 * (high - low);
        at.forEach((tick, k) => {
          expect(tick * unit).toBeGreaterThanOrEqual(low - slack);
          expect(tick * unit).toBeLessThanOrEqual(high + slack);
          if (k > 0) expect(tick).toBeGreaterThan(at[k - 1]!);
          expect(Math.abs(Number(labels[k]!.replace('−', '-')) - tick) * unit).toBeLessThan(slack);
        });
      }),
    );
  });

  it('leaves room between the labels of a horizontal axis, unless two are already too many', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        fc.integer({ min: 100, max: 600 }),
        (high, length) => {
          const { at, unit, labels } = niceTicks(0, high, { length, horizontal: true });
          const room = ((at[1]! - at[0]!) * unit * length) / high;
          const widest = Math.max(...labels.map((label) => textWidth(label, 12)));
          expect(at.length === 2 || widest < room).toBe(true);
        },
      ),
    );
  });
});

describe('written and brief', () => {
  it('never writes a negative zero', () => {
    expect(written(-0.0001, 2)).toBe('0.00');
    expect(written(-0.5, 2)).toBe('−0.50');
  });

  it('writes four digits in running text', () => {
    expect(brief(0.123456)).toBe('0.1235');
    expect(brief(-1e-9)).toBe('−1e−9');
  });
});
