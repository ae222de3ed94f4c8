/** Every word that a game file has for its equation is written as it is read, and what is wrong with one has its place. */
import { describe, expect, it } from 'vitest';
import { fieldShape } from '../../src/field/compile.js';
import { readGame } from '../../src/file/read-game.js';
import { writeGame } from '../../src/file/write-game.js';
import { pointAt } from '../../src/game/point-at.js';
import { settableNames } from '../../src/game/settable.js';
import { faultsOf } from '../faults-of.js';

const base = (lines: string) => `game: g
players: { A: { strategies: [a, b] }, B: { strategies: [c, d] } }
parameters: { k: { value: 0.5 } }
payoffs: { A: { a: 2 + B.c, b: 2.5 }, B: { c: 3, d: 2 + A.a } }
horizon: 5
${lines}
`;

const words = [
  'dynamics: smith',
  'dynamics: { kind: logit, temperature: k/2 }',
  'mutation: k/10',
  'mutation: { B: 0.1 }',
  'mutation: { A: { matrix: [[0.9, 0.1], [k, 1 - k]] }, B: 0.2 }',
  'noise: { sigma: 0.5 }',
  'noise: { kind: additive, sigma: { A: k, B: 0.1 }, boundary: clip }',
  'noise: { kind: multiplicative, sigma: "k*(1 - A.a)*exp(-time)", reading: stratonovich, boundary: none }',
  'noise: { sigma: k, common: true }',
  'noise: { kind: multiplicative, sigma: k, memory: k/3, boundary: clip }',
  'noise: { sigma: k, correlation: [[1, k], [k, 1]] }',
  'environment: { r: { initial: k, rate: "k*(A.a - r)", range: [0, 2], noise: 0.1*r, title: Stock } }',
  'regimes: { calm: { title: Calm, to: { crisis: 0.4 } }, crisis: { values: { k: 2*k }, to: { calm: k } } }',
];

describe('what a game file says of its equation', () => {
  it.each(words)('%s is written as it is read', (lines) => {
    const game = readGame(base(lines));
    const written = writeGame(game);
    expect(writeGame(readGame(written))).toBe(written);
    expect(fieldShape(readGame(written))).toEqual(fieldShape(game));
  });

  it('settable names have the start of a state and no intensity that changes by itself', () => {
    const game = readGame(base(`${words[7]}\n${words.at(-2)}`));
    const names = settableNames(game);
    expect(names).toContain('initial.r');
    expect(names).not.toContain('sigma_A');
    expect(pointAt(game, { set: { 'initial.r': 1.5 } }).environment).toEqual([1.5]);
    expect(faultsOf(() => pointAt(game, { set: { 'initial.r': 3 } }))[0]).toMatchObject({
      ...{ code: 'bad-value', path: 'set.initial.r', expected: 'a number in its range, 0 to 2' },
    });
  });
});

describe('what is wrong with it', () => {
  it.each([
    ['environment: { r: { initial: 3, rate: 1, range: [0, 2] } }', 6, 'bad-range', 'a start of 3'],
    ['environment: { r: { initial: 1, range: [0, 2] } }', 6, 'missing-key', 'no rate'],
    ['environment: { r: { initial: A.a, rate: 1, range: [0, 2] } }', 6, 'not-polynomial', 'share "A.a"'],
    ['environment: { r: { initial: 1, rate: q, range: [0, 2] } }', 6, 'unknown-name', 'unknown name "q"'],
    [
      'environment: { r: { initial: 1, rate: 1/r, range: [0, 2] } }',
      6,
      'not-finite',
      'a divisor of something that may be 0 to 2',
    ],
    ['environment: { k: { initial: 1, rate: 1, range: [0, 2] } }', 4, 'name-clash', 'the name "k"'],
    ['environment: { r: { initial: 1, rate: 1, range: [2, 0] } }', 6, 'bad-range', ''],
    ['noise: { sigma: 1, memory: 0 }', 6, 'bad-value', 'a memory of 0'],
    [
      'noise: { sigma: 1, memory: 1, reading: stratonovich }',
      6,
      'unsupported',
      'a reading of noise with a memory, which has only one',
    ],
    ['regimes: { calm: { to: { crisis: 0.4 } } }', 6, 'bad-value', '1 regimes'],
    ['regimes: { calm: {}, crisis: { values: { k: 1 } } }', 6, 'missing-key', 'no rates out of the first regime'],
    ['regimes: { calm: { to: { crisis: 1 } }, crisis: {} }', 6, 'missing-key', 'regimes without values'],
    ['regimes: { calm: { to: { crysis: 1 } }, crisis: { values: { k: 1 } } }', 6, 'unknown-name', '"crysis"'],
    ['regimes: { calm: { to: { calm: 1 } }, crisis: { values: { k: 1 } } }', 6, 'unknown-name', '"calm"'],
    ['regimes: { calm: { to: { crisis: 1 } }, crisis: { values: { q: 1 } } }', 6, 'unknown-name', 'parameter "q"'],
    ['regimes: { calm: { to: { crisis: 1 } }, crisis: { values: { k: A.a } } }', 6, 'not-polynomial', 'share "A.a"'],
    ['regimes: { calm: { to: { crisis: -1 } }, crisis: { values: { k: 1 } } }', 6, 'bad-value', 'a rate of -1'],
    ['regimes: { calm: { to: { k: 1 } }, k: { values: { k: 1 } } }', 6, 'name-clash', 'the name "k"'],
    ['regimes: { a: {}, b: {}, c: {}, d: {}, e: {} }', 6, 'limit', '5 regimes'],
    ['regimes: { calm: { too: { crisis: 1 } }, crisis: { values: { k: 1 } } }', 6, 'unknown-key', 'unknown key "too"'],
    [
      'initial: { A: k }\nregimes: { calm: { to: { crisis: 1 } }, crisis: { values: { k: 1 } } }',
      6,
      'not-polynomial',
      'name "k", which changes with shares or time',
    ],
    ['mutation: time', 6, 'not-polynomial', 'the time'],
    [
      'regimes: { calm: { to: {} }, crisis: { values: { k: 1 } } }',
      6,
      'missing-key',
      'no rates out of the first regime',
    ],
  ])('%s', (lines, _line, code, found) => {
    const faults = faultsOf(() => readGame(base(lines))).filter((fault) => fault.code === code);
    expect(faults).toHaveLength(1);
    expect(faults[0]!.found).toContain(found);
    expect(faults[0]!.line).toBeDefined();
  });

  it.each([
    ['regimes: { calm: { to: { crisis: 1/0 } }, crisis: { values: { k: 1 } } }', 'regimes.calm.to.crisis'],
    ['regimes: { calm: { to: { crisis: k } }, crisis: { values: { k: log(-k) } } }', 'regimes.crisis.values.k'],
    ['mutation: log(-k)', 'mutation'],
    ['dynamics: { kind: logit, temperature: log(-k) }', 'dynamics'],
    ['noise: { sigma: k, memory: log(-k) }', 'noise.memory'],
  ])('%s, in its own line', (lines, path) => {
    const faults = faultsOf(() => readGame(base(lines)));
    expect(faults).toMatchObject([{ code: 'not-finite', path, line: 6 }]);
  });
});
