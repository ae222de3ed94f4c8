/**
 * Simplified weak Euler: increments +sqrt(dt) or -sqrt(dt) with probability one half each. Same weak order as
 * Euler-Maruyama and one random bit a step. Right for distributions as far as the step is small: paths lie on a lattice, and a
 * probability is off by up to half a step's noise at its threshold. Wrong for pictures of single paths.
 * Source: Kloeden and Platen (1992), section 14.1.
 */
import type { Scheme } from './contract.js';
import { eulerStep, keepsLast, staysInside } from './euler-step.js';

export const weakEuler: Scheme = {
  name: 'weak-euler',
  title: 'Weak Euler with two-point increments',
  increments: 'two-point',
  strongOrder: null,
  weakOrder: 1,
  source: 'Kloeden and Platen (1992), section 14.1',
  needs: ['one-regime'],
  keepsInside: staysInside,
  keepsLast,
  step: eulerStep,
};
