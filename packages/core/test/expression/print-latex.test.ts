import { describe, expect, it } from 'vitest';
import type { Expression } from '../../src/expression/expression.js';
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
    ['a*(b*c)', 'a \\, (b \\, c)'],
    ['a*b*c', 'a \\, b \\, c'],
    ['a - b - c', 'a - b - c'],
    ['(a - b)*c', '(a - b) \\, c'],
    ['a*(b/c)', 'a \\, \\frac{b}{c}'],
    ['(a^b)^c', '{({a}^{b})}^{c}'],
    ['a*2', 'a \\cdot 2'],
    ['a*b2', 'a \\, b2'],
    ['-a^2', '-{a}^{2}'],
    ['(-a)^2', '{(-a)}^{2}'],
    ['-(a*b)', '-(a \\, b)'],
    ['-(a/b)', '-\\frac{a}{b}'],
    ['a*-b', 'a \\, (-b)'],
    ['1e21*a', '1 \\cdot 10^{21} \\, a'],
    ['(1e-7)^a', '{(1 \\cdot 10^{-7})}^{a}'],
  ])('%s is %s', (text, expected) => {
    expect(latexExpression(parseExpression(text), spelling)).toBe(expected);
  });

  it('groups a negative number, which the parser never makes, under a power', () => {
    const number = (value: number): Expression => ({ kind: 'number', value, at: 0 });
    const squared: Expression = { kind: 'binary', operator: '^', left: number(-2), right: number(2), at: 0 };
    expect(latexExpression(squared, spelling)).toBe('{(-2)}^{2}');
    expect(latexExpression({ ...squared, left: number(0) }, spelling)).toBe('{0}^{2}');
  });
});
