import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GameError } from '../../src/fault/game-error.js';
import { readGame } from '../../src/file/read-game.js';
import { coordinateNames } from '../../src/game/coordinates.js';
import { payoffTable } from '../../src/game/payoff-table.js';
import { pointAt } from '../../src/game/point-at.js';
import { profiles } from '../../src/game/profiles.js';
import { settableNames } from '../../src/game/settable.js';
import { bundledGame } from '../../src/games/bundled.js';
import { randomGame } from '../random-game.js';

const sharing = bundledGame('data-sharing');
const rock = bundledGame('rock-paper-scissors');
const game = readGame(`
  game: mixed
  horizon: 1
  players: { A: { strategies: [up, down] }, B: { strategies: [left, middle, right] } }
  parameters: { q: { value: 0.25 }, sigma_B: { value: 0.1 } }
  where: { half: q/2, crowd: A.up*q }
  payoffs: { A: { up: crowd, down: 0 }, B: { left: 1, middle: 2, right: 3 } }
  noise: { sigma: { A: half, B: sigma_B } }
  initial: { A: q, B: [q, 1 - q - half, half] }
  scenarios: { high: { q: 0.5 } }`);

function messageOf(set: Record<string, number>, scenario?: string): string {
  try {
    pointAt(game, { set, ...(scenario === undefined ? {} : { scenario }) });
  } catch (error) {
    expect(error).toBeInstanceOf(GameError);
    return (error as GameError).message;
  }
  return 'accepted';
}

describe('pointAt', () => {
  it('evaluates parameters, intensities and initial shares', () => {
    expect(pointAt(game)).toEqual({
      parameters: { q: 0.25, sigma_B: 0.1 },
      sigma: [0.125, 0.1],
      initial: [
        [0.25, 0.75],
        [0.25, 0.625, 0.125],
      ],
    });
  });

  it('lets scenarios replace defaults, and set values replace both', () => {
    expect(pointAt(game, { scenario: 'high' }).initial[0]).toEqual([0.5, 0.5]);
    expect(pointAt(game, { scenario: 'high', set: { q: 0.125 } }).parameters.q).toBe(0.125);
    const defaults = pointAt(sharing);
    expect(pointAt(sharing, { scenario: 'added-functions' })).toEqual(defaults);
    expect(pointAt(sharing, { scenario: 'independent' }).parameters).toMatchObject({
      kappa: 0.6,
      w: 0.7,
      p: 1.1,
      c_M: 1.75,
    });
    expect(pointAt(sharing, { scenario: 'inner-division' }).parameters).toMatchObject({
      kappa: 0.25,
      w: 0.4,
      p: 0.5,
      c_M: 1.25,
    });
  });

  it('sets intensities: of a player, or the parameter of that name', () => {
    const point = pointAt(game, { set: { sigma_A: 0.7, sigma_B: 0.9 } });
    expect(point.sigma).toEqual([0.7, 0.9]);
    expect(point.parameters.sigma_B).toBe(0.9);
  });

  it('sets initial shares and rescales the others in proportion', () => {
    expect(pointAt(game, { set: { 'initial.A': 0.4 } }).initial[0]).toEqual([0.4, 0.6]);
    expect(pointAt(game, { set: { 'initial.A.down': 0.4 } }).initial[0]).toEqual([0.6, 0.4]);
    const [left, middle, right] = pointAt(rock, { set: { 'initial.crowd.rock': 0 } }).initial[0]!;
    expect([left, middle, right]).toEqual([0, 0.6, 0.4]);
    expect(
      pointAt(rock, { set: { 'initial.crowd.rock': 0.2, 'initial.crowd.paper': 0.2 } }).initial[0]![2],
    ).toBeCloseTo(0.6, 12);
    expect(pointAt(rock, { set: { 'initial.crowd.rock': 1 } }).initial[0]).toEqual([1, 0, 0]);
  });

  it('spreads equally over shares that are all 0', () => {
    const pure = readGame(`
      game: pure
      horizon: 1
      players: { A: { strategies: [a, b, c] } }
      payoffs: { A: { a: 1, b: 2, c: 3 } }
      initial: { A: [1, 0, 0] }`);
    expect(pointAt(pure, { set: { 'initial.A.a': 0.5 } }).initial[0]).toEqual([0.5, 0.25, 0.25]);
  });

  it('keeps shares adding up to 1 whatever is set', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('left', 'middle', 'right'), (x, name) => {
        const shares = pointAt(game, { set: { [`initial.B.${name}`]: x } }).initial[1]!;
        expect(shares.reduce((total, share) => total + share, 0)).toBeCloseTo(1, 12);
        expect(shares[['left', 'middle', 'right'].indexOf(name)]).toBe(x);
      }),
    );
  });

  it.each<[Record<string, number>, string | undefined, string]>([
    [{ tau: 1 }, undefined, 'unknown name "tau"'],
    [{ sigma_C: 1 }, undefined, 'Did you mean "sigma_B"?'],
    [{ toString: 1 }, undefined, 'unknown name "toString"'],
    [{ half: 1 }, undefined, 'unknown name "half"'],
    [{ 'initial.B': 0.5 }, undefined, 'unknown name "initial.B"'],
    [{}, 'hihg', 'Did you mean "high"?'],
    [{}, 'constructor', 'unknown name "constructor"'],
    [{ q: Number.NaN }, undefined, 'set q: NaN; expected a finite number'],
    [{ q: Number.POSITIVE_INFINITY }, undefined, 'set q: Infinity'],
    [{ sigma_A: -1 }, undefined, 'set sigma_A: -1; expected at least 0'],
    [{ q: -1 }, undefined, 'noise intensity of player A: -0.5; expected at least 0'],
    [{ 'initial.A': 1.5 }, undefined, 'share of up = 1.5; expected a share from 0 to 1'],
    [{ 'initial.B.left': 0.6, 'initial.B.right': 0.6 }, undefined, 'set shares that add up to 1.2'],
    [{ 'initial.A.up': 0.6, 'initial.A.down': 0.6 }, undefined, 'expected exactly 1'],
    [{ 'initial.A': 0.6, 'initial.A.up': 0.5 }, undefined, 'the same share set twice'],
  ])('refuses %j, scenario %s', (set, scenario, message) => {
    expect(messageOf(set, scenario)).toContain(message);
  });

  it('reports all faults at once', () => {
    const text = messageOf({ zz: 1, q: Number.NaN }, 'none');
    expect(text).toContain('"zz"');
    expect(text).toContain('set q');
    expect(text).toContain('"none"');
  });
});

