/** Games without noise: steps of a length that each path chooses, so that their error is as small as a tolerance wants. */
import type { Scheme } from './contract.js';

export const dormandPrince: Scheme = {
  name: 'dormand-prince',
  title: 'Dormand and Prince, error-controlled',
  increments: 'none',
  strongOrder: null,
  weakOrder: 5,
  source:
    'Dormand and Prince (1980), A family of embedded Runge-Kutta formulae; where the equation is stiff, the Rosenbrock method RODAS of Hairer and Wanner (1996)',
  needs: ['one-regime', 'no-noise', 'invariant', 'continuous'],
  keepsLast: () => false,
};
