/** Two readings of an expression, one corpus: its polynomial has its value; and what is no polynomial, or too large a one, is refused. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateExpression } from '../../src/expression/evaluate.js';
import { difference, expand, type Meaning, polynomialLimits } from '../../src/expression/expand.js';
import { parseExpression } from '../../src/expression/parse.js';
import { GameError } from '../../src/fault/game-error.js';
import { numbers } from '../../src/polynomial/arithmetic.js';
import { constantOver, value, variableOver } from '../../src/polynomial/polynomial.js';

const variables = 2;
const arithmetic = { ...numbers, isZero: () => false };
const names = { a: 3, b: -2, zero: 0 };
const shares = ['A.x', 'A.y'];
const meaning: Meaning<number> = {
  arithmetic,
  variables,
  name: (name) => constantOver(arithmetic, names[name as keyof typeof names], variables),
  share: (player, strategy) => variableOver(arithmetic, shares.indexOf(`${player}.${strategy}`), variables),
};
const polynomial = (text: string) => expand(parseExpression(text), meaning);

function faultOf(text: string) {
  try {
    polynomial(text);
  } catch (error) {
    if (error instanceof GameError) return error.faults[0]!;
    throw error;
  }
  throw new Error(`${text} was accepted`);
}

describe('expand', () => {
  const state = fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }));

  it.each([
    ['7', [[7, 0, 0]]],
    ['-A.x', [[-1, 1, 0]]],
    // terms that cancel stay, so that none comes and goes with the numbers
    ['A.x - A.x', [[0, 1, 0]]],
    [
      '(A.x + b)*A.y',
      [
        [-2, 0, 1],
        [1, 1, 1],
      ],
    ],
    [
      '(a*A.x - 6)/b',
      [
        [3, 0, 0],
        [-1.5, 1, 0],
      ],
    ],
    ['a^b', [[3 ** -2, 0, 0]]],
    ['(A.x^3)^0', [[1, 0, 0]]],
    [
      '(A.x - 1)^2',
      [
        [1, 0, 0],
        [-2, 1, 0],
        [1, 2, 0],
      ],
    ],
  ])('%s', (text, terms) => {
    expect(polynomial(text).terms.map(({ coefficient, exponents }) => [coefficient, ...exponents])).toEqual(terms);
  });

  it('has the value of the expression', () => {
    const text = fc
      .constantFrom('1', 'a', 'A.x', 'A.y', 'zero')
      .chain((leaf) =>
        fc
          .array(fc.constantFrom(' + a', ' - A.y', '*b', '*A.x', '/a', '^2'), { maxLength: 4 })
          .map((rest) => rest.reduce<string>((whole, next) => `(${whole})${next}`, leaf)),
      );
    fc.assert(
      fc.property(text, state, (written, [x, y]) => {
        const exact = evaluateExpression(parseExpression(written), { ...names, 'A.x': x, 'A.y': y });
        expect(value(polynomial(written), [x, y])).toBeCloseTo(exact, 6);
      }),
    );
  });

  it('reaches its limits, and no further', () => {
    expect(polynomialLimits).toEqual({ degree: 16, terms: 2_000, products: 200_000 });
    expect(polynomial('A.x^16').terms).toHaveLength(1);
    expect(polynomial('A.x^9*A.y^7').terms).toHaveLength(1);
    expect(faultOf('1 + A.x^17')).toMatchObject({
      code: 'limit',
      at: 8,
      found: 'degree 17 in the shares',
      expected: 'at most 16',
    });
    // the power's own degree, not that of the first product that is too large
    expect(faultOf('(A.x*A.y)^10').found).toBe('degree 20 in the shares');
    expect(faultOf('A.x^9*A.y^8')).toMatchObject({
      code: 'limit',
      at: 6,
      found: 'degree 17 in the shares',
      expected: 'at most 16',
    });
  });

  it('refuses products of many terms, before they are computed and after', () => {
    /** As many coordinates as terms, all of degree 1. */
    const sumOf = (from: number, count: number, all: number) => ({
      variables: all,
      terms: Array.from({ length: count }, (_, i) => variableOver(arithmetic, from + i, all).terms[0]!),
    });
    const times = (a: number, b: number) => {
      const own: Meaning<number> = {
        ...meaning,
        variables: a + b,
        share: (_, strategy) => (strategy === 'x' ? sumOf(0, a, a + b) : sumOf(a, b, a + b)),
      };
      return expand(parseExpression('A.x*A.y'), own);
    };
    expect(times(40, 50).terms).toHaveLength(2_000);
    expect(() => times(3, 667)).toThrow('2001 terms at column 4; expected at most 2000 terms in the shares.');
    const many = { variables, terms: new Array(501).fill(variableOver(arithmetic, 0, variables).terms[0]) };
    expect(() => expand(parseExpression('A.x*A.y'), { ...meaning, share: () => many })).toThrow(
      'a product of 501 by 501 terms at column 4; expected at most 2000 terms in the shares.',
    );
    const fewer = { variables, terms: many.terms.slice(0, 400) };
    const product = () =>
      expand(parseExpression('A.x*A.y'), {
        ...meaning,
        share: (_, name) => (name === 'x' ? fewer : { ...many, terms: many.terms.slice(0, 500) }),
      });
    // 200,000 products are allowed, and all of them are of one term.
    expect(product().terms).toHaveLength(1);
  });

  it.each([
    ['1/(a + A.x)', 2, 'division by something that holds shares', 'a divisor without shares'],
    ['a^A.x', 2, 'an exponent that holds shares', 'an exponent without shares'],
    [
      'A.x^a',
      4,
      'something that holds shares, raised to a power that is not a whole number written out,',
      'an exponent such as 2',
    ],
    [
      'A.x^1.5',
      4,
      'something that holds shares, raised to a power that is not a whole number written out,',
      'an exponent such as 2',
    ],
  ])('refuses %s', (text, at, found, expected) => {
    expect(faultOf(text)).toMatchObject({ code: 'not-polynomial', at, found, expected });
  });
});

describe('difference', () => {
  it('is taken coefficient by coefficient', () => {
    const [x, y] = [variableOver(numbers, 0, 2), variableOver(numbers, 1, 2)];
    expect(difference(x, y, numbers).terms.map(({ coefficient, exponents }) => [coefficient, ...exponents])).toEqual([
      [1, 1, 0],
      [-1, 0, 1],
    ]);
    expect(difference(x, x, numbers).terms).toEqual([]);
  });
});
