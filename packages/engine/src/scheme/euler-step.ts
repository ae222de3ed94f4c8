/**
 * The Euler step of the stochastic replicator equation, x + f(x) dt + g(x) dW, for any distribution of the increment.
 * Owns the formula of each noise kind as it stands in the diffusion of `@trilogue/core`. The last share of three and more is
 * stepped as the others are, so that which strategy is listed last decides nothing.
 * Source: Kloeden and Platen (1992), section 10.2.
 */
import { type FieldShape, helmert } from '@trilogue/core';
import type { Builder, Value } from '../program/builder.js';
import type { StepInput } from './contract.js';

/** Players whose last share the step moves on its own. */
export const keepsLast = (strategies: number) => strategies > 2;

/** New shares, not yet put back into the simplex. */
export function eulerStep(builder: Builder, input: StepInput): Value[] {
  const next: Value[] = [];
  const lasts: Value[] = [];
  const advantages = input.advantages(input.state);
  let coordinate = 0;
  let channel = 0;
  for (const [player, count] of input.shape.strategies.entries()) {
    const free = input.state.slice(coordinate, coordinate + count - 1);
    coordinate += count - 1;
    const last = input.last[player] ?? builder.sub(builder.constant(1), free[0]);
    const noise = noiseOf(builder, input, player, [...free, last], channel);
    channel += noise.channels;
    const pull = advantages[player].map((advantage, s) => builder.add(advantage, noise.payoff[s]));
    if (count === 2) {
      const spread = builder.mul(free[0], last);
      next.push(builder.add(builder.add(free[0], builder.mul(spread, pull[0])), noise.share[0]));
      continue;
    }
    // x_s + x_s (p_s - sum of x_j p_j), where the last strategy's p is 0
    const mean = builder.sum(free.map((share, s) => builder.mul(share, pull[s])));
    const relative = [...pull.map((p) => builder.sub(p, mean)), builder.sub(builder.constant(0), mean)];
    const moved = [...free, last].map((share, s) =>
      builder.add(builder.add(share, builder.mul(share, relative[s])), noise.share[s]),
    );
    lasts.push(moved.pop()!);
    next.push(...moved);
  }
  return [...next, ...lasts];
}

/**
 * Whether a step with a bounded pull stays in [0, 1]: x + x (1 - x) a does exactly where |a| <= 1. For two strategies
 * and noise that enters through the payoffs.
 */
export function staysInside(shape: FieldShape, largestPull: number): boolean {
  const throughPayoffs = shape.noise === 'none' || shape.noise === 'replicator';
  return throughPayoffs && shape.strategies.every((count) => count === 2) && largestPull < 0.999;
}

/** Noise of one player: what is added to its payoff advantages, and what is added to each of its shares directly. */
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
  const free = shares.length - 1;
  switch (input.shape.noise) {
    case 'none':
      return { payoff: zero, share: zero, channels: 0 };
    case 'replicator':
      return { payoff: payoffNoise(builder, intensity, free, channel), share: zero, channels: free };
    case 'demographic':
      return { payoff: zero, ...samplingNoise(builder, intensity, shares, channel) };
    case 'multiplicative': {
      const own = shares.slice(0, -1).map((share, s) => {
        // of three and more none is stopped next to 1, which others that are too small for a number cannot change
        const moving = free === 1 ? builder.less(share, builder.constant(1)) : builder.constant(1);
        return builder.increment(builder.mul(builder.mul(intensity, share), moving), channel + s);
      });
      return { payoff: zero, share: [...own, builder.sub(builder.constant(0), builder.sum(own))], channels: free };
    }
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
  const moved = shares.map(() => builder.constant(0));
  let next = channel;
  for (let i = 0; i < shares.length; i++) {
    for (let j = i + 1; j < shares.length; j++) {
      const size = builder.mul(intensity, builder.sqrt(builder.mul(shares[i], shares[j])));
      const flow = builder.increment(size, next++);
      moved[i] = builder.add(moved[i], flow);
      moved[j] = builder.sub(moved[j], flow);
    }
  }
  return { share: moved, channels: next - channel };
}
