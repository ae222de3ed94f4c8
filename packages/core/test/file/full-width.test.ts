import { describe, expect, it } from 'vitest';
import { GameError } from '../../src/fault/game-error.js';
import { decodeGame } from '../../src/file/decode.js';
import { readGame } from '../../src/file/read-game.js';
import { faultsOf } from '../faults-of.js';

const lines = [
  'game: demo',
  'title: 演示：甲，乙',
  'players: { A: { strategies: [u, d] } }',
  'against: self',
  'parameters: { p: { value: 2 } }',
  'payoffs: { A: { u: p*(1 - A.u), d: 0 } }',
  'horizon: 1',
];
const told = (line: number, wrong: string) =>
  faultsOf(() => readGame(lines.with(line - 1, wrong).join('\n'))).map(
    (fault) => `${fault.line}:${fault.column} ${fault.found}; ${fault.expected}`,
  );

describe('full-width punctuation', () => {
  it('may stand in titles', () => {
    expect(readGame(lines.join('\n')).title).toBe('演示：甲，乙');
    expect(told(7, 'horizon: many').join()).not.toContain('full-width');
  });

  it.each([
    [2, 'title：演示', '2:6 full-width punctuation ：; : where it is no part of a text'],
    [3, 'players: { A: { strategies: [u， d] } }', '3:31 full-width punctuation ，; , where'],
    [5, 'parameters: { p: { value： 2 } }', '5:25 full-width punctuation ：; : where'],
    [6, 'payoffs: { A: { u: p*（1 - A.u）, d: 0 } }', '6:22 full-width punctuation （ ）; ( ) where'],
    [6, 'payoffs: { A: { u: “p”, d: 0 } }', '6:20 full-width punctuation “ ”; " " where'],
  ])('is named in line %i: %s', (line, wrong, words) => {
    expect(told(line, wrong).find((fault) => fault.includes('full-width'))).toContain(words);
  });
});

it('is counted with all other faults, also those that are not listed', () => {
  const unknown = Array.from({ length: 300 }, (_, i) => (i === 7 ? 'k7，: 1' : `k${i}: 1`));
  expect(() => readGame([...lines, ...unknown].join('\n'))).toThrow('... and 251 more.');
});

describe('the bytes of a game file', () => {
  it('are UTF-8', () => {
    expect(decodeGame(new TextEncoder().encode('演示'))).toBe('演示');
  });

  it.each([
    ['GBK', [0xd1, 0xdd, 0xca, 0xbe], 'not in UTF-8, perhaps GBK'],
    ['UTF-16 of Windows', [0xff, 0xfe, 0x14, 0x6f], 'not in UTF-8, UTF-16'],
    ['UTF-16, high byte first', [0xfe, 0xff, 0x6f, 0x14], 'not in UTF-8, UTF-16'],
    ['none', [0x80, 0x00, 0xff], 'not in UTF-8;'],
  ])('are named where they are %s', (_, bytes, words) => {
    expect(() => decodeGame(new Uint8Array(bytes))).toThrow(GameError);
    expect(() => decodeGame(new Uint8Array(bytes))).toThrow(words);
  });
});
