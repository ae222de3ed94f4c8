/**
 * Replicator dynamics: x_s' = x_s (p_s - sum of x_j p_j); with two strategies, x (1 - x) (p_1 - p_2).
 * Sources: Taylor and Jonker (1978); with several populations Hofbauer and Sigmund (1998), chapter 10.
 */
import { type Algebra, total } from '../algebra.js';
import type { Dynamics } from './contract.js';

export const replicator: Dynamics = {
  words: 'Replicator equation: a share grows by its payoff less the mean payoff of its player.',
  source: 'Taylor and Jonker (1978)',
  facts: ['replicator', 'linear', 'homogeneous', 'polynomial', 'continuous', 'smooth', 'invariant'],
  rests: 'restricted',
  velocity(algebra, shares, payoffs) {
    const { constant, sub, mul } = algebra;
    if (shares.length === 2) {
      const moved = mul(mul(shares[0]!, shares[1]!), sub(payoffs[0]!, payoffs[1]!));
      return [moved, sub(constant(0), moved)];
    }
    const mean = meanPayoff(algebra, shares, payoffs);
    return shares.map((share, s) => mul(share, sub(payoffs[s]!, mean)));
  },
};

/** Sum of x_j p_j. */
export function meanPayoff<V>(algebra: Algebra<V>, shares: readonly V[], payoffs: readonly V[]): V {
  return total(
    algebra,
    shares.map((share, s) => algebra.mul(share, payoffs[s]!)),
  );
}
