/**
 * Brown-von Neumann-Nash dynamics: strategies that pay more than the mean gain, x_s' = e_s - x_s sum of e_j with the excess
 * e_s = max(p_s - m, 0) over the mean payoff m.
 * Sources: Brown and von Neumann (1950); Hofbauer (2000), From Nash and Brown to Maynard Smith.
 */
import { total } from '../algebra.js';
import type { Dynamics } from './contract.js';
import { meanPayoff } from './replicator.js';

export const bnn: Dynamics = {
  words:
    'Brown-von Neumann-Nash dynamics: strategies gain what they pay more than the mean, at the cost of all in proportion.',
  source: 'Brown and von Neumann (1950)',
  facts: ['homogeneous', 'continuous', 'invariant'],
  rests: 'nash',
  velocity(algebra, shares, payoffs) {
    const { constant, sub, mul, max } = algebra;
    const mean = meanPayoff(algebra, shares, payoffs);
    const excess = payoffs.map((payoff) => max(sub(payoff, mean), constant(0)));
    const whole = total(algebra, excess);
    return shares.map((share, s) => sub(excess[s]!, mul(share, whole)));
  },
};
