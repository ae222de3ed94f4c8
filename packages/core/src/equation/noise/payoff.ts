/**
 * Replicator noise, k - 1 channels. The payoff of strategy s is disturbed by (sigma / sqrt 2) sum_c H[s][c] dW_c, H the
 * Helmert contrasts, so that every payoff difference has intensity sigma; the dynamics turn this into noise of the shares. For
 * the replicator equation of two strategies that is sigma x (1 - x) dW, and 0 and 1 are never reached in continuous time.
 * In the spirit of Fudenberg and Harris (1992), whose extra drift, which comes from noise in offspring numbers, is left out: the
 * equation is read as Ito with the drift of the plain game.
 */

import type { Noise } from './contract.js';
import { helmert } from './helmert.js';

export const payoffNoise: Noise = {
  words: 'Payoffs are disturbed by white noise, every difference of two payoffs of a player with its intensity.',
  boundary: 'natural',
  boundaryWords: 'Shares of 0 and 1 are never reached.',
  enters: 'payoffs',
  facts: ['payoff-noise', 'smooth-noise', 'own-noise', 'vanishing-noise'],
  weights(k) {
    if (k === 2) return [[1, 0]];
    const contrasts = helmert(k);
    return Array.from({ length: k - 1 }, (_, c) =>
      contrasts.map((row) => (row[c]! - contrasts[k - 1]![c]!) / Math.SQRT2),
    );
  },
  sizes: (_algebra, shares, sigma) => shares.slice(1).map(() => sigma),
  // the logit moves by the intensity, where one other strategy has what this one has not
  movedAway({ constant, add, mul, div, min, exp }, delta, deviations) {
    const factor = exp(min(deviations, constant(80)));
    return div(constant(1), add(constant(1), mul(constant(delta / (1 - delta)), factor)));
  },
};
