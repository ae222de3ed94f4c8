import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../src/expression/parse.js';
import { latexExpression } from '../../src/expression/print-latex.js';

const spelling = { name: (name: string) => name, share: (player: string) => `x_{${player}}` };

describe('latexExpression', () => {
  it.each([
    ['a*(1 - b) + c', 'a \\, (1 - b) + c'],
    ['(a - b)/2', '\\frac{a - b}{2}'],
    ['(a/b)^2', '{\\left(\\frac{a}{b}\\right)}^{2}'],
    ['a^b^2', '{a}^{{b}^{2}}'],
    ['2*3*a', '2 \\cdot 3 \\, a'],
    ['-(a + b)*c', '-(a + b) \\, c'],
    ['a - (b + c/2)', 'a - \\left(b + \\frac{c}{2}\\right)'],
    ['B.share*1e-7', 'x_{B} \\, (1 \\cdot 10^{-7})'],
    ['(1e-7)^a', '{(1 \\cdot 10^{-7})}^{a}'],
  ])('%s is %s', (text, expected) => {
    expect(latexExpression(parseExpression(text), spelling)).toBe(expected);
  });
});
