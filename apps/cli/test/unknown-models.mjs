/**
 * Dynamics and a noise that nobody has heard of, added to those of the core: for tests, and for commands by `node --import`.
 */
import { dynamics, noises, total } from '@trilogue/core';

/**
 * Smith (1984): agents of worse strategies switch to better ones, as much as they are better. Not linear in payoffs.
 * @type {import('@trilogue/core').Dynamics}
 */
const pairwise = {
  words: 'Pairwise comparison.',
  source: 'Smith (1984)',
  facts: ['invariant', 'continuous'],
  velocity: (algebra, shares, payoffs) =>
    shares.map((own, i) => {
      const gain = (to, from) => algebra.max(algebra.sub(payoffs[to], payoffs[from]), algebra.constant(0));
      const to = shares.map((share, j) => algebra.mul(share, gain(i, j)));
      const from = shares.map((_, j) => algebra.mul(own, gain(j, i)));
      return algebra.sub(total(algebra, to), total(algebra, from));
    }),
};

/**
 * sigma x^2 (1 - x) dW, of which nothing is stated.
 * @type {import('@trilogue/core').Noise}
 */
const tilted = {
  words: 'Tilted.',
  boundary: 'natural',
  boundaryWords: '',
  enters: 'shares',
  facts: [],
  weights: () => [[1, -1]],
  sizes: ({ mul }, shares, sigma) => [mul(mul(sigma, shares[0]), mul(shares[0], shares[1]))],
};

Object.assign(dynamics, { pairwise });
Object.assign(noises, { tilted });
