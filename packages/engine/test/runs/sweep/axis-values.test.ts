import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisValues } from '../../../src/runs/sweep/axis-values.js';

const PLACES = 6;
/** A decimal as it is typed: `digits` 10^-`places`. */
const typed = fc.record({
  digits: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  places: fc.integer({ min: 0, max: PLACES }),
});
type Typed = { readonly digits: number; readonly places: number };
const numberOf = ({ digits, places }: Typed) => Number(`${digits}e-${places}`);
/** In units of 10^-6. */
const units = ({ digits, places }: Typed) => BigInt(digits) * 10n ** BigInt(PLACES - places);

const ends = fc.tuple(typed, typed).filter(([a, b]) => units(a) < units(b));

/** A double as an integer times 2^-1074. */
function exact(value: number): bigint {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, Math.abs(value));
  const word = bits.getBigUint64(0);
  const exponent = word >> 52n;
  const fraction = word & ((1n << 52n) - 1n);
  const size = exponent === 0n ? fraction : (fraction | (1n << 52n)) << (exponent - 1n);
  return value < 0 ? -size : size;
}

function neighbours(value: number): number[] {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  const word = bits.getBigUint64(0);
  return [word - 1n, word + 1n].map((other) => {
    bits.setBigUint64(0, other);
    return bits.getFloat64(0);
  });
}

const size = (x: bigint) => (x < 0n ? -x : x);

describe('axisValues', () => {
  it('has the decimals that one expects', () => {
    expect(axisValues({ from: 0.1, to: 0.7, count: 7 })).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
    expect(axisValues({ from: -0.3, to: 0.3, count: 7 })).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
    expect(axisValues({ from: 0, to: 1, count: 4 })).toEqual([0, 1 / 3, 2 / 3, 1]);
    expect(axisValues({ from: 1e-7, to: 1.5e21, count: 2 })).toEqual([1e-7, 1.5e21]);
    expect(axisValues({ from: 0.25, to: 0.25, count: 1 })).toEqual([0.25]);
  });

  it('takes every tidy end as it is typed', () => {
    for (let low = -10; low <= 10; low++) {
      for (let high = low + 1; high <= 20; high++) {
        for (const count of [2, 3, 7, 11, 13, 31, 51, 101]) {
          const values = axisValues({ from: low / 10, to: high / 10, count });
          expect([values[0], values.at(-1)]).toEqual([low / 10, high / 10]);
        }
      }
    }
  });

  it('takes the ends and the middle of any two doubles, the largest and the smallest too', () => {
    for (const [from, to] of [
      [-Number.MAX_VALUE, Number.MAX_VALUE],
      [0, Number.MIN_VALUE],
      [Number.MIN_VALUE, 2.5e-308],
      [0.1 + 0.2, 0.1 + 0.7],
      [1 / 3, 2 / 3],
    ]) {
      const values = axisValues({ from, to, count: 3 });
      expect([values[0], values[2]]).toEqual([from, to]);
      expect(values[1]).toBeGreaterThanOrEqual(from);
      expect(values[1]).toBeLessThanOrEqual(to);
    }
    expect(axisValues({ from: -Number.MAX_VALUE, to: Number.MAX_VALUE, count: 3 })[1]).toBe(0);
  });

  it('is the double next to the exact fraction', () => {
    fc.assert(
      fc.property(ends, fc.integer({ min: 2, max: 200 }), ([from, to], count) => {
        const values = axisValues({ from: numberOf(from), to: numberOf(to), count });
        const [low, high, gaps] = [units(from), units(to), BigInt(count - 1)];
        for (const [i, value] of values.entries()) {
          // value = exact(value) 2^-1074 beside (low gaps + (high - low) i) / (gaps 10^6)
          const wanted = (low * gaps + (high - low) * BigInt(i)) << 1074n;
          const distance = (other: number) => size(exact(other) * gaps * 10n ** BigInt(PLACES) - wanted);
          if (value === 0) expect(wanted).toBe(0n);
          else for (const other of neighbours(value)) expect(distance(value)).toBeLessThanOrEqual(distance(other));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has all values of an axis again in a finer and in a longer one', () => {
    fc.assert(
      fc.property(
        ends,
        fc.integer({ min: 2, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 40 }),
        ([from, to], count, finer, more) => {
          const held = { from: numberOf(from), to: numberOf(to), count };
          const fine = new Set(axisValues({ ...held, count: (count - 1) * finer + 1 }));
          expect(axisValues(held).filter((value) => !fine.has(value))).toEqual([]);

          // As many gaps more as make the new end a decimal: multiples of count - 1
          const gap = units(to) - units(from);
          const end = Number(`${units(to) + gap * BigInt(more)}e-${PLACES}`);
          const long = new Set(axisValues({ from: held.from, to: end, count: (count - 1) * (more + 1) + 1 }));
          expect(axisValues(held).filter((value) => !long.has(value))).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
