import { bundledGame, parseExpression } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { expressionMath } from '../src/math/expression.js';
import { numeral, symbol } from '../src/math/mathml.js';
import { polynomialMath } from '../src/math/polynomial.js';

const game = bundledGame('data-sharing');

/** What one reads: MathML without its tags, fractions and powers with their signs. */
function read(markup: string): string {
  return markup
    .replaceAll(/<mfrac>(.*?)<\/mfrac>/g, (_, inner: string) => `{${inner}}`)
    .replaceAll(/<msup>/g, '^')
    .replaceAll(/<msub>(.*?)<mrow>(.*?)<\/mrow><\/msub>/g, '$1_$2')
    .replaceAll('&#x2062;', '*')
    .replaceAll(/<[^>]*>/g, '');
}

describe('expressionMath', () => {
  it.each([
    ['-2*d', '−2*d'],
    ['a - (b - c)', 'a−(b−c)'],
    ['a - (-b)', 'a−(−b)'],
    ['a + -b*c', 'a+(−b*c)'],
    ['(a + b)*c', '(a+b)*c'],
    ['-(a + b)', '−(a+b)'],
    ['-r_A*(1 - tau)', '−r_A*(1−τ)'],
    ['a*(-b)', 'a*(−b)'],
    ['(-a)^2', '^(−a)2'],
    ['x*2', 'x·2'],
    ['sigma_A + A.share*M.stand_by', 'σ_A+x_A*x_M,stand_by'],
  ])('%s', (text, expected) => {
    expect(read(expressionMath(parseExpression(text), game).markup)).toBe(expected);
  });

  it('writes a division as a fraction without parentheses', () => {
    const { markup } = expressionMath(parseExpression('(V - C)/2'), game);
    expect(markup).toBe('<mfrac><mrow><mi>V</mi><mo>−</mo><mi>C</mi></mrow><mn>2</mn></mfrac>');
  });
});

describe('symbols', () => {
  it('are Greek where the name is, with indices below', () => {
    expect(symbol('kappa').markup).toBe('<mi>κ</mi>');
    expect(symbol('Delta_A_2').markup).toBe('<msub><mi>Δ</mi><mrow><mi>A</mi><mo>,</mo><mn>2</mn></mrow></msub>');
    expect(symbol('c_M').markup).toBe('<msub><mi>c</mi><mrow><mi>M</mi></mrow></msub>');
    expect(symbol('__').markup).toBe('<mi>__</mi>');
  });

  it('of numbers have powers of ten, not e', () => {
    expect(read(numeral(-1.5e-9).markup)).toBe('−1.5·^10−9');
  });
});

describe('polynomialMath', () => {
  it('writes signs between terms, no factor 1, and no rounding residue', () => {
    const terms = [
      { coefficient: -3.9, exponents: [0, 0, 0] },
      { coefficient: 1, exponents: [0, 1, 0] },
      { coefficient: -1, exponents: [0, 1, 2] },
      { coefficient: 1e-17, exponents: [1, 0, 0] },
    ];
    const names = ['A.share', 'B.share', 'M.coordinate'];
    expect(read(polynomialMath(terms, names, game).markup)).toBe('−3.9+x_B−x_B*^x_M2');
    expect(read(polynomialMath([], names, game).markup)).toBe('0');
  });
});
