/**
 * Smith dynamics: agents compare their payoff with that of a strategy drawn at random and switch in proportion to what they gain,
 * x_s' = sum over j of (x_j max(p_s - p_j, 0) - x_s max(p_j - p_s, 0)). A strategy that nobody plays can return.
 * Source: Smith (1984), The stability of a dynamic model of traffic assignment.
 */
import { total } from '../algebra.js';
import type { Dynamics } from './contract.js';

export const smith: Dynamics = {
  words: 'Smith dynamics: agents switch to strategies that pay more, in proportion to what they gain.',
  source: 'Smith (1984)',
  facts: ['homogeneous', 'continuous', 'invariant'],
  rests: 'nash',
  velocity(algebra, shares, payoffs) {
    const { constant, add, sub, mul, max } = algebra;
    // what flows into i from each j, once for each pair
    const flows = shares.map((_, i) =>
      shares.slice(i + 1).map((_, n) => {
        const j = i + 1 + n;
        const gain = sub(payoffs[i]!, payoffs[j]!);
        const loss = sub(constant(0), gain);
        return sub(mul(shares[j]!, max(gain, constant(0))), mul(shares[i]!, max(loss, constant(0))));
      }),
    );
    return shares.map((_, s) => {
      const out = total(
        algebra,
        flows.slice(0, s).map((own, i) => own[s - i - 1]!),
      );
      return sub(flows[s]!.reduce(add, constant(0)), out);
    });
  },
};
