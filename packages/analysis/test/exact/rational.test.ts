import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  binary,
  decimal,
  divide,
  multiply,
  rational,
  simplestNear,
  subtract,
  toNumber,
} from '../../src/exact/rational.js';

const double = fc.double({ noNaN: true, noDefaultInfinity: true });

describe('decimal', () => {
  it('reads numbers as they are written', () => {
    expect(decimal(0.1)).toEqual({ n: 1n, d: 10n });
    expect(decimal(-2.5)).toEqual({ n: -5n, d: 2n });
    expect(decimal(1e21)).toEqual({ n: 10n ** 21n, d: 1n });
    expect(decimal(-1.5e-7)).toEqual({ n: -3n, d: 20_000_000n });
    expect(decimal(0)).toEqual({ n: 0n, d: 1n });
    expect(subtract(add(decimal(0.1), decimal(0.2)), decimal(0.3)).n).toBe(0n);
  });

  it('comes back as the same number, and so does binary', () => {
    fc.assert(
      fc.property(double, (x) => {
        expect(toNumber(decimal(x)) + 0).toBe(x + 0);
        expect(toNumber(binary(x)) + 0).toBe(x + 0);
      }),
    );
  });
});

describe('arithmetic', () => {
  const fraction = fc
    .tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 30n))
    .map(([n, d]) => rational(n, d));

  it('keeps lowest terms and undoes itself', () => {
    fc.assert(
      fc.property(fraction, fraction, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a);
        if (b.n !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
        expect(add(a, b).d > 0n).toBe(true);
      }),
    );
  });

  it('refuses to divide by 0', () => {
    expect(() => divide(rational(1n), rational(0n))).toThrow(RangeError);
  });

  it('rounds quotients of long numbers to the last place or so', () => {
    fc.assert(
      fc.property(fraction, (a) => {
        const rounded = toNumber(a);
        const error = Math.abs(toNumber(subtract(a, binary(rounded))));
        expect(error).toBeLessThanOrEqual(2 ** -52 * Math.abs(rounded));
      }),
    );
  });
});

describe('simplestNear', () => {
  it('finds the fraction behind a double', () => {
    expect(simplestNear(1 / 3, 1e-13)).toEqual({ n: 1n, d: 3n });
    expect(simplestNear(-41 / 210, 1e-13)).toEqual({ n: -41n, d: 210n });
    expect(simplestNear(0.5, 1e-13)).toEqual({ n: 1n, d: 2n });
    expect(simplestNear(7, 1e-13)).toEqual({ n: 7n, d: 1n });
  });
});
