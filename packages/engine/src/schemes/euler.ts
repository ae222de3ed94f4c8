/**
 * Euler-Maruyama: Gaussian increments. For pictures of single paths.
 * Source: Maruyama (1955); Kloeden and Platen (1992), section 10.2.
 */
import { channelsOfPlayers } from '@trilogue/core';
import type { Scheme } from './contract.js';
import { eulerStep, keepsLast, staysInside } from './euler-step.js';

export const euler: Scheme = {
  name: 'euler',
  title: 'Euler-Maruyama',
  increments: 'gaussian',
  strongOrder: 0.5,
  weakOrder: 1,
  source: 'Kloeden and Platen (1992), section 10.2',
  needs: [],
  keepsInside: (shape, largestPull) => channelsOfPlayers(shape) === 0 && staysInside(shape, largestPull),
  keepsLast,
  step: eulerStep,
};
