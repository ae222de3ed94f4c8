/**
 * Demographic noise, one channel for each pair of strategies i < j, in the order (0,1), (0,2), ..., (1,2), ...:
 * sigma sqrt(x_i x_j) dW flows from j to i. For two strategies sigma sqrt(x (1 - x)) dW. The covariance is that of
 * Wright-Fisher sampling, sigma^2 x_i ([i = j] - x_j). The boundary absorbs in finite time.
 */
import type { Noise } from './contract.js';

export const demographic: Noise = {
  words: 'The population is finite: for each two strategies shares flow from one to the other.',
  boundary: 'absorb',
  boundaryWords: 'Shares of 0 and 1 absorb: what reaches them stays.',
  enters: 'shares',
  facts: ['sampling-noise', 'own-noise', 'vanishing-noise'],
  weights: (k) => pairs(k).map(([i, j]) => Array.from({ length: k }, (_, s) => (s === i ? 1 : s === j ? -1 : 0))),
  sizes: ({ mul, sqrt }, shares, sigma) =>
    pairs(shares.length).map(([i, j]) => mul(sigma, sqrt(mul(shares[i]!, shares[j]!)))),
};

function pairs(k: number): [number, number][] {
  return Array.from({ length: k }, (_, i) => i).flatMap((i) =>
    Array.from({ length: k - 1 - i }, (_, n): [number, number] => [i, i + 1 + n]),
  );
}
