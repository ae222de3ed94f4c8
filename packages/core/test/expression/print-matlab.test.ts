import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateExpression } from '../../src/expression/evaluate.js';
import type { Expression } from '../../src/expression/expression.js';
import { parseExpression } from '../../src/expression/parse.js';
import { type MatlabSpelling, matlabExpression } from '../../src/expression/print-matlab.js';

const spelling: MatlabSpelling = {
  name: (name) => (name === 'mixed' ? name : `par.${name}`),
  share: (player, strategy) => `${player}_${strategy}`,
  holdsShares: (name) => name === 'mixed',
};
const print = (text: string) => matlabExpression(parseExpression(text), spelling);

describe('matlabExpression', () => {
  it.each([
    ['a*b + c/2', 'par.a*par.b + par.c/2'],
    ['B.share*(a - b)', 'B_share*(par.a - par.b)'],
    ['B.share*(a - M.up)', 'B_share.*(par.a - M_up)'],
    ['mixed*B.share/a', 'mixed.*B_share/par.a'],
    ['B.share^2*a^2', 'B_share.^2*par.a^2'],
    ['a^b^c', 'par.a^(par.b^par.c)'],
    ['(-a)^2 - -b', '(-par.a)^2 - -par.b'],
    ['-a^2', '-par.a^2'],
    ['a^-2', 'par.a^(-2)'],
    ['a - (b - c)', 'par.a - (par.b - par.c)'],
    ['1e-7*a', '1e-7*par.a'],
  ])('%s is %s', (text, expected) => {
    expect(print(text)).toBe(expected);
  });

  it('means the same where it is read as our own text, powers never next to each other', () => {
    const name = (own: string): Expression => ({ kind: 'name', name: own, at: 0 });
    const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom(name('a'), name('b')),
        fc.constant<Expression>({ kind: 'share', player: 'B', strategy: 'share', at: 0 }),
        fc.double({ min: 0.1, max: 4, noNaN: true }).map((value): Expression => ({ kind: 'number', value, at: 0 })),
        tie('tree').map((of): Expression => ({ kind: 'negate', of, at: 0 })),
        fc
          .tuple(fc.constantFrom('+', '-', '*', '/', '^'), tie('tree'), tie('tree'))
          .map(([operator, left, right]) => ({ kind: 'binary', operator, left, right, at: 0 }) as Expression),
      ),
    }));
    fc.assert(
      fc.property(tree, (expression) => {
        const text = matlabExpression(expression, spelling);
        expect(text).not.toMatch(/\^[A-Za-z0-9_.]+\.?\^/);
        const ours = text
          .replaceAll(/\.([*/^])/g, '$1')
          .replaceAll('par.', '')
          .replaceAll('B_share', 'B.share');
        const values = { a: 1.5, b: 0.25, 'B.share': 0.75 };
        expect(evaluateExpression(parseExpression(ours), values)).toEqual(evaluateExpression(expression, values));
      }),
    );
  });
});
