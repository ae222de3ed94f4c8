/**
 * The Euler step of the stochastic replicator equation, x + f(x) dt + g(x) dW, for any distribution of the increment.
 * Owns the formula of each noise kind as it stands in the diffusion of `@trilogue/core`.
 * Source: Kloeden and Platen (1992), section 10.2.
 */
import { type FieldShape, helmert } from '@trilogue/core';
import type { Builder, Value } from '../program/builder.js';
import type { StepInput } from './contract.js';

/** New coordinates, not yet put back into the simplex. */
export function eulerStep(builder: Builder, input: StepInput): Value[] {
  const next: Value[] = [];
  const advantages = input.advantages(input.state);
  let coordinate = 0;
  let channel = 0;
  for (const [player, count] of input.shape.strategies.entries()) {
    const free = count - 1;
    const shares = input.state.slice(coordinate, coordinate + free);
    const noise = noiseOf(builder, input, player, shares, channel);
    const pull = advantages[player].map((advantage, s) => builder.add(advantage, noise.payoff[s]));
    next.push(...replicate(builder, shares, pull).map((share, s) => builder.add(share, noise.share[s])));
    coordinate += free;
    channel += noise.channels;
  }
  return next;
}

/**
 * Whether a step with a bounded pull stays in [0, 1]: x + x (1 - x) a does exactly where |a| <= 1. For two strategies
 * and noise that enters through the payoffs.
 */
export function staysInside(shape: FieldShape, largestPull: number): boolean {
  const throughPayoffs = shape.noise === 'none' || shape.noise === 'replicator';
  return throughPayoffs && shape.strategies.every((count) => count === 2) && largestPull < 0.999;
}

/** x_s + x_s (p_s - sum of x_j p_j); with two strategies x + x (1 - x) p. */
function replicate(builder: Builder, shares: readonly Value[], pull: readonly Value[]): Value[] {
  if (shares.length === 1) {
    const [x] = shares;
    const spread = builder.mul(x, builder.sub(builder.constant(1), x));
    return [builder.add(x, builder.mul(spread, pull[0]))];
  }
  const mean = builder.sum(shares.map((share, s) => builder.mul(share, pull[s])));
  return shares.map((share, s) => builder.add(share, builder.mul(share, builder.sub(pull[s], mean))));
}

/** Noise of one player: what is added to its payoff advantages, and what is added to its shares directly. */
interface PlayerNoise {
  readonly payoff: readonly Value[];
  readonly share: readonly Value[];
  readonly channels: number;
}

function noiseOf(
  builder: Builder,
  input: StepInput,
  player: number,
  shares: readonly Value[],
  channel: number,
): PlayerNoise {
  const zero = shares.map(() => builder.constant(0));
  const intensity = input.intensity[player];
  switch (input.shape.noise) {
    case 'none':
      return { payoff: zero, share: zero, channels: 0 };
    case 'replicator':
      return { payoff: payoffNoise(builder, intensity, shares.length, channel), share: zero, channels: shares.length };
    case 'demographic':
      return { payoff: zero, ...samplingNoise(builder, intensity, shares, channel) };
    case 'multiplicative':
      return {
        payoff: zero,
        share: shares.map((share, s) => {
          const moving = builder.less(share, builder.constant(1));
          return builder.increment(builder.mul(builder.mul(intensity, share), moving), channel + s);
        }),
        channels: shares.length,
      };
  }
}

/** Disturbance of each payoff minus that of the last strategy, by the Helmert contrasts. */
export function payoffNoise(builder: Builder, intensity: Value, free: number, channel: number): Value[] {
  if (free === 1) return [builder.increment(intensity, channel)];
  const contrast = helmert(free + 1);
  return Array.from({ length: free }, (_, s) =>
    builder.sum(
      Array.from({ length: free }, (_, c) => {
        const weight = (contrast[s][c] - contrast[free][c]) / Math.SQRT2;
        return weight === 0
          ? builder.constant(0)
          : builder.increment(builder.mul(intensity, builder.constant(weight)), channel + c);
      }),
    ),
  );
}

/** Wright-Fisher noise: one channel for each pair of strategies, sqrt(x_i x_j) from one to the other. */
function samplingNoise(
  builder: Builder,
  intensity: Value,
  shares: readonly Value[],
  channel: number,
): { share: Value[]; channels: number } {
  const zero = builder.constant(0);
  const last = builder.max(zero, builder.sub(builder.constant(1), builder.sum(shares)));
  const all = [...shares, last];
  const moved = all.map(() => zero);
  let next = channel;
  for (let i = 0; i < all.length; i++) {
    for (let j = i + 1; j < all.length; j++) {
      const size = builder.mul(intensity, builder.sqrt(builder.mul(all[i], all[j])));
      const flow = builder.increment(size, next++);
      moved[i] = builder.add(moved[i], flow);
      moved[j] = builder.sub(moved[j], flow);
    }
  }
  return { share: moved.slice(0, shares.length), channels: next - channel };
}