describe('settableNames', () => {
  it('lists parameters, intensities and initial shares', () => {
    expect(settableNames(game)).toEqual([
      'q',
      'sigma_B',
      'sigma_A',
      'initial.A',
      'initial.A.up',
      'initial.A.down',
      'initial.B.left',
      'initial.B.middle',
      'initial.B.right',
    ]);
  });

  it('holds names that pointAt accepts', () => {
    for (const each of [game, sharing, rock]) {
      for (const name of settableNames(each)) expect(() => pointAt(each, { set: { [name]: 0.25 } })).not.toThrow();
    }
  });
});

describe('profiles and tables', () => {
  it('go through profiles with the first player slowest', () => {
    expect(profiles(sharing).slice(0, 3)).toEqual([
      ['share', 'share', 'coordinate'],
      ['share', 'share', 'stand_by'],
      ['share', 'withhold', 'coordinate'],
    ]);
    expect(profiles(sharing)).toHaveLength(8);
    expect(profiles(rock)).toEqual([['rock'], ['paper'], ['scissors']]);
  });

  it('names coordinates', () => {
    expect(coordinateNames(sharing)).toEqual(['A.share', 'B.share', 'M.coordinate']);
    expect(coordinateNames(rock)).toEqual(['crowd.rock', 'crowd.paper']);
  });

  it('gives back the numbers of a written table', () => {
    fc.assert(
      fc.property(randomGame(), ({ game: random, table, strategies }) => {
        const rows = payoffTable(random, pointAt(random));
        expect(rows).toHaveLength(strategies.reduce((n, k) => n * k, 1));
        for (const { profile, payoffs } of rows) {
          const key = profile.map((name) => name.slice(1)).join();
          for (const [i, payoff] of table.get(key)!.entries()) expect(payoffs[i]).toBeCloseTo(payoff, 12);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('has own and opponent where a population meets itself', () => {
    const dove = bundledGame('hawk-dove');
    expect(payoffTable(dove, pointAt(dove))).toEqual([
      { profile: ['hawk', 'hawk'], payoffs: [-1] },
      { profile: ['hawk', 'dove'], payoffs: [2] },
      { profile: ['dove', 'hawk'], payoffs: [0] },
      { profile: ['dove', 'dove'], payoffs: [1] },
    ]);
  });
});

describe('a scenario that is no text', () => {
  it.each([null, 3, {}, []])('is refused by name: %j', (scenario) => {
    const point = () => pointAt(bundledGame('data-sharing'), { scenario: scenario as unknown as string });
    expect(point).toThrow(GameError);
    expect(point).toThrow(/scenario: .*expected the name of a scenario/);
  });
});
