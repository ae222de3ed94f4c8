/** What is wrong with a point, as data: code, address, place, what was found and what would do. */
import { describe, expect, it } from 'vitest';
import type { Fault } from '../../src/fault/fault.js';
import { readGame } from '../../src/file/read-game.js';
import { type PointOptions, pointAt } from '../../src/game/point-at.js';
import { settableNames } from '../../src/game/settable.js';
import { faultsOf as faultsOfWork } from '../faults-of.js';

const game = readGame(`
  game: mixed
  horizon: 1
  players: { A: { strategies: [up, down] }, B: { strategies: [left, middle, right] } }
  parameters: { q: { value: 0.25 }, far: { value: 0 } }
  where: { half: q/2, grown: half + far*far }
  payoffs: { A: { up: 1, down: 0 }, B: { left: 1, middle: 2, right: 3 } }
  noise: { sigma: { A: grown, B: 0.1 } }
  initial: { A: q, B: [q, 1 - q - half, half] }
  scenarios: { high: { q: 0.5 } }`);

const faultsOf = (options: PointOptions) => faultsOfWork(() => pointAt(game, options));

const shares = (code: Fault['code'], found: string, expected: string, set = true): Fault => ({
  ...{ code, found, expected },
  path: set ? 'set.initial.B' : 'initial.B',
  place: set ? 'set initial shares of player B' : 'initial shares of player B',
});

describe('faults of a point', () => {
  it.each<[PointOptions, Fault]>([
    [
      { set: { q: Number.NaN } },
      { code: 'bad-value', path: 'set.q', place: 'set q', found: 'NaN', expected: 'a finite number' },
    ],
    [
      { set: { sigma_A: -1 } },
      { code: 'bad-value', path: 'set.sigma_A', place: 'set sigma_A', found: '-1', expected: 'at least 0' },
    ],
    [
      { set: { far: 1e200 } },
      {
        ...{ code: 'not-finite', path: 'noise.sigma.A', place: 'noise intensity of player A' },
        ...{ found: 'Infinity', expected: 'a finite number' },
      },
    ],
    [
      { set: { 'initial.A': 0.6, 'initial.A.up': 0.5 } },
      {
        ...{ code: 'name-clash', path: 'set.initial.A.up', place: 'set initial.A.up' },
        ...{ found: 'the same share set twice', expected: 'one of the two names' },
      },
    ],
    [
      { set: { wholly_other: 1 } },
      {
        ...{ code: 'unknown-name', path: 'set.wholly_other', place: 'set', found: 'unknown name "wholly_other"' },
        ...{ expected: 'a known name', known: settableNames(game) },
      },
    ],
    [
      { scenario: 'hihg' },
      {
        ...{ code: 'unknown-name', path: 'scenario.hihg', place: 'scenario', found: 'unknown name "hihg"' },
        ...{ expected: 'a known name', known: ['high'], suggestion: 'high' },
      },
    ],
    [{ set: { 'initial.B.left': 1.5 } }, shares('bad-value', 'share of left = 1.5', 'a share from 0 to 1')],
    [
      { set: { 'initial.B.left': 0.75, 'initial.B.right': 0.5 } },
      shares('bad-value', 'set shares that add up to 1.25', 'at most 1'),
    ],
    [
      { set: { 'initial.B.left': 0.25, 'initial.B.middle': 0.25, 'initial.B.right': 0.25 } },
      shares('bad-value', 'set shares that add up to 0.75', 'exactly 1'),
    ],
  ])('%j', (options, fault) => {
    expect(faultsOf(options)).toStrictEqual([fault]);
  });

  it('takes all shares of a player that add up to 1, and two that leave nothing', () => {
    const all = { 'initial.B.left': 0.5, 'initial.B.middle': 0.25, 'initial.B.right': 0.25 };
    expect(pointAt(game, { set: all }).initial[1]).toEqual([0.5, 0.25, 0.25]);
    const two = { 'initial.B.left': 0.5, 'initial.B.middle': 0.5 };
    expect(pointAt(game, { set: two }).initial[1]).toEqual([0.5, 0.5, 0]);
  });

  it('tells of shares that the game itself makes wrong at set parameters', () => {
    expect(faultsOf({ set: { q: 2 } })).toStrictEqual([
      {
        ...{ code: 'bad-value', path: 'initial.A', place: 'initial shares of player A' },
        ...{ found: 'share of up = 2', expected: 'a share from 0 to 1' },
      },
      {
        ...{ code: 'bad-value', path: 'initial.A', place: 'initial shares of player A' },
        ...{ found: 'share of down = -1', expected: 'a share from 0 to 1' },
      },
      shares('bad-value', 'share of left = 2', 'a share from 0 to 1', false),
      shares('bad-value', 'share of middle = -2', 'a share from 0 to 1', false),
    ]);
  });

  it('tells of shares that are no numbers, and of shares that do not add up', () => {
    const wild = readGame(`
      game: wild
      horizon: 1
      players: { B: { strategies: [left, middle, right] } }
      parameters: { far: { value: 0 } }
      payoffs: { B: { left: 1, middle: 2, right: 3 } }
      initial: { B: [0.5 + far*far, 0.25 + far, 0.25] }`);
    const faults = (far: number) => faultsOfWork(() => pointAt(wild, { set: { far } }));
    expect(faults(1e200)).toStrictEqual([
      shares('not-finite', 'share of left = Infinity', 'a finite number', false),
      shares('bad-value', 'share of middle = 1e+200', 'a share from 0 to 1', false),
    ]);
    expect(faults(0.25)).toStrictEqual([
      shares('bad-value', 'shares that add up to 1.3125', 'shares that add up to 1', false),
    ]);
  });
});
