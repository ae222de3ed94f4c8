/**
 * Which equation an entering strategy's share x follows near 0, by what is known of the noise; where that is not enough, why.
 *
 * Near the profile the resident's share is 1 - (entering shares), and drift is L x to first order for every kind.
 * - `replicator`: x gets x (e_s - e_r) dW to first order, and every payoff difference has intensity sigma: geometric,
 *   for any number of strategies. At the upper end of a two-strategy player 1 - x enters, with the same formula.
 * - `demographic`: variance sigma^2 x (1 - x): Feller's (1951) diffusion dx = L x dt + sigma sqrt(x) dW, which reaches
 *   0 in finite time, with probability exp(-2 L x0 / sigma^2) where L > 0 and 1 otherwise. Moments have exponents,
 *   almost every path has none.
 * - `multiplicative`: sigma x dW for all strategies but the last. Where the last is resident that is geometric. Where
 *   another one is, the last one's share takes the difference: noise of size sigma that does not vanish at 0. With two
 *   strategies the path is stopped there (core), as it is certain to be soon when it starts near. With more, core
 *   leaves the clipping to whoever steps the equation.
 */
import { channels, type EquationShape, holds, lacking } from '@trilogue/core';
import type { NearLaw } from './contract.js';

/**
 * @param strategies Number of strategies of the player.
 * @param resident Index of the profile's strategy.
 * @param entering Index of the strategy that enters.
 */
export function nearLaw(
  shape: EquationShape,
  sigma: number,
  strategies: number,
  resident: number,
  entering: number,
): { readonly law: NearLaw; readonly words: string } {
  if (sigma === 0 || channels(shape) === 0) return { law: 'geometric', words: 'No noise.' };
  const unknown = lacking(shape, ['white-noise', 'own-boundary', 'proportional-noise']);
  const known = holds(shape, 'white-noise') && (holds(shape, 'payoff-noise') || holds(shape, 'sampling-noise'));
  if (unknown !== undefined && !known) {
    return { law: 'undefined', words: `Not known: this analysis ${unknown}.` };
  }
  if (holds(shape, 'sampling-noise')) {
    return {
      law: 'absorbed',
      words:
        'Reaches 0 in finite time and stays, from a small share x with probability near 1 (exp(-2 L x / sigma^2) where the ' +
        'eigenvalue L is above 0). Mean and mean square have exponents; almost every path has none: the noise is a square root.',
    };
  }
  const last = strategies - 1;
  const throughPayoffs = holds(shape, 'payoff-noise');
  if (throughPayoffs || resident === last) {
    return { law: 'geometric', words: 'Noise in proportion to the share.' };
  }
  if (strategies === 2) {
    return {
      law: 'absorbed',
      words:
        'The noise does not vanish at the profile: a path that comes near is stopped there in finite time, with a probability ' +
        'that tends to 1, whatever the eigenvalue. There are no exponents.',
    };
  }
  if (entering !== last) return { law: 'geometric', words: 'Noise in proportion to the share.' };
  return {
    law: 'undefined',
    words:
      'The noise does not vanish at the profile, and drives this share below 0: what follows depends on the clipping.',
  };
}
