import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPolynomial } from '../../src/polynomial/format.js';
import {
  compareExponents,
  constant,
  degree,
  derivative,
  type Polynomial,
  power,
  product,
  scale,
  sum,
  value,
  variable,
} from '../../src/polynomial/polynomial.js';

const variables = 3;
/** Small whole coefficients and states in halves: all arithmetic below is exact. */
const term = fc.record({
  coefficient: fc.integer({ min: -20, max: 20 }),
  exponents: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: variables, maxLength: variables }),
});
const polynomial: fc.Arbitrary<Polynomial> = fc
  .array(term, { maxLength: 6 })
  .map((terms) => terms.map((t) => ({ variables, terms: [t] })).reduce<Polynomial>(sum, { variables, terms: [] }))
  .map((p) => scale(p, 1));
const state = fc
  .array(fc.integer({ min: -4, max: 4 }), { minLength: variables, maxLength: variables })
  .map((halves) => halves.map((n) => n / 2));

function isCanonical(p: Polynomial): boolean {
  return p.terms.every(
    ({ coefficient, exponents }, i) =>
      coefficient !== 0 && (i === 0 || compareExponents(p.terms[i - 1]!.exponents, exponents) < 0),
  );
}

describe('polynomial algebra', () => {
  it('sums, products, powers and multiples have the values they should, in canonical order', () => {
    fc.assert(
      fc.property(polynomial, polynomial, state, fc.integer({ min: 0, max: 2 }), (a, b, x, n) => {
        const [va, vb] = [value(a, x), value(b, x)];
        expect(value(sum(a, b), x)).toBe(va + vb);
        expect(value(product(a, b), x) + 0).toBe(va * vb + 0);
        expect(value(scale(a, -3), x) + 0).toBe(-3 * va + 0);
        expect(value(power(a, n), x)).toBe(va ** n);
        for (const p of [sum(a, b), product(a, b), scale(a, -3), power(a, n)]) expect(isCanonical(p)).toBe(true);
      }),
    );
  });

  it('commutes, distributes and cancels', () => {
    fc.assert(
      fc.property(polynomial, polynomial, polynomial, (a, b, c) => {
        expect(sum(a, b)).toEqual(sum(b, a));
        expect(product(a, b)).toEqual(product(b, a));
        expect(product(a, sum(b, c))).toEqual(sum(product(a, b), product(a, c)));
        expect(sum(a, scale(a, -1)).terms).toEqual([]);
      }),
    );
  });

  it('differentiates by the product rule', () => {
    fc.assert(
      fc.property(polynomial, polynomial, fc.integer({ min: 0, max: 2 }), (a, b, i) => {
        const left = derivative(product(a, b), i);
        expect(left).toEqual(sum(product(derivative(a, i), b), product(a, derivative(b, i))));
        expect(isCanonical(left)).toBe(true);
      }),
    );
  });

  it('differentiates x^3 y to 3 x^2 y', () => {
    const p = product(power(variable(0, 2), 3), variable(1, 2));
    expect(derivative(p, 0)).toEqual({ variables: 2, terms: [{ coefficient: 3, exponents: [2, 1] }] });
    expect(degree(p)).toBe(4);
  });

  it('keeps constants, and leaves out the constant 0', () => {
    expect(constant(2, 2).terms).toEqual([{ coefficient: 2, exponents: [0, 0] }]);
    expect(constant(0, 2).terms).toEqual([]);
    expect(value(constant(2, 2), [9, 9])).toBe(2);
  });

  it('refuses powers that are not whole', () => {
    expect(() => power(variable(0, 1), -1)).toThrow('exponent -1');
    expect(() => power(variable(0, 1), 0.5)).toThrow('exponent 0.5');
  });

  it('orders 1, x, y, x^2, x y, y^2', () => {
    const order = [
      [0, 2],
      [1, 1],
      [0, 0],
      [2, 0],
      [0, 1],
      [1, 0],
    ].sort(compareExponents);
    expect(order).toEqual([
      [0, 0],
      [1, 0],
      [0, 1],
      [2, 0],
      [1, 1],
      [0, 2],
    ]);
  });
});

describe('formatPolynomial', () => {
  const [x, y] = [variable(0, 2), variable(1, 2)];
  const cases: [Polynomial, string][] = [
    [constant(0, 2), '0'],
    [constant(-1, 2), '-1'],
    [sum(constant(-3.9, 2), scale(y, 4.9)), '-3.9 + 4.9 B.y'],
    [sum(scale(x, -1), product(x, y)), '-A.x + A.x B.y'],
    [sum(power(x, 2), scale(y, -2)), '-2 B.y + A.x^2'],
    [scale(x, 0.1 + 0.2), '0.3 A.x'],
    [sum(scale(x, 1), scale(y, 1e-16)), 'A.x'],
  ];
  it.each(cases)('case %#', (polynomial, text) => {
    expect(formatPolynomial(polynomial, ['A.x', 'B.y'])).toBe(text);
  });
});

describe('single cases', () => {
  const x = variable(0, 2);
  const y = variable(1, 2);
  const one = constant(1, 2);

  it('a product keeps no term that cancels', () => {
    const terms = product(sum(x, scale(one, -1)), sum(x, one)).terms;
    expect(terms.map(({ coefficient, exponents }) => [coefficient, ...exponents])).toEqual([
      [-1, 0, 0],
      [1, 2, 0],
    ]);
  });

  it('the zero polynomial has degree 0', () => {
    expect(degree({ variables: 2, terms: [] })).toBe(0);
  });

  it('a power that is not a whole number is refused, with what is wanted', () => {
    for (const exponent of [-1, 0.5, Number.NaN]) {
      expect(() => power(x, exponent)).toThrow(
        expect.objectContaining({
          faults: [expect.objectContaining({ code: 'bad-value', expected: 'a whole number of at least 0' })],
        }),
      );
    }
  });

  it('signs stand between the terms', () => {
    const names = ['x', 'y'];
    expect(formatPolynomial(sum(scale(x, -1), scale(y, -2)), names)).toBe('-x - 2 y');
    expect(formatPolynomial(sum(one, sum(scale(x, -3), y)), names)).toBe('1 - 3 x + y');
  });

  it('terms of at most 1e-13 of the largest are residue, however large that is', () => {
    const names = ['x', 'y'];
    expect(formatPolynomial(sum(one, scale(x, 1e-13)), names)).toBe('1');
    expect(formatPolynomial(sum(one, scale(x, 2e-13)), names)).toBe('1 + 2e-13 x');
    expect(formatPolynomial(sum(scale(one, 1e6), scale(x, 1e-8)), names)).toBe('1000000');
    expect(formatPolynomial(sum(scale(one, 1e-6), scale(x, 1e-8)), names)).toBe('0.000001 + 1e-8 x');
  });
});
