/**
 * Logit dynamics: agents move to a perturbed best response, x_s' = exp(p_s / eta) / sum of exp(p_j / eta) - x_s, with the
 * temperature eta > 0. Rest points are the logit equilibria (quantal response) of that temperature.
 * Sources: Fudenberg and Levine (1998), chapter 4; Hofbauer and Sandholm (2002); McKelvey and Palfrey (1995) for the equilibria.
 */
import { total } from '../algebra.js';
import type { Dynamics } from './contract.js';

export const logit: Dynamics = {
  words: 'Logit dynamics: shares move to the choice probabilities of a logit model of the payoffs.',
  source: 'Fudenberg and Levine (1998), chapter 4',
  facts: ['continuous', 'smooth', 'invariant'],
  rests: 'inside',
  numbers: ['temperature'],
  rate: (difference, _least, number) => 1 + difference / number('temperature'),
  velocity(algebra, shares, payoffs, { number }) {
    const { constant, sub, div, max, exp } = algebra;
    const best = payoffs.reduce((a, b) => max(a, b));
    // beyond 80 a weight is 0 to single precision
    const weights = payoffs.map((payoff) => exp(max(div(sub(payoff, best), number('temperature')), constant(-80))));
    const whole = total(algebra, weights);
    return shares.map((share, s) => sub(div(weights[s]!, whole), share));
  },
  // 1 / sum of exp((p_j - p_s) / eta), where payoffs that are nearly alike stay so; beyond 700 odds are infinite to double precision
  bounded(algebra, shares, payoffs, { number }) {
    const { constant, sub, div, min, exp } = algebra;
    return shares.map((share, s) => {
      const odds = payoffs.map((payoff, j) =>
        j === s ? constant(1) : exp(min(div(sub(payoff, payoffs[s]!), number('temperature')), constant(700))),
      );
      return sub(div(constant(1), total(algebra, odds)), share);
    });
  },
};
