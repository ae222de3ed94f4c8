/**
 * Logit Euler: Euler-Maruyama for the logit Y = ln(x / (1 - x)) of the share, where replicator noise is additive (`logRatioDrift`
 * of core has the equation). Strong order 1, since the noise is constant and Milstein's term vanishes. Shares stay between 0
 * and 1 whatever the step. Y is kept from step to step, so that a share may come as near to 1 as to 0 and return: a
 * single-precision share cannot, since the numbers next to 1 are 6e-8 apart.
 * Source: Kloeden and Platen (1992), section 10.3, for the order.
 */
import { type FieldShape, logRatioDrift, logRatioNoise } from '@trilogue/core';
import type { Builder, Value } from '../program/builder.js';
import type { Memory, Scheme, Shares, StepInput, Stepped } from './contract.js';

export const logitEuler: Scheme = {
  name: 'logit-euler',
  title: 'Euler-Maruyama in the logit of the share',
  increments: 'gaussian',
  strongOrder: 1,
  weakOrder: 1,
  source: 'Kloeden and Platen (1992), section 10.3',
  needs: ['two-strategies', 'payoff-noise', 'replicator', 'no-mutation', 'white-noise'],
  keepsLast: () => false,
  keepsInside: () => true,
  memory,
  step,
};

/** Beyond this logit a share is 0 or 1 to single precision, and its exponential is not needed. */
const LARGEST = 80;

/** The logit of a share that is 0 or 1, which no step changes. */
const NEVER = 1e30;

function step(builder: Builder, { shape, shares, memory, at, step }: StepInput): Stepped {
  const here = at(shares);
  const drift = logRatioDrift(builder, shape, here, step);
  const noise = logRatioNoise(builder, shape, here, step);
  const logits = memory.map((y, player) => builder.add(builder.add(y, drift[player][0]), noise[player][0]));
  return { shares: logits.map((y) => sharesOf(builder, y)), memory: logits };
}

/** The logit of each share. */
function memory({ coordinates }: FieldShape): Memory[] {
  return Array.from({ length: coordinates }, (_, i) => ({ name: `logit${i}`, start: (state) => logit(state[i]) }));
}

function logit(share: number): number {
  if (share <= 0) return -NEVER;
  return share >= 1 ? NEVER : Math.log(share / (1 - share));
}

/** Shares from a logit: 1 / (1 + exp(-Y)) and the rest. */
function sharesOf({ constant, sub, add, div, min, max, exp }: Builder, y: Value): Shares {
  const bounded = min(max(sub(constant(0), y), constant(-LARGEST)), constant(LARGEST));
  const share = div(constant(1), add(constant(1), exp(bounded)));
  return [share, sub(constant(1), share)];
}
