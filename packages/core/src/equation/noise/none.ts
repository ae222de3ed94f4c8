/** No noise: no channels. */
import type { Noise } from './contract.js';

export const none: Noise = {
  words: 'There is no noise.',
  boundary: 'natural',
  boundaryWords: '',
  enters: 'shares',
  facts: ['payoff-noise', 'sampling-noise', 'smooth-noise', 'own-noise', 'vanishing-noise'],
  weights: () => [],
  sizes: () => [],
};
