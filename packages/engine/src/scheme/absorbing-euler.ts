/**
 * Absorbing Euler, for demographic noise: an Euler step of the drift, then a two-point step of the noise whose first
 * two moments are those of Wright-Fisher noise and which never leaves [0, 1].
 *
 * Let y be the distance from the nearer end and v = y (1 - y) V its variance, V = s / (1 + s / 2) for s = sigma^2 dt
 * (which is 1 - exp(-s) to second order and stays below 1 for s < 2). Where sqrt(v) <= y, y moves by +-sqrt(v); nearer to
 * the end it goes to the end itself with probability 1 - p, or to u = y + v / y with p = y / u. Mean and variance are right
 * everywhere, the two forms meet at sqrt(v) = y, and absorption happens at the rate that the moments ask for, while an
 * Euler-Maruyama step near the end overshoots it and is cut off, which adds to the mean.
 *
 * The idea of matching moments by a discrete distribution near a boundary is Alfonsi's (2010, for the square-root
 * process); this form, which absorbs, is ours. Weak order 1.
 */
import type { FieldShape } from '@trilogue/core';
import type { Builder, Value } from '../program/builder.js';
import type { Scheme, StepInput } from './contract.js';
import { moreThanTwo } from './two-strategies.js';

export const absorbingEuler: Scheme = {
  name: 'absorbing-euler',
  title: 'Euler with absorbing two-point noise',
  increments: 'uniform',
  strongOrder: null,
  weakOrder: 1,
  source: 'moments matched at the boundary as in Alfonsi (2010)',
  refuse,
  step,
};

function refuse(shape: FieldShape): string | undefined {
  const more = moreThanTwo(shape);
  if (more !== undefined) return more;
  if (shape.noise === 'replicator' || shape.noise === 'multiplicative') {
    return `is for demographic noise or none, and this game has ${shape.noise} noise`;
  }
  return undefined;
}

function step(builder: Builder, input: StepInput): Value[] {
  const [zero, half, one] = [0, 0.5, 1].map(builder.constant);
  const advantages = input.advantages(input.state);
  return input.state.map((x, player) => {
    const spread = builder.mul(x, builder.sub(one, x));
    const drifted = builder.add(x, builder.mul(spread, advantages[player][0]));
    if (input.shape.noise === 'none') return drifted;
    const inside = builder.min(builder.max(drifted, zero), one);
    const far = builder.sub(one, inside);
    const lower = builder.less(inside, half);
    const y = builder.select(lower, inside, far);
    const rest = builder.select(lower, far, inside);

    const s = builder.mul(input.intensity[player], input.intensity[player]);
    const unitVariance = builder.min(builder.div(s, builder.add(one, builder.mul(half, s))), one);
    const draw = builder.uniform(player);
    const root = builder.sqrt(builder.mul(builder.mul(y, rest), unitVariance));
    const symmetric = builder.select(builder.less(draw, half), builder.add(y, root), builder.sub(y, root));
    // v / y = (1 - y) V needs no quotient; u is above 0 unless there is neither share nor noise, and then not taken
    const u = builder.add(y, builder.mul(rest, unitVariance));
    const jumps = builder.less(builder.mul(draw, u), y);
    const absorbing = builder.select(jumps, u, zero);
    const next = builder.select(builder.less(y, root), absorbing, symmetric);
    return builder.select(lower, next, builder.sub(one, next));
  });
}
