/** The kinds of noise by name. A new one is a file beside this one and its line here. */
import type { Noise } from './contract.js';
import { demographic } from './demographic.js';
import { multiplicative } from './multiplicative.js';
import { none } from './none.js';
import { payoffNoise } from './payoff.js';

export const noises = { replicator: payoffNoise, demographic, multiplicative, none } satisfies Readonly<
  Record<string, Noise>
>;

/** How white noise enters (Ito), as the game file names it. */
export type NoiseKind = keyof typeof noises;

export function noiseOf({ noise }: { readonly noise: NoiseKind }): Noise {
  return noises[noise];
}

/** Number of independent Brownian motions of the whole game. */
export function channels(shape: { readonly strategies: readonly number[]; readonly noise: NoiseKind }): number {
  return shape.strategies.reduce((sum, k) => sum + noiseOf(shape).weights(k).length, 0);
}
