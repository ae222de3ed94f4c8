/**
 * What may not change equilibria: other names and another order of players and strategies, and payoffs that a player gets
 * whatever it does itself.
 */
import { type Game, readGame } from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equilibria } from '../../src/equilibria/equilibria.js';
import { numbers } from '../random-game.js';

/** Payoff of each player at each profile, profiles as strategy indices joined. */
type Payoffs = ReadonlyMap<string, readonly number[]>;

const shapes = [
  [2, 2],
  [3, 2],
  [2, 2, 2],
  [3, 3],
  [2, 2, 2, 2],
] as const;

function randomPayoffs(strategies: readonly number[], seed: number): Payoffs {
  const next = numbers(seed);
  const pay = () => strategies.map(() => Math.round(2000 * next() - 1000) / 100);
  return new Map(profilesOf(strategies).map((profile) => [profile.join(), pay()]));
}

function profilesOf(strategies: readonly number[]): number[][] {
  let found: number[][] = [[]];
  for (const k of strategies) found = found.flatMap((start) => Array.from({ length: k }, (_, s) => [...start, s]));
  return found;
}

function gameOf(strategies: readonly number[], payoffs: Payoffs): Game {
  const names = strategies.map((_, i) => `P${i}`);
  const rows = profilesOf(strategies).map((profile) => {
    const pay = payoffs.get(profile.join())!.map((value, i) => `${names[i]}: ${value}`);
    return `  - { when: [${profile.map((s) => `s${s}`)}], pay: { ${pay.join(', ')} } }`;
  });
  const players = strategies.map(
    (k, i) => `  ${names[i]}: { strategies: [${Array.from({ length: k }, (_, s) => `s${s}`)}] }`,
  );
  return readGame(
    `game: g\nhorizon: 1\nplayers:\n${players.join('\n')}\npayoffs:\n${rows.join('\n')}\nnoise: { kind: none }\n`,
  );
}

/** Points with type and Nash property, in an order of their own. */
function listOf(game: Game, place: (shares: readonly (readonly number[])[]) => readonly (readonly number[])[]) {
  const { equilibria: found, complete, continua } = equilibria(game);
  const points = found.map(({ shares, type, nash, eigenvalues }) => ({
    shares: place(shares).map((own) => own.map((share) => share.toFixed(9).replace('-0.0', '0.0'))),
    type,
    nash,
    eigenvalues: eigenvalues.map(([re]) => re.toFixed(6).replace(/^-(0\.0*)$/, '$1')),
  }));
  return {
    complete,
    continua: continua.length,
    points: points.sort((a, b) => (String(a.shares) < String(b.shares) ? -1 : 1)),
  };
}

const same = (shares: readonly (readonly number[])[]) => shares;
const anySeed = fc.tuple(fc.constantFrom(...shapes), fc.integer({ min: 0, max: 2 ** 30 }));

describe('equilibria', () => {
  it('are permuted with players and strategies', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 0, max: 1000 }), ([strategies, seed], turn) => {
        const payoffs = randomPayoffs(strategies, seed);
        const n = strategies.length;
        // Player i becomes player i + turn, its strategy s becomes s + turn.
        const player = (i: number) => (i + turn) % n;
        const moved = (i: number, s: number) => (s + turn) % strategies[i]!;
        const shape = Array.from(strategies, (_, j) => strategies[(j - (turn % n) + n) % n]!);
        const renamed = new Map(
          [...payoffs].map(([key, values]) => {
            const profile = new Array<number>(n);
            const pay = new Array<number>(n);
            for (const [i, s] of key.split(',').map(Number).entries()) {
              profile[player(i)] = moved(i, s);
              pay[player(i)] = values[i]!;
            }
            return [profile.join(), pay];
          }),
        );
        const place = (shares: readonly (readonly number[])[]) =>
          Array.from(strategies, (k, i) => Array.from({ length: k }, (_, s) => shares[player(i)]![moved(i, s)]!));
        expect(listOf(gameOf(shape, renamed), place)).toEqual(listOf(gameOf(strategies, payoffs), same));
      }),
      { numRuns: 10 },
    );
  });

  it('stay where a player gets a bonus that its own strategy does not touch', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: -500, max: 500 }), ([strategies, seed], bonus) => {
        const payoffs = randomPayoffs(strategies, seed);
        const raised = new Map(
          [...payoffs].map(([key, values]) => {
            const profile = key.split(',').map(Number);
            const extra = (i: number) =>
              profile.reduce((sum, s, j) => sum + (j === i ? 0 : (s + 1) * bonus * (j + 2)), 0);
            return [key, values.map((value, i) => Math.round(100 * value + extra(i)) / 100)];
          }),
        );
        expect(listOf(gameOf(strategies, raised), same)).toEqual(listOf(gameOf(strategies, payoffs), same));
      }),
      { numRuns: 10 },
    );
  });
});
