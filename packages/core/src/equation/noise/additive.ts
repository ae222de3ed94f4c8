/**
 * Additive noise, k - 1 channels: the share of each strategy but the last gets sigma dW_s, whatever it is, and the last one the opposite
 * of all. The equation leaves [0, 1] at both ends, so what happens there decides the answer.
 */
import type { Noise } from './contract.js';

export const additive: Noise = {
  words:
    'Shares of all strategies but the last are disturbed by white noise of the same size everywhere, and the last takes the difference.',
  boundary: 'reflect',
  boundaryWords: 'What leaves [0, 1] is mirrored at its end.',
  enters: 'shares',
  facts: ['smooth-noise', 'own-noise'],
  weights: (k) =>
    Array.from({ length: k - 1 }, (_, c) => Array.from({ length: k }, (_, s) => (s === c ? 1 : s === k - 1 ? -1 : 0))),
  sizes: (_algebra, shares, sigma) => shares.slice(1).map(() => sigma),
};
