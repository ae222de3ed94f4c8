import { type Polynomial, value } from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Bernstein,
  bernsteinForm,
  middleValue,
  range,
  slopeRange,
  split,
} from '../../src/equilibria/bernstein.js';
import { collect, rounded } from '../../src/exact/polynomial.js';
import { decimal } from '../../src/exact/rational.js';

const variables = 2;
const term = fc.record({
  coefficient: fc.integer({ min: -50, max: 50 }).map((n) => decimal(n / 10)),
  exponents: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: variables, maxLength: variables }),
});
const polynomial = fc.array(term, { minLength: 1, maxLength: 6 }).map((terms) => collect(variables, terms));
const part = fc.double({ min: 0, max: 1, noNaN: true });

describe('Bernstein form', () => {
  it('encloses values and slopes on every part that splitting leaves', () => {
    const cuts = fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.boolean()), { maxLength: 8 });
    fc.assert(
      fc.property(polynomial, cuts, fc.tuple(part, part), (exact, path, [s, t]) => {
        const low = [-0.25, 0];
        const width = [1.5, 1];
        let form = bernsteinForm(exact, low.map(decimal), width.map(decimal));
        for (const [axis, first] of path) {
          form = split(form, axis, 0.375)[first ? 0 : 1];
          if (!first) low[axis]! += 0.375 * width[axis]!;
          width[axis]! *= first ? 0.375 : 0.625;
        }
        const plain = rounded(exact);
        const at = (u: number, v: number) => value(plain, [low[0]! + u * width[0]!, low[1]! + v * width[1]!]);
        // The comparison itself rounds: up to 6 terms of at most 5 * 1.25^3.
        const slack = 1e-13;
        expectBetween(at(s, t), range(form), slack);
        const middle = middleValue(form);
        expect(Math.abs(middle.value - at(0.5, 0.5))).toBeLessThanOrEqual(middle.error + slack);
        const h = 1e-4;
        const inner = h + s * (1 - 2 * h);
        expectBetween((at(inner + h, t) - at(inner - h, t)) / (2 * h), slopeRange(form, 0), 1e-8);
      }),
    );
  });

  it('is exact at the corners', () => {
    const exact = collect(2, [
      { coefficient: decimal(3), exponents: [1, 2] },
      { coefficient: decimal(-1), exponents: [0, 0] },
    ]);
    const form: Bernstein = bernsteinForm(exact, [decimal(0), decimal(0)], [decimal(1), decimal(1)]);
    const plain: Polynomial = rounded(exact);
    expect(form.coefficients[0]).toBe(value(plain, [0, 0]));
    expect(form.coefficients.at(-1)).toBe(value(plain, [1, 1]));
  });
});

function expectBetween(x: number, [low, high]: readonly [number, number], slack: number): void {
  expect(x).toBeGreaterThanOrEqual(low - slack);
  expect(x).toBeLessThanOrEqual(high + slack);
}
