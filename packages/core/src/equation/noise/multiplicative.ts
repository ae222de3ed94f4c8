/**
 * Multiplicative noise, k - 1 channels: the share of each strategy but the last gets sigma x_s dW_s, the last one the opposite
 * of all. For two strategies sigma x dW. The equation itself would leave [0, 1] at the top, so the share of one of two that has
 * reached 1 is stopped: its noise is 0 there. With three and more strategies the last share can also be driven below 0 from
 * inside the simplex; whoever steps the equation must clip it. Of three and more none is stopped next to 1, which others that
 * are too small for a number cannot change.
 */
import type { Noise } from './contract.js';

export const multiplicative: Noise = {
  words:
    'Shares of all strategies but the last are disturbed in proportion to themselves, and the last takes the difference.',
  boundary: 'absorb',
  boundaryWords: 'The equation would go beyond 1: a share of two that has reached it is stopped there.',
  enters: 'shares',
  facts: ['proportional-noise', 'smooth-noise', 'own-noise'],
  weights: (k) =>
    Array.from({ length: k - 1 }, (_, c) => Array.from({ length: k }, (_, s) => (s === c ? 1 : s === k - 1 ? -1 : 0))),
  sizes({ constant, mul, less }, shares, sigma, boundary = 'absorb') {
    const stopped = shares.length === 2 && boundary === 'absorb';
    return shares
      .slice(0, -1)
      .map((share) => (stopped ? mul(mul(sigma, share), less(share, constant(1))) : mul(sigma, share)));
  },
  // the logarithm of what is disturbed moves by the intensity: the share, or, for the last, what it has not
  movedAway({ constant, sub, mul, div, min, exp }, delta, deviations, complement) {
    const factor = exp(min(deviations, constant(80)));
    return complement ? sub(constant(1), mul(constant(delta), factor)) : div(constant(1 - delta), factor);
  },
};
