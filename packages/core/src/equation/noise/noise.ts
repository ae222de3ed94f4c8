/** The kinds of noise by name. A new one is a file beside this one and its name in `NoiseKind`. */
import type { NoiseKind } from '../../game/game.js';
import type { EquationShape } from '../field.js';
import type { Noise } from './contract.js';
import { demographic } from './demographic.js';
import { multiplicative } from './multiplicative.js';
import { none } from './none.js';
import { payoffNoise } from './payoff.js';

export const noises: Readonly<Record<NoiseKind, Noise>> = {
  replicator: payoffNoise,
  demographic,
  multiplicative,
  none,
};

export function noiseOf({ noise }: Pick<EquationShape, 'noise'>): Noise {
  return noises[noise];
}

/** Number of independent Brownian motions of the whole game. */
export function channels(shape: Pick<EquationShape, 'strategies' | 'noise'>): number {
  return shape.strategies.reduce((sum, k) => sum + noiseOf(shape).weights(k).length, 0);
}
