/**
 * Random games for property tests: players with 2 to 4 strategies each, payoff tables of random numbers, every noise.
 * Owns the generator; what is expected of a game is taken from `@trilogue/core`.
 */
import {
  type Field,
  type FieldShape,
  fieldCompiler,
  type Game,
  lacking,
  type NoiseKind,
  pointAt,
  readGame,
} from '@trilogue/core';
import fc from 'fast-check';
import type { Scheme } from '../src/schemes/contract.js';
import { schemes } from '../src/schemes/schemes.js';
import { type RandomNumbers, randomNumbers } from './random-numbers.js';

export const noises: readonly NoiseKind[] = ['replicator', 'demographic', 'multiplicative', 'none'];

/** Schemes that are formulas of a step. */
export const formulas: readonly Scheme[] = Object.values(schemes).filter(({ step }) => step !== undefined);

/** A game and its field at the default point. */
export interface RandomGame {
  readonly game: Game;
  readonly shape: FieldShape;
  readonly field: Field;
  /** Coefficients in shape order. */
  readonly terms: Float64Array;
  readonly sigma: readonly number[];
}

export interface GameBounds {
  /** The most players; default 4. */
  readonly players?: number;
  /** The most strategies of a player; default 4. */
  readonly strategies?: number;
  /** Default: any. */
  readonly noise?: NoiseKind;
}

export function randomGame({ players = 4, strategies = 4, noise }: GameBounds = {}): fc.Arbitrary<RandomGame> {
  const counts = fc.array(fc.integer({ min: 2, max: strategies }), { minLength: 1, maxLength: players });
  return fc
    .tuple(counts, noise === undefined ? fc.constantFrom(...noises) : fc.constant(noise), fc.integer())
    .map(([strategyCounts, kind, seed]) => makeGame(strategyCounts, kind, randomNumbers(seed)))
    .map((text) => ({ ...compiled(readGame(text)), [fc.toStringMethod]: () => text }));
}

/** Random games that a scheme takes. */
export function randomGameFor(scheme: Scheme, players = 3): fc.Arbitrary<RandomGame> {
  const takes = (noise: NoiseKind, count: number) =>
    lacking({ strategies: [count], dynamics: 'replicator', noise }, scheme.needs) === undefined;
  const bounds = noises
    .filter((noise) => takes(noise, 2))
    .map((noise) => randomGame({ players, noise, strategies: takes(noise, 3) ? 3 : 2 }));
  return fc.oneof(...bounds);
}

/** A game's field at its default point. */
export function compiled(game: Game): RandomGame {
  const { shape, coefficientsAt, fieldAt } = fieldCompiler(game);
  const point = pointAt(game);
  return { game, shape, field: fieldAt(point), terms: coefficientsAt(point), sigma: point.sigma };
}

/** A state inside the simplices, or on their boundary in some coordinates. */
export function randomState(strategies: readonly number[]): fc.Arbitrary<number[]> {
  const weight = fc.oneof(fc.double({ min: 0.01, max: 1, noNaN: true }), fc.constant(0));
  const shares = (count: number) =>
    fc.array(weight, { minLength: count, maxLength: count }).map((weights) => {
      const total = weights.reduce((sum, w) => sum + w, 0);
      return weights.slice(0, -1).map((w) => (total === 0 ? 1 / count : w / total));
    });
  return fc.tuple(...strategies.map(shares)).map((all) => all.flat());
}

/** What a scheme keeps beside the coordinates, before the first step from a state: last shares, then its memory. */
export function memoryAt(scheme: Scheme, { shape }: Pick<RandomGame, 'shape'>, state: ArrayLike<number>): number[] {
  let next = 0;
  const lasts = shape.strategies.flatMap((count) => {
    let last = 1;
    for (let s = 0; s < count - 1; s++) last -= state[next++];
    return scheme.keepsLast(count) ? [Math.max(0, last)] : [];
  });
  return [...lasts, ...(scheme.memory?.(shape) ?? []).map((memory) => memory.start(state))];
}

/** The program's coefficients for a step of length dt, in double precision. */
export function coefficientsFor({ terms, sigma }: RandomGame, dt: number): Float64Array {
  return Float64Array.of(...terms, ...sigma, dt, Math.sqrt(dt));
}

function makeGame(strategies: readonly number[], kind: NoiseKind, draw: RandomNumbers): string {
  const names = strategies.map((count) => Array.from({ length: count }, (_, s) => `s${s}`));
  const rows = names.reduce<string[][]>((all, own) => all.flatMap((row) => own.map((name) => [...row, name])), [[]]);
  const each = (value: (player: number) => number) => strategies.map((_, i) => `P${i}: ${value(i)}`).join(', ');
  // from -5 to 5 with four digits
  const payoff = () => Math.round((draw.unit() - 0.5) * 1e5) / 1e4;
  return [
    'game: random',
    'horizon: 1',
    'players:',
    ...names.map((own, i) => `  P${i}: { strategies: [${own}] }`),
    'payoffs:',
    ...rows.map((row) => `  - { when: [${row}], pay: { ${each(payoff)} } }`),
    `noise: { kind: ${kind}, sigma: { ${each((i) => 0.2 + i / 10)} } }`,
  ].join('\n');
}
