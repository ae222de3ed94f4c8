import { horner } from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuilder } from '../../src/program/builder.js';
import { double, evaluateStep } from '../../src/program/evaluate.js';

/** The program that gives the value of a polynomial in `state` registers. */
function programOf(exponents: readonly (readonly number[])[], state: number) {
  const builder = createBuilder('none', 0);
  const terms = exponents.map((powers, i) => ({ coefficient: builder.coefficient(i), exponents: powers }));
  const registers = Array.from({ length: state }, (_, i) => builder.register(i));
  return builder.finish([{ name: 'value', value: horner(builder, registers, terms) }]);
}

const polynomials = fc.integer({ min: 1, max: 4 }).chain((state) =>
  fc.record({
    terms: fc.uniqueArray(fc.array(fc.nat(3), { minLength: state, maxLength: state }), {
      maxLength: 12,
      selector: (powers) => powers.join(),
    }),
    coefficients: fc.array(fc.double({ min: -4, max: 4, noNaN: true }), { minLength: 12, maxLength: 12 }),
    at: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: state, maxLength: state }),
  }),
);

describe('horner', () => {
  it('has the value of the sum of its terms', () => {
    fc.assert(
      fc.property(polynomials, ({ terms, coefficients, at }) => {
        const numbers = coefficients.map(Math.fround);
        const exact = terms.reduce(
          (sum, powers, i) => sum + numbers[i] * powers.reduce((product, power, j) => product * at[j] ** power, 1),
          0,
        );
        const out = new Float64Array(1);
        evaluateStep(programOf(terms, at.length), numbers, at, [], double, out);
        // at most 12 terms of size 4, each with a few roundings of 1.1e-16
        expect(Math.abs(out[0] - exact)).toBeLessThan(1e-13);
      }),
    );
  });

  it('takes a product for each coordinate that it takes out, and none where there is nothing to take out', () => {
    const products = (exponents: number[][], state: number) =>
      programOf(exponents, state).nodes.filter((node) => node.op === 'mul').length;
    const all = [0, 1].flatMap((x) => [0, 1].map((y) => [x, y]));
    expect(products(all, 2)).toBe(3);
    expect(products([[0], [1], [2], [3]], 1)).toBe(3);
    expect(products([[0, 0]], 2)).toBe(0);
    expect(products([], 2)).toBe(0);
  });

  it('multiplies no two shares where lower terms are there', () => {
    const { nodes } = programOf(
      [
        [0, 0, 0],
        [1, 0, 0],
        [0, 1, 0],
        [1, 1, 0],
        [0, 0, 1],
        [1, 1, 1],
        [0, 1, 1],
        [1, 0, 1],
      ],
      3,
    );
    const isShare = (node: number) => nodes[node].op === 'register';
    const products = nodes.flatMap((node) => (node.op === 'mul' ? [node] : []));
    expect(products.length).toBe(7);
    for (const { a, b } of products) expect(isShare(a) && isShare(b)).toBe(false);
  });
});
