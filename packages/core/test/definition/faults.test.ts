/**
 * What is wrong in a game file, to the last word: each line of a right file broken in turn, and every fault as data.
 * `npx vitest run --root packages/core faults -u` writes the golden file anew; read it before you commit.
 */
import { expect, it } from 'vitest';
import { gameLimits } from '../../src/definition/limits.js';
import { readGame } from '../../src/file/read-game.js';
import { faultsOf as faultsOfWork } from '../faults-of.js';

/** Each line has the name by which the cases break it. */
const right: Readonly<Record<string, string>> = {
  game: 'game: small',
  title: 'title: A small game',
  source: 'source: a book',
  players: 'players:',
  A: '  A: { title: Anne, strategies: [up, down] }',
  B: '  B: { title: Bert, strategies: [left, middle, right] }',
  parameters: 'parameters:',
  b: '  b: { value: 2, range: [1, 3], group: g, title: Benefit }',
  c: '  c: { value: 1 }',
  where: 'where: { net: b - c, both: A.up*B.left }',
  payoffs: 'payoffs: { A: { up: net, down: both }, B: { left: 1, middle: c, right: 0 } }',
  noise: 'noise: { kind: replicator, sigma: { A: 0.1, B: c/10 } }',
  initial: 'initial: { A: 0.5, B: [0.5, 0.25, 0.25] }',
  horizon: 'horizon: 10',
  scenarios: 'scenarios: { dear: { c: 1.5 } }',
};

/** A right file whose payoffs are a table. */
const table: Readonly<Record<string, string>> = {
  game: 'game: small',
  players: 'players: { A: { strategies: [up, down] }, B: { strategies: [left, right] } }',
  payoffs: 'payoffs:',
  one: '  - { when: [up, left], pay: { A: 1, B: 2 } }',
  two: '  - { when: [up, right], pay: { A: 3, B: 4 } }',
  three: '  - { when: [down, left], pay: { A: 5, B: 6 } }',
  four: '  - { when: [down, right], pay: { A: 7, B: 8 } }',
  horizon: 'horizon: 1',
};

const many = (count: number, entry: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => entry(i)).join(', ');
const long = 'x'.repeat(gameLimits.text + 1);

