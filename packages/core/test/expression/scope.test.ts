import { describe, expect, it } from 'vitest';
import { parseExpression } from '../../src/expression/parse.js';
import { mentions, type Scope, unknownNames } from '../../src/expression/scope.js';

const unknown = (text: string, scope: Scope) => unknownNames(parseExpression(text), scope);

describe('mentions', () => {
  it('are all names and shares from left to right, with their places from 0', () => {
    expect(mentions(parseExpression('b - -(B.share*2)^b'))).toEqual([
      { name: 'b', share: false, at: 0 },
      { name: 'B.share', share: true, at: 6 },
      { name: 'b', share: false, at: 17 },
    ]);
  });
});

describe('unknownNames', () => {
  const shares = new Map([
    ['A', ['up', 'down']],
    ['B', ['share', 'withhold']],
  ]);

  it('are none where the scope has all', () => {
    expect(unknown('c*A.up + B.withhold', { names: new Set(['c']), shares })).toEqual([]);
    expect(unknown('2 + 3', { names: new Set() })).toEqual([]);
  });

  it('come with all that is known, and the nearest of it', () => {
    expect(unknown('1 + tua', { names: new Set(['c', 'tau']), shares })).toEqual([
      {
        code: 'unknown-name',
        path: '',
        place: '',
        at: 5,
        found: 'unknown name "tua"',
        expected: 'a parameter, a name of the where section or a share',
        known: ['c', 'tau', 'A.up', 'A.down', 'B.share', 'B.withhold'],
        suggestion: 'tau',
      },
    ]);
    expect(unknown('somethingelse', { names: new Set(['c']) })[0]).not.toHaveProperty('suggestion');
    expect(unknown('A.left', { names: new Set(), shares })[0]).toMatchObject({ found: 'unknown share "A.left"' });
    // A player alone: the first of its shares.
    expect(unknown('B', { names: new Set(), shares })[0]).toMatchObject({ suggestion: 'B.share' });
  });

  it('that hold shares, and shares themselves, are refused where none may be used', () => {
    const expected = 'numbers, and names that hold neither shares nor time';
    const found = unknown('both + A.up + c', { names: new Set(['c']), holdingShares: new Set(['both']) });
    expect(found).toEqual([
      {
        code: 'not-polynomial',
        path: '',
        place: '',
        at: 1,
        found: 'name "both", which changes with shares or time,',
        expected,
      },
      { code: 'not-polynomial', path: '', place: '', at: 8, found: 'share "A.up"', expected },
    ]);
    expect(unknown('A.up', { names: new Set(), shares, holdingShares: new Set(['A.up']) })).toEqual([]);
  });
});
