/**
 * Random games for property tests: 1 to 4 players with 2 to 4 strategies each, tables of random numbers.
 * Owns the generator and the direct formulas that the polynomial code is compared with.
 */
import fc from 'fast-check';
import type { NoiseKind } from '../src/equation/noise/noise.js';
import { readGame } from '../src/file/read-game.js';
import type { Game } from '../src/game/game.js';
import { combinations } from '../src/game/profiles.js';

/** A game and the numbers that its table was made of. */
export interface RandomGame {
  readonly game: Game;
  readonly strategies: readonly number[];
  /** Payoff per player by profile, profiles as joined strategy indices. */
  readonly table: ReadonlyMap<string, readonly number[]>;
}

const noises: readonly NoiseKind[] = ['replicator', 'demographic', 'multiplicative', 'none'];

/** Games with random payoff tables and noise. */
export function randomGame(noise?: NoiseKind): fc.Arbitrary<RandomGame> {
  return fc
    .record({
      strategies: fc.array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 4 }),
      seed: fc.integer(),
      kind: noise === undefined ? fc.constantFrom(...noises) : fc.constant(noise),
    })
    .map(({ strategies, seed, kind }) => makeGame(strategies, seed, kind));
}

/** Shares by [player][strategy] inside the simplices. */
export function randomShares(strategies: readonly number[]): fc.Arbitrary<number[][]> {
  const weight = fc.double({ min: 0.01, max: 1, noNaN: true });
  return fc.tuple(...strategies.map((k) => fc.array(weight, { minLength: k, maxLength: k }))).map((all) =>
    all.map((weights) => {
      const total = weights.reduce((sum, w) => sum + w, 0);
      return weights.map((w) => w / total);
    }),
  );
}

/** The state coordinates of shares. */
export function stateOf(shares: readonly (readonly number[])[]): number[] {
  return shares.flatMap((own) => own.slice(0, -1));
}

/** Expected payoff of a player's strategy, summed over the table. */
export function expectedPayoff(
  { strategies, table }: RandomGame,
  shares: readonly (readonly number[])[],
  player: number,
  strategy: number,
): number {
  let total = 0;
  for (const profile of combinations(strategies.map((k) => [...new Array(k).keys()]))) {
    if (profile[player] !== strategy) continue;
    const chance = profile.reduce((p, s, j) => (j === player ? p : p * shares[j]![s]!), 1);
    total += chance * table.get(profile.join())![player]!;
  }
  return total;
}

function makeGame(strategies: readonly number[], seed: number, kind: NoiseKind): RandomGame {
  const next = numberSource(seed);
  const profiles = combinations(strategies.map((k) => [...new Array(k).keys()]));
  const table = new Map(profiles.map((profile) => [profile.join(), strategies.map(() => next())]));
  const lines = [
    'game: random',
    'horizon: 1',
    'players:',
    ...strategies.map((k, i) => `  P${i}: { strategies: [${[...new Array(k).keys()].map((s) => `s${s}`)}] }`),
    'payoffs:',
    ...profiles.map((profile) => {
      const pay = table.get(profile.join())!.map((value, i) => `P${i}: ${value}`);
      return `  - { when: [${profile.map((s) => `s${s}`)}], pay: { ${pay.join(', ')} } }`;
    }),
    `noise: { kind: ${kind}, sigma: { ${strategies.map((_, i) => `P${i}: 0.${i + 2}`).join(', ')} } }`,
  ];
  return { game: readGame(lines.join('\n')), strategies, table };
}

/** Numbers from -5 to 5 with four digits. Source: Park & Miller (1988), multiplier 48271. */
function numberSource(seed: number): () => number {
  let state = (Math.abs(seed) % 2147483646) + 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return Math.round((state / 2147483647 - 0.5) * 1e5) / 1e4;
  };
}
