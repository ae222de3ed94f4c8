import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  decimal,
  multiply,
  one,
  type Rational,
  sign,
  subtract,
  toNumber,
  zero,
} from '../../src/exact/rational.js';
import { strictPoint } from '../../src/exact/strict-point.js';

const row = (...entries: number[]) => entries.map(decimal);

describe('strictPoint', () => {
  it('finds the middle of a simplex', () => {
    const point = strictPoint([{ entries: [0, 1, 2], total: one }], []);
    expect(point!.map(toNumber)).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it('says where an entry would have to be 0 or below', () => {
    const groups = [{ entries: [0, 1], total: one }];
    expect(strictPoint(groups, [row(1, 0, 0)])).toBeUndefined();
    expect(strictPoint(groups, [row(1, 0, 1.5)])).toBeUndefined();
    expect(strictPoint(groups, [row(1, 1, 2)])).toBeUndefined();
    expect(strictPoint(groups, [row(1, -3, 0)])!.map(toNumber)).toEqual([0.75, 0.25]);
  });

  it('finds a strict point of every plane through one, and it satisfies everything', () => {
    const weight = fc.integer({ min: 1, max: 50 });
    const coefficient = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(
        fc.array(weight, { minLength: 4, maxLength: 4 }),
        fc.array(fc.array(coefficient, { minLength: 4, maxLength: 4 }), { maxLength: 3 }),
        (weights, planes) => {
          const groups = [
            { entries: [0, 1], total: decimal(weights[0]! + weights[1]!) },
            { entries: [2, 3], total: decimal(weights[2]! + weights[3]!) },
          ];
          const known = weights.map(decimal);
          const equations = planes.map((plane) => {
            const left = plane.map(decimal);
            return [...left, dot(left, known)];
          });
          const point = strictPoint(groups, equations)!;
          expect(point.every((entry) => sign(entry) > 0)).toBe(true);
          for (const { entries, total } of groups) {
            expect(entries.reduce((rest, j) => subtract(rest, point[j]!), total)).toEqual(zero);
          }
          for (const equation of equations) expect(dot(equation.slice(0, 4), point)).toEqual(equation[4]);
        },
      ),
      { numRuns: 80 },
    );
  });
});

function dot(a: readonly Rational[], b: readonly Rational[]): Rational {
  return a.reduce((total, entry, i) => add(total, multiply(entry, b[i]!)), zero);
}
