/**
 * Best response dynamics: agents move to the strategy that pays most now, x_s' = b_s - x_s, where b shares 1 equally among the
 * best replies. The velocity jumps where another strategy becomes the best. Shares rest at Nash equilibria in the sense of a differential
 * inclusion: some mix of the best replies less the shares is 0.
 * Sources: Gilboa and Matsui (1991); Hofbauer and Sigmund (1998), section 8.4.
 */
import { total } from '../algebra.js';
import type { Dynamics } from './contract.js';

export const bestResponse: Dynamics = {
  words:
    'Best response dynamics: shares move to the strategy that pays most now; several that pay alike share equally.',
  source: 'Gilboa and Matsui (1991)',
  facts: ['invariant'],
  rests: 'nash',
  rate: () => 1,
  velocity(algebra, shares, payoffs) {
    const { constant, sub, div, max, less } = algebra;
    const best = payoffs.reduce((a, b) => max(a, b));
    const among = payoffs.map((payoff) => sub(constant(1), less(payoff, best)));
    const count = total(algebra, among);
    return shares.map((share, s) => sub(div(among[s]!, count), share));
  },
};
