/**
 * What schemes in the logit of the share have in common. With Y = ln(x / (1 - x)) replicator noise is additive,
 * dY = (advantage + sigma^2 (x - 1/2)) dt + sigma dW by the formula of Ito, and shares stay between 0 and 1 whatever the
 * step. Y is kept from step to step, so that a share may come as near to 1 as to 0 and return: a single-precision share
 * cannot, since the numbers next to 1 are 6e-8 apart.
 */
import type { FieldShape } from '@trilogue/core';
import type { Builder, Value } from '../program/builder.js';
import type { Memory, StepInput } from './contract.js';
import { moreThanTwo } from './two-strategies.js';

/** Beyond this logit a share is 0 or 1 to single precision, and its exponential is not needed. */
const LARGEST = 80;

/** The logit of a share that is 0 or 1, which no step changes. */
const NEVER = 1e30;

/** Why a game has no additive noise in the logit of its shares, or undefined where it has. */
export function additiveInLogit(shape: FieldShape): string | undefined {
  return moreThanTwo(shape) ?? throughPayoffs(shape);
}

/** Why the noise of a game does not come through its payoffs, or undefined where it does. */
export function throughPayoffs(shape: FieldShape): string | undefined {
  if (shape.noise === 'demographic' || shape.noise === 'multiplicative') {
    return `is for replicator noise or none, and this game has ${shape.noise} noise`;
  }
  return undefined;
}

/** The logit of each share, as the scheme's memory. */
export function logitMemory(shape: FieldShape): Memory[] {
  return Array.from({ length: shape.coordinates }, (_, i) => ({
    name: `logit${i}`,
    start: (state) => logit(state[i]),
  }));
}

function logit(share: number): number {
  if (share <= 0) return -NEVER;
  return share >= 1 ? NEVER : Math.log(share / (1 - share));
}

/** Shares from their logits: 1 / (1 + exp(-Y)). */
export function sharesOf(builder: Builder, logits: readonly Value[]): Value[] {
  const [zero, one] = [0, 1].map(builder.constant);
  const [low, high] = [-LARGEST, LARGEST].map(builder.constant);
  return logits.map((y) => {
    const bounded = builder.min(builder.max(builder.sub(zero, y), low), high);
    return builder.div(one, builder.add(one, builder.exp(bounded)));
  });
}

/** Drift of each logit times dt in a state. */
export function logitDrift(builder: Builder, input: StepInput, state: readonly Value[]): Value[] {
  const advantages = input.advantages(state);
  if (input.shape.noise === 'none') return advantages.map(([advantage]) => advantage);
  return advantages.map(([advantage], player) => {
    const intensity = input.intensity[player];
    const variance = builder.mul(intensity, intensity);
    return builder.add(advantage, builder.mul(variance, builder.sub(state[player], builder.constant(0.5))));
  });
}

/** Noise of each logit in the step. */
export function logitNoise(builder: Builder, input: StepInput): Value[] {
  return input.intensity.map((intensity, player) =>
    input.shape.noise === 'none' ? builder.constant(0) : builder.increment(intensity, player),
  );
}
