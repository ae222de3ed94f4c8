import { describe, expect, it } from 'vitest';
import { gameLimits } from '../../src/definition/limits.js';
import { readGame } from '../../src/file/read-game.js';
import { faultsOf as faultsOfWork } from '../faults-of.js';

/** A right file of 24 lines; the tests below break one line each. */
const right = `game: small
title: A small game
players:
  A: { title: Anne, strategies: [up, down] }
  B: { title: Bert, strategies: [left, right] }
parameters:
  b_A: { value: 2, range: [1, 3], group: g, title: Benefit }
  c: { value: 1 }
where:
  net: b_A - c
  both: A.up*B.left
payoffs:
  - { when: [up, left], pay: { A: net, B: 1 } }
  - { when: [up, right], pay: { A: 0, B: both } }
  - { when: [down, left], pay: { A: 1, B: 0 } }
  - { when: [down, right], pay: { A: 0, B: -c } }
noise:
  kind: replicator
  sigma: { A: 0.1, B: c/10 }
initial:
  A: 0.5
  B: [0.5, 0.5]
horizon: 10
scenarios: { dear: { c: 1.5 } }
`;

const faultsOf = (text: string) => faultsOfWork(() => readGame(text, { file: 'small.game.yaml' }));

function lineChanged(line: number, to: string): string {
  return right
    .split('\n')
    .with(line - 1, to)
    .join('\n');
}

