import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateExpression } from '../../src/expression/evaluate.js';
import type { Expression } from '../../src/expression/expression.js';
import { expressionLimits, parseExpression } from '../../src/expression/parse.js';
import { printExpression } from '../../src/expression/print.js';
import type { Scope } from '../../src/expression/scope.js';
import { GameError } from '../../src/fault/game-error.js';

const values = { a: 2, b_A: 3, tau: 0.5, 'B.share': 0.25 };

/** An expression without places. */
function bare(expression: Expression): unknown {
  return JSON.parse(JSON.stringify(expression, (key, value) => (key === 'at' ? undefined : value)));
}

function faultOf(text: string, scope?: Scope) {
  try {
    parseExpression(text, scope);
  } catch (error) {
    if (error instanceof GameError) return error.faults[0]!;
    throw error;
  }
  return undefined;
}

describe('parseExpression', () => {
  it.each([
    ['1 + 2*3', 7],
    ['(1 + 2)*3', 9],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['(-2)^2', 4],
    ['2^-1', 0.5],
    ['-a*b_A', -6],
    ['a - -a', 4],
    ['- - a', 2],
    ['+a', 2],
    ['8/4/2', 1],
    ['1 - 2 - 3', -4],
    ['1e-3*a', 0.002],
    ['.5 + 1.5E+1', 15.5],
    ['B.share*(b_A + tau)', 0.875],
    ['\n a\t*\r\n a ', 4],
    ['2 - 3 * -a ^ 2 / 4', 5],
  ])('%s = %d', (text, expected) => {
    expect(evaluateExpression(parseExpression(text), values)).toBe(expected);
  });

  it('marks places in the text', () => {
    expect(parseExpression('a + B.share')).toEqual({
      kind: 'binary',
      operator: '+',
      left: { kind: 'name', name: 'a', at: 0 },
      right: { kind: 'share', player: 'B', strategy: 'share', at: 4 },
      at: 2,
    });
  });

  const hostile: [text: string, column: number | undefined][] = [
    ['f(1)', 1],
    ['((f(2)))', 3],
    ['A.share(1)', 8],
    ['a[1]', 2],
    ['{a}', 1],
    ['a = 1', 3],
    ['x => x', 3],
    ['"a"', 1],
    ['`a`', 1],
    ['a.b.c', 4],
    ['a.b.constructor', 4],
    ['constructor', 1],
    ['1 + __proto__', 5],
    ['A.__proto__', 3],
    ['toString', 1],
    ['a b', 3],
    ['5%', 2],
    ['a; b', 2],
    ['a, b', 2],
    ['a ? b : c', 3],
    ['a**b', 3],
    ['!a', 1],
    ['a && b', 3],
    ['(1', 3],
    ['1)', 2],
    ['()', 2],
    ['a +', 4],
    ['* a', 1],
    ['', 1],
    ['1..2', 2],
    ['a.', 2],
    ['.a', 1],
    ['0x10', 2],
    ['1_000', 2],
    ['1e999', 1],
    ['\u00e9', 1],
    ['\u221e', 1],
    ['a\u0000', 2],
    ['x'.repeat(expressionLimits.characters + 1), undefined],
    ['('.repeat(5_000), undefined],
    ['-'.repeat(9_000), undefined],
    [`${'2^'.repeat(4_000)}2`, undefined],
    [`${'1+'.repeat(4_999)}1`, undefined],
  ];
  it.each(hostile)('refuses %.20s', (text, column) => {
    const fault = faultOf(text);
    expect(fault).toBeDefined();
    expect(fault!.at).toBe(column);
  });

  it.each([
    [
      'sine(1)',
      'unknown-name',
      'unknown function "sine("',
      'a function, exp, log, sqrt, tanh, sin, cos, abs, min, max, if, binomial, sum, value, weight, or "*" in front of "("',
    ],
    ['exp(1, 2)', 'syntax', 'exp(...) with 2 arguments', '1, as in exp(x)'],
    ['if(a, 1, 2)', 'syntax', '","', 'a comparison, < <= > or >='],
    ['if(a < b, 1)', 'syntax', 'if(...) with 2 arguments', '3, as in if(a < b, x, y)'],
    ['sum(1, 0, 3, 2)', 'syntax', 'a sum whose first argument is not a name', 'as in sum(k, 0, 5, x^k)'],
    ['a < b', 'syntax', '"<"', 'an operator'],
    [
      'max(1',
      'syntax',
      'the end of the expression',
      'an operator, "," or ")"; inside { } of YAML, put a formula with a comma between quotes',
    ],
    ['exp(1 2)', 'syntax', '"2"', 'an operator, "," or ")"'],
    ['A.share(1)', 'syntax', 'a call, "A.share("', 'an operator; functions have no dot in their names'],
    ['2(1)', 'syntax', '"("', 'an operator'],
    ['a b', 'syntax', '"b"', 'an operator'],
    ['(a b', 'syntax', '"b"', 'an operator or ")"'],
    ['a +', 'syntax', 'the end of the expression', 'a number, a name, a share or "("'],
    ['* a', 'syntax', '"*"', 'a number, a name, a share or "("'],
    ['1e999', 'syntax', 'too large a number, "1e999",', 'a number below 1.8e308'],
    ['a.b.c', 'syntax', 'a member chain, "a.b."', 'a share, written Player.strategy'],
    ['constructor', 'bad-name', 'the reserved name "constructor"', 'another name'],
    ['[', 'syntax', 'a bracket', 'numbers, names, shares such as B.share, + - * / ^ and parentheses'],
    [']', 'syntax', 'a bracket', 'numbers, names, shares such as B.share, + - * / ^ and parentheses'],
    ['{', 'syntax', 'a brace', 'numbers, names, shares such as B.share, + - * / ^ and parentheses'],
    ['}', 'syntax', 'a brace', 'numbers, names, shares such as B.share, + - * / ^ and parentheses'],
    ['=', 'syntax', 'an assignment', 'numbers, names, shares such as B.share, + - * / ^ and parentheses'],
    ["'", 'syntax', 'quoted text', 'numbers, names, shares such as B.share, + - * / ^ and parentheses'],
    ['"', 'syntax', 'quoted text', 'numbers, names, shares such as B.share, + - * / ^ and parentheses'],
    ['`', 'syntax', 'quoted text', 'numbers, names, shares such as B.share, + - * / ^ and parentheses'],
    ['.', 'syntax', 'a stray "."', 'numbers, names, shares such as B.share, + - * / ^ and parentheses'],
    ['%', 'syntax', '"%"', 'numbers, names, shares such as B.share, + - * / ^ and parentheses'],
    ['x'.repeat(10_001), 'limit', 'an expression of 10001 characters', 'at most 10000'],
    [`${'('.repeat(101)}`, 'limit', 'nesting deeper than 100', 'fewer parentheses, signs or powers in each other'],
    [`${'1+'.repeat(2_000)}1`, 'limit', 'more than 4000 operations', 'a shorter expression, with `where` names'],
  ])('says of %.12s what is wrong', (text, code, found, expected) => {
    expect(faultOf(text)).toMatchObject({ code, found, expected });
  });

  it('accepts nesting and length up to the limits', () => {
    const depth = expressionLimits.depth - 1;
    expect(faultOf(`${'('.repeat(depth)}a${')'.repeat(depth)}`)).toBeUndefined();
    expect(faultOf(`${'('.repeat(depth + 1)}a${')'.repeat(depth + 1)}`)?.code).toBe('limit');
    expect(faultOf(`${'a+'.repeat(1_999)}a`)).toBeUndefined();
    expect(faultOf(`-${'a+'.repeat(1_999)}a`)).toBeUndefined();
    expect(faultOf(`--${'a+'.repeat(1_999)}a`)?.code).toBe('limit');
    expect(faultOf(`a${' '.repeat(expressionLimits.characters - 1)}`)).toBeUndefined();
    // Depth is that of what is open, not of all that was.
    expect(faultOf(`${'(a)+'.repeat(200)}a`)).toBeUndefined();
  });

  it('names every unknown name, once, with the nearest known one', () => {
    const scope = { names: new Set(['b_A', 'c', 'tau']), shares: new Map([['B', ['share', 'withhold']]]) };
    const thrown = () => parseExpression('c + beta*B.shar - beta + B + A.share', scope);
    let faults: GameError['faults'] = [];
    try {
      thrown();
    } catch (error) {
      faults = (error as GameError).faults;
    }
    expect(faults.map((fault) => [fault.found, fault.at, fault.suggestion])).toEqual([
      ['unknown name "beta"', 5, 'b_A'],
      ['unknown share "B.shar"', 10, 'B.share'],
      ['unknown name "B"', 26, 'B.share'],
      ['unknown share "A.share"', 30, 'B.share'],
    ]);
  });

  it('throws nothing but GameError', () => {
    const piece = fc.constantFrom('a', 'B.share', '1', '2.5', '+', '-', '*', '/', '^', '(', ')', ' ', '.', 'e', '\n');
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (given) => {
        try {
          parseExpression(given);
        } catch (error) {
          expect(error).toBeInstanceOf(GameError);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('evaluateExpression', () => {
  it('takes values from own properties only', () => {
    const inherited = Object.create({ hidden: 1 }) as Record<string, number>;
    expect(() => evaluateExpression({ kind: 'name', name: 'hidden', at: 0 }, inherited)).toThrow(GameError);
    expect(() => evaluateExpression({ kind: 'name', name: 'constructor', at: 0 }, {})).toThrow(GameError);
  });

  it('names what has no value, with what has one', () => {
    const fault = (text: string, given: Record<string, number>) => {
      try {
        evaluateExpression(parseExpression(text), given);
      } catch (error) {
        return (error as GameError).faults[0];
      }
      return undefined;
    };
    expect(fault('a + tua', { a: 1, tau: 2 })).toEqual({
      code: 'unknown-name',
      path: '',
      place: '',
      found: 'no value for "tua"',
      expected: 'a value for every name',
      at: 5,
      known: ['a', 'tau'],
      suggestion: 'tau',
    });
    expect(fault('B.share', { a: 1 })).toMatchObject({ found: 'no value for "B.share"', known: ['a'] });
    expect(fault('B.share', { a: 1 })).not.toHaveProperty('suggestion');
  });
});

describe('printExpression', () => {
  const leaf: fc.Arbitrary<Expression> = fc.oneof(
    fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((value) => number(value)),
    fc.constantFrom('a', 'b_A', 'tau').map((name): Expression => ({ kind: 'name', name, at: 0 })),
    fc.constant<Expression>({ kind: 'share', player: 'B', strategy: 'share', at: 0 }),
  );
  const { tree } = fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 6 },
      leaf,
      tie('tree').map((of): Expression => ({ kind: 'negate', of, at: 0 })),
      fc
        .tuple(fc.constantFrom('+', '-', '*', '/', '^'), tie('tree'), tie('tree'))
        .map(([operator, left, right]) => ({ kind: 'binary', operator, left, right, at: 0 }) as Expression),
    ),
  }));

  it('round-trips through the parser', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        expect(bare(parseExpression(printExpression(expression)))).toEqual(bare(expression));
      }),
      { numRuns: 500 },
    );
  });

  it('has no parenthesis that can be left out', () => {
    fc.assert(
      fc.property(tree, (expression) => {
        const text = printExpression(expression);
        for (const [open, close] of pairs(text)) {
          const without = text.slice(0, open) + text.slice(open + 1, close) + text.slice(close + 1);
          let read: unknown;
          try {
            read = bare(parseExpression(without));
          } catch {
            continue;
          }
          expect(read).not.toEqual(bare(expression));
        }
      }),
    );
  });

  it.each(['a - (b_A - tau)', 'a - b_A - tau', '-a^2', '(-a)^2', 'a^-2^tau', '(a^2)^tau', 'a*-b_A', 'a/(b_A*tau)'])(
    'keeps %s',
    (text) => {
      expect(printExpression(parseExpression(text))).toBe(text);
    },
  );

  it('puts a negative number, which the parser never makes, in parentheses', () => {
    const negative: Expression = { kind: 'number', value: -2, at: 0 };
    const squared: Expression = { kind: 'binary', operator: '^', left: negative, right: number(2), at: 0 };
    expect(printExpression(squared)).toBe('(-2)^2');
    expect(printExpression(number(0))).toBe('0');
  });

  function number(value: number): Expression {
    return { kind: 'number', value: Object.is(value, -0) ? 0 : value, at: 0 };
  }

  function pairs(text: string): [number, number][] {
    const found: [number, number][] = [];
    const open: number[] = [];
    for (let i = 0; i < text.length; i++) {
      if (text[i] === '(') open.push(i);
      if (text[i] === ')') found.push([open.pop()!, i]);
    }
    return found;
  }
});
