/**
 * The replicator equation as some papers print it, without the factor 1 - x: x_s' = x_s (p_s - p_k) for every strategy but the last one,
 * k, which takes the opposite. Shares do not stay between 0 and 1; what happens there is the noise's `boundary`.
 */
import { total } from '../algebra.js';
import type { Dynamics } from './contract.js';

export const truncated: Dynamics = {
  words:
    "Replicator equation without the factor 1 - x: a share grows by its payoff less that of the player's last strategy. It does not keep shares between 0 and 1.",
  source: 'a form that papers print; no derivation is known',
  facts: ['linear', 'homogeneous', 'polynomial', 'continuous', 'smooth'],
  rests: 'with-last',
  velocity(algebra, shares, payoffs) {
    const last = payoffs.length - 1;
    const moved = shares.slice(0, -1).map((share, s) => algebra.mul(share, algebra.sub(payoffs[s]!, payoffs[last]!)));
    return [...moved, algebra.sub(algebra.constant(0), total(algebra, moved))];
  },
};