describe('readGame', () => {
  it('reads the small game', () => {
    const game = readGame(right);
    expect(game.players[0]).toEqual({ name: 'A', title: 'Anne', strategies: ['up', 'down'] });
    expect(game.parameters[0]).toEqual({ name: 'b_A', value: 2, range: [1, 3], group: 'g', title: 'Benefit' });
    expect(game.scenarios).toEqual({ dear: { c: 1.5 } });
    expect(game.horizon).toBe(10);
  });

  it('reads JSON', () => {
    const json = {
      game: 'j',
      horizon: 1,
      players: { A: { strategies: ['a', 'b'] } },
      payoffs: { A: { a: 1, b: '2 - 1' } },
    };
    const game = readGame(JSON.stringify(json, null, 2));
    expect(game.noise.kind).toBe('none');
    expect(game.title).toBe('j');
  });

  type Broken = [line: number, to: string, line: number, column: number, code: string, found: string];
  const broken: Broken[] = [
    [1, 'game: two words', 1, 7, 'bad-name', 'the identifier "two words"'],
    [1, 'game: [a]', 1, 7, 'wrong-type', 'a list'],
    [2, 'titel: A small game', 2, 1, 'unknown-key', 'unknown key "titel"'],
    [2, 'title: 7', 2, 8, 'wrong-type', 'the number 7'],
    [2, 'game: again', 2, 1, 'duplicate-key', 'the key "game" twice'],
    [2, '__proto__: { a: 1 }', 2, 1, 'unknown-key', 'unknown key "__proto__"'],
    [2, '<<: { title: x }', 2, 1, 'yaml', 'a merge key, "<<"'],
    [2, 'title: &anchor x', 2, 16, 'yaml', 'an anchor, &anchor'],
    [2, 'title: !!binary x', 2, 17, 'yaml', 'a tag, tag:yaml.org,2002:binary'],
    [2, 'title: !!str x', 2, 14, 'yaml', 'a tag, tag:yaml.org,2002:str'],
    [2, 'title: "open', 25, 1, 'yaml', 'Missing closing "quote'],
    [2, '---', 2, 1, 'yaml', 'a second document'],
    [2, '1: x', 2, 1, 'wrong-type', 'a key that is not text'],
    [2, 'against: self', 2, 10, 'bad-value', '"self" with 2 players'],
    [2, 'against: selv', 2, 10, 'unknown-name', 'unknown value "selv"'],
    [4, '  A: { strategies: [up] }', 4, 20, 'bad-value', 'one strategy'],
    [4, '  A: { strategies: [up, up] }', 4, 25, 'name-clash', 'strategy "up" twice'],
    [4, '  A: { title: x }', 4, 6, 'missing-key', 'no strategies'],
    [4, '  A: { strategies: [up, down], colour: red }', 4, 32, 'unknown-key', 'unknown key "colour"'],
    [7, '  b_A: { value: 4, range: [1, 3] }', 7, 17, 'bad-range', 'value 4'],
    [7, '  b_A: { value: 2, range: [3, 1] }', 7, 27, 'bad-range', '3 to 1'],
    [7, '  b_A: { value: 2, range: [2, 2] }', 7, 27, 'bad-range', '2 to 2'],
    [7, '  b_A: { value: 2, range: [1] }', 7, 27, 'bad-range', '1 entries'],
    [7, '  b_A: { value: .nan }', 7, 17, 'not-finite', 'NaN'],
    [7, '  b_A: { value: -.inf }', 7, 17, 'not-finite', '-Infinity'],
    [7, '  b_A: { value: "2" }', 7, 17, 'wrong-type', 'text "2"'],
    [7, '  b_A: two', 7, 8, 'wrong-type', 'text "two"'],
    [7, '  b_A: { range: [1, 3] }', 7, 8, 'missing-key', 'no value'],
    [8, '  c: { value: 1 }\n  B: { value: 1 }', 9, 3, 'name-clash', 'the name "B", which is a player already'],
    [8, '  c: { value: 1 }\n  toString: { value: 1 }', 9, 3, 'bad-name', 'the reserved name "toString"'],
    [8, '  c: { value: 1 }\n  a-b: { value: 1 }', 9, 3, 'bad-name', 'the name "a-b"'],
    [10, '  net: b_A - c\n  c: 1', 11, 3, 'name-clash', 'the name "c", which is a parameter already'],
    [10, '  net: net + 1', 10, 3, 'cycle', '"net", which needs its own value'],
    [10, '  net: b_A - ', 10, 8, 'syntax', 'the end of the expression'],
    [10, '  net: true', 10, 8, 'wrong-type', 'true'],
    [10, '  net: b_A/both', 10, 8, 'not-finite', 'a divisor of something that may be 0 to 1'],
    [10, '  net: A.up^17', 10, 8, 'limit', 'degree 17 in the shares'],
    [10, '  net: (A.up - 1)^c', 10, 8, 'not-finite', 'the base of a power of something that may be -1 to 0'],
    [10, '  net: log(A.up)', 10, 8, 'not-finite', 'log(...) of something that may be 0 to 1'],
    [10, '  net: 1/(c - 1)', 10, 8, 'not-finite', '1 / 0 = Infinity'],
    [13, '  - { when: [up, left], pay: { A: beta, B: 1 } }', 13, 35, 'unknown-name', 'unknown name "beta"'],
    [13, '  - { when: [up, left], pay: { A: A.left, B: 1 } }', 13, 35, 'unknown-name', 'unknown share "A.left"'],
    [13, '  - { when: [up, left], pay: { A: f(1), B: 1 } }', 13, 35, 'unknown-name', 'unknown function "f("'],
    [13, '  - { when: [up, left], pay: { A: net } }', 13, 30, 'missing-key', 'no B'],
    [13, '  - { when: [up, left], pay: { A: net, B: 1, C: 2 } }', 13, 46, 'unknown-key', 'unknown key "C"'],
    [13, '  - { when: [up], pay: { A: net, B: 1 } }', 13, 13, 'bad-profile', 'a profile of 1 strategies'],
    [
      13,
      '  - { when: [up, lift], pay: { A: net, B: 1 } }',
      13,
      18,
      'unknown-name',
      'unknown strategy of player B "lift"',
    ],
    [
      13,
      '  - { when: [down, left], pay: { A: net, B: 1 } }',
      15,
      13,
      'duplicate-row',
      '(down, left), which is row 1 already',
    ],
    [13, '', 14, 3, 'missing-rows', 'no row for (up, left)'],
    [13, '  - { when: [up, left], pay: { A: net/(c - 1), B: 1 } }', 13, 35, 'not-finite', '1 / 0 = Infinity'],
    [13, '  - { when: [up, left], pay: { A: .inf, B: 1 } }', 13, 35, 'not-finite', 'Infinity'],
    [18, '  kind: brownian', 18, 9, 'unknown-name', 'unknown noise kind "brownian"'],
    [19, '  sigma: { A: 0.1 }', 19, 10, 'missing-key', 'no B'],
    [19, '  sigma: { A: 0.1, B: 1, C: 1 }', 19, 26, 'unknown-key', 'unknown key "C"'],
    [19, '  sigma: { A: -c, B: 1 }', 19, 15, 'bad-value', '-1'],
    [19, '  sigma: { A: 1/A.up, B: 1 }', 19, 15, 'not-finite', 'a divisor of something that may be 0 to 1'],
    [19, '  sigma: { A: 1, B: A.app }', 19, 21, 'unknown-name', 'unknown share "A.app"'],
    [18, '  boundary: sticky', 18, 13, 'unknown-name', 'unknown noise boundary "sticky"'],
    [
      18,
      '  kind: demographic\n  boundary: none',
      18,
      3,
      'unsupported',
      'demographic noise that may leave [0, 1], where its root is not defined',
    ],
    [18, '  common: 1', 18, 11, 'wrong-type', 'the number 1'],
    [18, '  correlation: [[1, 2], [2, 1]]', 18, 29, 'bad-value', 'a correlation of 2'],
    [18, '  correlation: [[1, 0]]', 18, 16, 'bad-value', '1 rows of 2'],
    [18, '  correlation: [[1, A.up], [A.up, 1]]', 18, 21, 'not-polynomial', 'share "A.up"'],
    [21, '  A: time', 21, 6, 'not-polynomial', 'the time'],
    [8, '  c: { value: 1 }\n  time: { value: 1 }', 9, 3, 'bad-name', 'the reserved name "time"'],
    [2, 'dynamics: repliactor', 2, 11, 'unknown-name', 'unknown dynamics "repliactor"'],
    [2, 'dynamics: logit', 2, 11, 'missing-key', 'logit dynamics without temperature'],
    [
      2,
      'dynamics: { kind: smith, temperature: 1 }',
      2,
      39,
      'unknown-key',
      'temperature, which smith dynamics do not have',
    ],
    [2, 'mutation: -1', 2, 11, 'bad-value', 'a mutation rate of -1'],
    [2, 'mutation: { matrix: [[1, 0], [1, 1]] }', 2, 11, 'bad-value', 'a row of the mutation matrix, 1, 1'],
    [2, 'mutation: { C: 1 }', 2, 13, 'unknown-key', 'unknown key "C"'],
    [
      2,
      'dynamics: smith',
      18,
      3,
      'unsupported',
      'replicator noise needs dynamics that are linear in payoffs, which smith dynamics are not known to be',
    ],
    [21, '  A: 1.5', 21, 6, 'bad-value', 'share of up = 1.5'],
    [21, '  C: 0.5', 21, 3, 'unknown-key', 'unknown key "C"'],
    [22, '  B: [0.5, 0.6]', 22, 6, 'bad-value', 'shares that add up to 1.1'],
    [22, '  B: [0.5, 0.3, 0.2]', 22, 6, 'bad-value', 'a list of 3 shares'],
    [23, 'horizon: 0', 23, 10, 'bad-value', '0'],
    [23, 'horizon: .inf', 23, 10, 'not-finite', 'Infinity'],
    [23, 'horizon: soon', 23, 10, 'wrong-type', 'text "soon"'],
    [24, 'scenarios: { dear: { d: 1 } }', 24, 22, 'unknown-name', 'unknown parameter "d"'],
    [24, 'scenarios: { dear: { c: x } }', 24, 25, 'wrong-type', 'text "x"'],
    [24, 'scenarios: { dear: { c: -5 } }', 19, 23, 'bad-value', '-0.5'],
    [24, 'scenarios: { "a b": { c: 1 } }', 24, 14, 'bad-name', 'the identifier "a b"'],
  ];
  it.each(broken)('line %d as %s: %d:%d %s', (line, to, atLine, column, code, found) => {
    const faults = faultsOf(lineChanged(line, to));
    const matching = faults.filter((fault) => fault.code === code);
    expect(matching[0]).toMatchObject({ line: atLine, column, code, found });
  });

  it('finds nothing else wrong beside one wrong line', () => {
    const own = new Set(['yaml', 'duplicate-row', 'name-clash']);
    for (const [line, to, , , code] of broken.filter((entry) => !own.has(entry[4]))) {
      const codes = new Set(faultsOf(lineChanged(line, to)).map((fault) => fault.code));
      const cascade = code === 'missing-key' || code === 'bad-value' || code === 'wrong-type' || code === 'unknown-key';
      if (!cascade) expect([...codes], to).toEqual([code]);
    }
  });

  it('words a fault so that it can be repaired', () => {
    const text = lineChanged(13, '  - { when: [up, left], pay: { A: net - beta, B: 1 } }');
    expect(() => readGame(text, { file: 'small.game.yaml' })).toThrow(
      'small.game.yaml:13:35: payoffs row 1 (up, left), player A: unknown name "beta" at column 7.\n' +
        '  Known names: b_A, c, net, both, time, A.up, A.down, B.left, B.right. Did you mean "b_A"?',
    );
  });

  it('reports everything at once, in the order of the file', () => {
    const text = [lineChanged(7, '  b_A: { value: 9, range: [1, 3] }')]
      .map((t) => t.replace('horizon: 10', 'horizon: -1').replace('A: net', 'A: nut'))
      .join('');
    expect(faultsOf(text).map((fault) => [fault.line, fault.code])).toEqual([
      [7, 'bad-range'],
      [13, 'unknown-name'],
      [23, 'bad-value'],
    ]);
  });

  it('checks shares at the start although a payoff is wrong', () => {
    const text = [
      'game: two-faults',
      'horizon: 1',
      'players: { A: { strategies: [a, b] } }',
      'payoffs: { A: { a: unknown, b: 1 } }',
      'initial: { A: 1.5 }',
    ].join('\n');
    expect(faultsOf(text).map((fault) => fault.line)).toEqual([4, 5, 5]);
  });

  it('finds cycles over several names, and orders names that have none', () => {
    const where = (lines: string) => right.replace('  net: b_A - c\n', lines);
    const cyclic = faultsOf(where('  net: one\n  one: two\n  two: net\n'));
    expect(cyclic.map((fault) => [fault.code, fault.path])).toEqual([
      ['cycle', 'where.net'],
      ['cycle', 'where.one'],
      ['cycle', 'where.two'],
    ]);
    const game = readGame(where('  net: one\n  one: two\n  two: b_A - c\n'));
    expect(game.where.map((entry) => entry.name)).toEqual(['two', 'both', 'one', 'net']);
  });

  it.each(['game', 'players', 'payoffs', 'horizon'])('misses %s', (key) => {
    const sections = right.split(/^(?=\S)/m).filter((section) => !section.startsWith(`${key}:`));
    expect(faultsOf(sections.join('')).map((fault) => fault.found)).toContain(`no ${key}`);
  });

  it('refuses more than the limits', () => {
    const names = (n: number) => [...new Array(n).keys()].map((i) => `s${i}`);
    const many = (players: number, strategies: number) =>
      `game: x\nhorizon: 1\nplayers: { ${names(players).map((p) => `${p}: { strategies: [${names(strategies)}] }`)} }\npayoffs: []`;
    expect(faultsOf(many(9, 2))[0]).toMatchObject({ code: 'limit', found: '9 players' });
    expect(faultsOf(many(1, 9))[0]).toMatchObject({ code: 'limit', found: '9 strategies' });
    expect(faultsOf(many(8, 8))[0]).toMatchObject({ code: 'limit', found: 'a table of 16777216 rows' });
    expect(faultsOf('#'.repeat(gameLimits.file + 1))[0]).toMatchObject({ code: 'limit' });
  });
});
