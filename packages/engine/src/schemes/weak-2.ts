/**
 * Platen's explicit scheme of weak order 2, where each player has one Brownian motion and its noise depends on its own
 * share alone (the terms that couple two motions vanish then). Increments are Gaussian: numbers of few values with the
 * moments that the order needs are right for smooth functions alone, and a probability is an expectation of none.
 *
 * With D = a dt + b dW, Y' = Y + (a(Y + D) + a(Y)) dt / 2 + (b(R+) + b(R-) + 2 b) dW / 4
 * + (b(R+) - b(R-)) (dW^2 - dt) / (4 sqrt dt), R+- = Y + a dt +- b sqrt dt.
 * Source: Kloeden and Platen (1992), section 15.1, equation (1.3).
 */
import { diffusion, drift } from '@trilogue/core';
import type { Builder, Value } from '../program/builder.js';
import type { Scheme, StepInput, Stepped } from './contract.js';

export const weak2: Scheme = {
  name: 'weak-2',
  title: 'Platen, weak order 2',
  increments: 'gaussian',
  strongOrder: 1,
  weakOrder: 2,
  source: 'Kloeden and Platen (1992), section 15.1',
  needs: ['two-strategies', 'smooth-noise', 'own-noise', 'shares-alone', 'white-noise'],
  keepsLast: () => false,
  step,
};

function step(builder: Builder, { shape, shares, at, step }: StepInput): Stepped {
  const { add, sub, mul } = builder;
  const [zero, quarter, half, one] = [0, 0.25, 0.5, 1].map(builder.constant);
  const state = shares.map(([x]) => x);
  const both = (firsts: readonly Value[]) => firsts.map((x) => [x, sub(one, x)]);
  const velocity = (firsts: readonly Value[], later: number) =>
    drift(builder, shape, at(both(firsts), later), step.dt).map(([v]) => v);
  const sigma = at(shares).sigma.map((own) => mul(own, step.root));
  // b sqrt(dt) of each player
  const noise = (firsts: readonly Value[]) =>
    diffusion(builder, shape, { shares: both(firsts), sigma }).map(([channel]) => channel?.[0] ?? zero);

  const start = velocity(state, 0);
  const moved = state.map((x, i) => add(x, start[i]));
  const own = noise(state);
  const up = noise(moved.map((x, i) => add(x, own[i])));
  const down = noise(moved.map((x, i) => sub(x, own[i])));
  const wiener = own.map((b, i) => (b === zero ? zero : step.draw(one, i)));
  const end = velocity(
    moved.map((x, i) => add(x, mul(own[i], wiener[i]))),
    1,
  );
  const next = state.map((x, i) => {
    const drifted = add(x, mul(half, add(start[i], end[i])));
    const mean = add(add(up[i], down[i]), add(own[i], own[i]));
    const excess = sub(mul(wiener[i], wiener[i]), one);
    return add(drifted, mul(quarter, add(mul(mean, wiener[i]), mul(sub(up[i], down[i]), excess))));
  });
  return { shares: both(next) };
}
