/**
 * The Euler step, x + f(x) dt + g(x) dW, for any distribution of the increment. The last share of three and more is stepped as the
 * others are, so that which strategy is listed last decides nothing.
 * Source: Kloeden and Platen (1992), section 10.2.
 */
import { change, type FieldShape, lacking } from '@trilogue/core';
import type { Builder } from '../program/builder.js';
import type { StepInput, Stepped } from './contract.js';

/** Players whose last share the step moves on its own. */
export const keepsLast = (strategies: number) => strategies > 2;

export function eulerStep(builder: Builder, { shape, shares, at, step }: StepInput): Stepped {
  const changes = change(builder, shape, at(shares), step);
  return { shares: shares.map((own, player) => own.map((share, s) => builder.add(share, changes[player][s]))) };
}

/**
 * Whether a step with a bounded pull stays in [0, 1]: x + x (1 - x) a does exactly where |a| <= 1. For two strategies
 * and noise that enters through the payoffs.
 */
export function staysInside(shape: FieldShape, largestPull: number): boolean {
  const needs = [
    'replicator',
    'no-mutation',
    'payoff-noise',
    'white-noise',
    'ito',
    'independent',
    'two-strategies',
  ] as const;
  return lacking(shape, needs) === undefined && largestPull < 0.999;
}