type Lines = Readonly<Record<string, string>>;
const cases: readonly (readonly [file: Lines, broken: Lines])[] = [
  ...['game: two words', 'game: [a]', 'game: ""', `game: ${'n'.repeat(70)}`, 'game: constructor', ''].map(of('game')),
  ...['title: 7', 'title: ""', `title: ${long}`, 'titel: x', 'title: { a: b }'].map(of('title')),
  ...['source: [a]', `source: ${long}`].map(of('source')),
  ...[
    '  A: [up, down]',
    '  A: {}',
    '  A: { strategies: up }',
    '  A: { strategies: [] }',
    '  A: { strategies: [up] }',
  ].map(of('A')),
  ...['  A: { strategies: [up, up] }', '  A: { strategies: [up, 2] }', '  A: { strategies: [up, "a b"] }'].map(of('A')),
  ...[
    '  A: { title: 1, strategies: [up, down] }',
    '  1A: { strategies: [up, down] }',
    '  A: { strategies: [up, down], tittle: x }',
  ].map(of('A')),
  ...[`  A: { strategies: [${many(9, (i) => `s${i}`)}] }`, '  constructor: { strategies: [up, down] }'].map(of('A')),
  of('B')(`  B: { strategies: [left, middle, right] }\n  ${many(8, (i) => `P${i}: 1`).replaceAll(', ', '\n  ')}`),
  ...[
    '  b: two',
    '  b: {}',
    '  b: { value: two }',
    '  b: { value: .inf }',
    '  b: { value: 2, range: 3 }',
    '  b: { value: 2, range: [1] }',
  ].map(of('b')),
  ...[
    '  b: { value: 2, range: [3, 1] }',
    '  b: { value: 2, range: [2, 2] }',
    '  b: { value: 0.5, range: [1, 3] }',
    '  b: { value: 3.5, range: [1, 3] }',
  ].map(of('b')),
  ...[
    '  b: { value: 2, range: [a, 3] }',
    '  b: { value: 2, range: [1, b] }',
    '  b: { value: 2, group: 1 }',
    '  b: { value: 2, title: [] }',
  ].map(of('b')),
  ...['  A: { value: 2 }', `  ${'b'.repeat(70)}: { value: 2 }`, '  "b c": { value: 2 }', '  b: { valeu: 2 }'].map(
    of('b'),
  ),
  of('parameters')('parameters: { c: { value: 1 } }\nignored:'),
  of('c')(`  c: { value: 1 }\n  ${many(200, (i) => `p${i}: { value: 1 }`).replaceAll('}, ', '}\n  ')}`),
  ...[
    'where: [net]',
    'where: { net: b -, both: 1 }',
    'where: { net: nett, both: 1 }',
    'where: { net: net, both: 1 }',
    'where: { b: 1, net: 1, both: 1 }',
  ].map(of('where')),
  ...[
    'where: { net: both, both: net }',
    'where: { net: [1], both: 1 }',
    'where: { net: A.sideways, both: 1 }',
    'where: { "n t": 1, net: 1, both: 1 }',
  ].map(of('where')),
  of('where')(`where: { net: b, both: 1, ${many(200, (i) => `w${i}: 1`)} }`),
  ...[
    'payoffs: 1',
    'payoffs: {}',
    'payoffs: { A: { up: net, down: both } }',
    'payoffs: { A: 1, B: { left: 1, middle: c, right: 0 } }',
  ].map(of('payoffs')),
  ...[
    'payoffs: { A: { up: net }, B: { left: 1, middle: c, right: 0 } }',
    'payoffs: { A: { up: nte, down: both }, B: { left: 1, middle: c, rihgt: 0 } }',
  ].map(of('payoffs')),
  ...['payoffs: { A: { up: 1/A.up, down: both }, B: { left: .nan, middle: c, right: 0 } }', 'payoffs: []', ''].map(
    of('payoffs'),
  ),
  ...[
    'noise: 1',
    'noise: { kind: white, sigma: { A: 1, B: 1 } }',
    'noise: { kind: [a], sigma: { A: 1, B: 1 } }',
    'noise: {}',
    'noise: { sigma: { A: 1 } }',
  ].map(of('noise')),
  ...[
    'noise: { sigma: { A: -1, B: both } }',
    'noise: { sigma: [1, 2] }',
    'noise: { sigma: { A: 1, B: 1, C: 1 } }',
    'noise: { kind: none, sigma: { A: 1, B: x } }',
  ].map(of('noise')),
  ...[
    'initial: 1',
    'initial: { A: 2 }',
    'initial: { A: [0.5, 0.25] }',
    'initial: { A: [0.5], B: 0.5 }',
    'initial: { B: [1, 1, -1] }',
    'initial: { C: 1 }',
  ].map(of('initial')),
  ...['initial: { A: [0.5, x] }', 'initial: { A: A.up }', 'initial: { A: { up: 1 } }'].map(of('initial')),
  ...['horizon: 0', 'horizon: -1', 'horizon: soon', 'horizon: .inf', ''].map(of('horizon')),
  ...[
    'scenarios: 1',
    'scenarios: { "a b": { c: 1 } }',
    'scenarios: { dear: 1 }',
    'scenarios: { dear: { d: 1 } }',
    'scenarios: { dear: { c: x } }',
  ].map(of('scenarios')),
  of('scenarios')(`scenarios: { ${many(101, (i) => `s${i}: {}`)} }`),
  ...['against: self', 'against: slef', 'against: [self]', 'against: 1'].map((line) =>
    of('horizon')(`horizon: 10\n${line}`),
  ),
  ...[
    '  - { when: [up], pay: { A: 1, B: 2 } }',
    '  - { when: up, pay: { A: 1, B: 2 } }',
    '  - { when: [up, lfet], pay: { A: 1, B: 2 } }',
  ].map(row),
  ...[
    '  - { when: [up, 1], pay: { A: 1, B: 2 } }',
    '  - { when: [up, right], pay: { A: 1, B: 2 } }',
    '  - { when: [up, left] }',
    '  - { pay: { A: 1, B: 2 } }',
  ].map(row),
  ...[
    '  - { when: [up, left], pay: 1 }',
    '  - { when: [up, left], pay: { A: 1 } }',
    '  - { when: [up, left], pay: { A: x, B: 2, C: 3 } }',
    '  - row',
  ].map(row),
  row(''),
];

function of(line: string): (to: string) => readonly [Lines, Lines] {
  return (to) => [right, { [line]: to }];
}

function row(to: string): readonly [Lines, Lines] {
  return [table, { one: to }];
}

const faultsOf = (text: string) => faultsOfWork(() => readGame(text));

it('reads the right files', () => {
  for (const file of [right, table]) expect(faultsOf(Object.values(file).join('\n'))).toEqual([]);
});

it('tells what is wrong as it did', async () => {
  const told = cases.map(([file, broken]) => {
    const [[name, line]] = Object.entries(broken) as [[string, string]];
    const faults = faultsOf(Object.values({ ...file, ...broken }).join('\n'));
    expect(faults.length, line).toBeGreaterThan(0);
    const shown = line === '' ? `no ${name}` : line.length > 200 ? `${line.slice(0, 200)} ...` : line;
    return [shown, ...faults.map((fault) => `    ${JSON.stringify(fault)}`)].join('\n');
  });
  await expect(`${told.join('\n\n')}\n`).toMatchFileSnapshot('faults.golden.txt');
});
