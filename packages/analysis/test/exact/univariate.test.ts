import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, negate, one, rational, sign, subtract, toNumber } from '../../src/exact/rational.js';
import { realRoots, squareFree, trimmed, type Univariate, univariateProduct } from '../../src/exact/univariate.js';

const middle = ({ low, high }: { low: { n: bigint; d: bigint }; high: { n: bigint; d: bigint } }) =>
  (toNumber(low) + toNumber(high)) / 2;
const from = (...coefficients: number[]): Univariate => trimmed(coefficients.map(decimal));

describe('realRoots', () => {
  it('finds every root of a product of linear factors once, and no other', () => {
    const roots = fc.array(fc.tuple(fc.integer({ min: -40, max: 40 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(roots, fc.boolean(), (pairs, withComplexPair) => {
        const exact = pairs.map(([n, d]) => rational(BigInt(n), BigInt(d)));
        const factors: Univariate[] = exact.map((root) => [negate(root), one]);
        if (withComplexPair) factors.push(from(1, 0.5, 1));
        const found = realRoots(factors.reduce(univariateProduct));
        const expected = [...new Set(exact.map(toNumber))].sort((a, b) => a - b);
        expect(found.map(middle)).toHaveLength(expected.length);
        for (const [i, root] of found.entries()) expect(middle(root)).toBeCloseTo(expected[i]!, 14);
      }),
      { numRuns: 25 },
    );
  });

  it('tells two roots apart that doubles cannot, and finds none next to the axis', () => {
    const close = univariateProduct(
      [rational(-1n), rational(3n)],
      [rational(-(10n ** 20n) - 3n), rational(3n * 10n ** 20n)],
    );
    expect(realRoots(close)).toHaveLength(2);
    expect(realRoots([rational(1n, 10n ** 40n), decimal(0), one])).toEqual([]);
  });

  it('keeps intervals off the points given', () => {
    for (const { low, high } of realRoots(from(-2, 0, 1), [rational(0n), rational(1n)])) {
      for (const point of [rational(0n), rational(1n)]) {
        expect(sign(subtract(point, low)) * sign(subtract(high, point))).not.toBe(1);
      }
    }
    expect(realRoots(from(-2, 0, 1)).map(middle)[1]).toBe(Math.SQRT2);
  });
});

describe('squareFree', () => {
  it('keeps every root once', () => {
    expect(squareFree(from(1, 2, 1))).toHaveLength(2);
    expect(squareFree(from(-1, 0, 1))).toEqual(from(-1, 0, 1));
  });
});
