/**
 * Absorbing Euler, for demographic noise of any number of strategies: a step of the drift in the ratios of the shares, then
 * for each pair of strategies a step of the noise between the two whose first two moments are those of Wright-Fisher noise.
 *
 * Noise sqrt(x_i x_j) dW from j to i leaves t = x_i + x_j as it is, and p = x_i / t follows Wright-Fisher noise of its own,
 * dp = sigma sqrt(p (1 - p)) dW. Let y be the smaller of p and 1 - p, v = y (1 - y) V its variance over a step, V =
 * s / (1 + s / 2) for s = sigma^2 dt (which is 1 - exp(-s) to second order), psi = v / y^2, and Z the step's normal number.
 *
 * Where psi <= 1, y becomes y + sqrt(v / (1 + 2 k^2)) (Z + k (Z^2 - 1)), the square of a shifted normal: k = sqrt(S - 1) / 2
 * with S = sqrt(2 / (2 - psi)) lets it reach 0 and never beyond. Far from the end that is Milstein's step for small y, and
 * k (1 - 2 y) / (1 - y) is that for Wright-Fisher noise. Nearer to the end y becomes 0, or (5/3) w t^2 with t uniform on
 * [0, 1], with probability (9/5) y / w, where w = y + v / y; t rises with Z. Mean and variance are right in both, so that
 * absorption happens at the rate that the moments ask for, while an Euler-Maruyama step near the end overshoots it and is cut
 * off, which adds to the mean.
 *
 * What is left of the moments' error is the tail of steps that would leave [0, 1] at the far end, which is put to the end.
 *
 * Two forms by psi are Andersen's (2008, for the square-root process); this use, the splitting into pairs and the form near
 * the end are ours. Weak order 1.
 */
import { channelsOfPlayers } from '@trilogue/core';
import type { Builder, Value } from '../program/builder.js';
import { TINY } from '../program/tiny.js';
import type { Scheme, Shares, StepInput, Stepped } from './contract.js';
import { multiplied } from './ratios.js';

export const absorbingEuler: Scheme = {
  name: 'absorbing-euler',
  title: 'Euler with noise that absorbs',
  increments: 'gaussian',
  strongOrder: null,
  weakOrder: 1,
  source: 'moments matched near the boundary as in Andersen (2008)',
  needs: ['sampling-noise', 'independent', 'own-boundary', 'replicator', 'no-mutation', 'white-noise'],
  keepsLast: () => true,
  keepsInside: () => true,
  step,
};

/** Below this psi an end is 3.5 standard deviations away, and no step of the normal's other half gets there. */
const NEARLY_GAUSSIAN = 0.08;

function step(builder: Builder, input: StepInput): Stepped {
  const { sigma } = input.at(input.shares);
  const firstHalf = drifted(builder, input, input.shares, 0);
  let channel = 0;
  const disturbed = firstHalf.map((shares, player) => {
    if (channelsOfPlayers(input.shape) === 0) return shares;
    const first = channel;
    channel += (shares.length * (shares.length - 1)) / 2;
    const intensity = builder.mul(sigma[player], input.step.root);
    return sampledInPairs(builder, shares, intensity, (n) => input.step.draw(builder.constant(1), first + n));
  });
  return { shares: drifted(builder, input, disturbed, 1 / 2) };
}

/** Shares after half a step of the drift, by the midpoint rule in the logarithms of their ratios. */
function drifted(builder: Builder, input: StepInput, start: readonly Shares[], later: number): Shares[] {
  const moved = (at: readonly Shares[], part: number, after: number) => {
    const payoffs = input.at(at, later + after).payoffs(input.step.dt);
    return start.map((shares, player) =>
      multiplied(
        builder,
        shares,
        payoffs[player].slice(0, -1).map((payoff) => builder.mul(builder.constant(part), payoff)),
      ),
    );
  };
  return moved(moved(start, 1 / 4, 0), 1 / 2, 1 / 4);
}

/**
 * Shares after the noise between each two of them, one pair after the other.
 * @param draw the normal number of a pair
 */
function sampledInPairs(builder: Builder, start: Shares, intensity: Value, draw: (pair: number) => Value): Shares {
  const { constant, add, mul, div, min, max } = builder;
  const one = constant(1);
  const s = mul(intensity, intensity);
  const unitVariance = min(div(s, add(one, mul(constant(0.5), s))), one);
  if (start.length === 2) return sampled(builder, start[0], start[1], unitVariance, draw(0));
  const shares = [...start];
  let pair = 0;
  for (let i = 0; i < shares.length; i++) {
    for (let j = i + 1; j < shares.length; j++) {
      const both = add(shares[i], shares[j]);
      // a pair that is lost divides by 2^-100, not by 0
      const unit = div(one, max(both, constant(TINY)));
      const [p, q] = sampled(builder, mul(shares[i], unit), mul(shares[j], unit), unitVariance, draw(pair++));
      // rounding alone can lift the only share that is left above 1
      [shares[i], shares[j]] = [min(mul(p, both), one), min(mul(q, both), one)];
    }
  }
  return shares;
}

/** Two shares that add up to 1 after the noise between them, from a standard normal number. */
function sampled(builder: Builder, a: Value, b: Value, unitVariance: Value, normal: Value): Value[] {
  const { constant, add, sub, mul, div, min, max, less, select, sqrt } = builder;
  const [zero, half, one, two] = [0, 0.5, 1, 2].map(constant);
  const lower = less(a, b);
  const y = select(lower, a, b);
  const rest = select(lower, b, a);
  const psi = div(mul(rest, unitVariance), max(y, constant(TINY)));

  const near = min(psi, one);
  const skewed = select(less(near, constant(NEARLY_GAUSSIAN)), sub(one, div(y, max(rest, half))), one);
  const kappa = mul(mul(half, sqrt(sub(sqrt(div(two, sub(two, near))), one))), skewed);
  const scale = sqrt(div(mul(mul(y, rest), unitVariance), add(one, mul(two, mul(kappa, kappa)))));
  const inside = add(y, mul(scale, add(normal, mul(kappa, sub(mul(normal, normal), one)))));

  const kept = max(zero, sub(one, mul(upperTail(builder, normal), mul(constant(5 / 9), add(one, psi)))));
  const absorbing = mul(mul(constant(5 / 3), add(y, mul(rest, unitVariance))), mul(kept, kept));

  const next = min(max(select(less(one, psi), absorbing, inside), zero), one);
  const other = sub(one, next);
  return [select(lower, next, other), select(lower, other, next)];
}

/** The probability that a standard normal number is larger, within 1e-5. Source: Abramowitz and Stegun (1964), 26.2.16. */
function upperTail(builder: Builder, z: Value): Value {
  const { constant, add, sub, mul, div, select, less } = builder;
  const [zero, one] = [0, 1].map(constant);
  const size = builder.max(z, sub(zero, z));
  const t = div(one, add(one, mul(constant(0.33267), size)));
  const density = mul(constant(1 / Math.sqrt(2 * Math.PI)), builder.exp(mul(constant(-0.5), mul(size, size))));
  const series = mul(t, add(constant(0.4361836), mul(t, add(constant(-0.1201676), mul(constant(0.937298), t)))));
  const tail = mul(density, series);
  return select(less(zero, z), tail, sub(one, tail));
}
