/** The kinds of noise by name. A new one is a file beside this one and its line here. */

import { regimesOf } from '../regimes.js';
import { additive } from './additive.js';
import type { Boundary, Noise } from './contract.js';
import { demographic } from './demographic.js';
import { multiplicative } from './multiplicative.js';
import { none } from './none.js';
import { payoffNoise } from './payoff.js';

export const noises = { replicator: payoffNoise, demographic, multiplicative, additive, none } satisfies Readonly<
  Record<string, Noise>
>;

/** How white noise enters, as the game file names it. */
export type NoiseKind = keyof typeof noises;

/** How players share Brownian motions: all have the same, or theirs are correlated. */
export type Correlation = 'common' | 'matrix';

export function noiseOf({ noise }: { readonly noise: NoiseKind }): Noise {
  return noises[noise];
}

/** What happens at 0 and 1. */
export function boundaryOf(shape: { readonly noise: NoiseKind; readonly boundary?: Boundary }): Boundary {
  return shape.boundary ?? noiseOf(shape).boundary;
}

const boundaryWords: Readonly<Record<Boundary, string>> = {
  natural: 'Shares stay between 0 and 1 by themselves.',
  absorb: 'A share that reaches 0 or 1 stays there.',
  clip: 'What leaves [0, 1] is put back to its end and goes on.',
  reflect: 'What leaves [0, 1] is mirrored at its end.',
  none: 'Shares may leave [0, 1]; results say how many did.',
};

/** How the noise of an equation enters, what happens at 0 and 1, how it is read and who shares it, in sentences. */
export function noiseWords(shape: {
  readonly noise: NoiseKind;
  readonly boundary?: Boundary;
  readonly reading?: 'ito' | 'stratonovich';
  readonly correlation?: Correlation;
  readonly coloured?: true;
}): string {
  const { words, boundaryWords: own } = noiseOf(shape);
  return [
    words,
    shape.boundary === undefined ? own : boundaryWords[shape.boundary],
    ...(shape.coloured ? ["It has a memory (Ornstein and Uhlenbeck's process) in place of white noise."] : []),
    ...(shape.reading === 'stratonovich' ? ["It is read as Stratonovich's."] : []),
    ...(shape.correlation === 'common' ? ['All players have the same Brownian motions.'] : []),
    ...(shape.correlation === 'matrix' ? ["Players' Brownian motions are correlated."] : []),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

/** Number of independent Brownian motions of the whole game, and one more where the chain between regimes draws. */
export function channels(shape: {
  readonly strategies: readonly number[];
  readonly noise: NoiseKind;
  readonly correlation?: Correlation;
  readonly states?: readonly { readonly noisy: boolean; readonly regime?: true }[];
}): number {
  const noisy = (shape.states ?? []).filter(({ noisy }) => noisy).length;
  return channelsOfPlayers(shape) + noisy + (regimesOf(shape) > 1 ? 1 : 0);
}

/** Those of the players; those of the environment follow, that of the chain is the last. */
export function channelsOfPlayers(shape: {
  readonly strategies: readonly number[];
  readonly noise: NoiseKind;
  readonly correlation?: Correlation;
}): number {
  const own = shape.strategies.map((k) => noiseOf(shape).weights(k).length);
  return shape.correlation === 'common' ? (own[0] ?? 0) : own.reduce((sum, count) => sum + count, 0);
}

/** The first Brownian motion of a player. */
export function firstChannel(shape: Parameters<typeof channelsOfPlayers>[0], player: number): number {
  return channelsOfPlayers({ ...shape, strategies: shape.strategies.slice(0, player) });
}

/**
 * The players whose Brownian motions a player's noise is made of, and the number by which each is multiplied (1 where there is no
 * name): the rows of the Cholesky factor of the players' correlation.
 */
export function sharedWith(
  { correlation }: { readonly correlation?: Correlation },
  player: number,
): { readonly source: number; readonly name?: string }[] {
  if (correlation === undefined) return [{ source: player }];
  if (correlation === 'common') return [{ source: 0 }];
  return Array.from({ length: player + 1 }, (_, source) => ({ source, name: correlationName(player, source) }));
}

/** Name of the number that is the correlation time of noise with a memory. */
export const memoryName = 'noise.memory';

/** Name of the number in a row and a column of the factor. */
export const correlationName = (row: number, column: number) => `correlation.${row}.${column}`;
