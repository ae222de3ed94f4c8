/**
 * Milstein: Euler-Maruyama with the term g g' (dW^2 - dt) / 2. Strong order 1 where each player has one Brownian motion
 * and its noise depends on its own share alone, as replicator and multiplicative noise of two strategies do.
 * Source: Milstein (1975); Kloeden and Platen (1992), section 10.3.
 */
import { diffusion, drift, duals } from '@trilogue/core';
import type { Builder, Value } from '../program/builder.js';
import type { Scheme, StepInput, Stepped } from './contract.js';

export const milstein: Scheme = {
  name: 'milstein',
  title: 'Milstein',
  increments: 'gaussian',
  strongOrder: 1,
  weakOrder: 1,
  source: 'Kloeden and Platen (1992), section 10.3',
  needs: ['two-strategies', 'smooth-noise', 'own-noise', 'shares-alone', 'white-noise'],
  keepsLast: () => false,
  step,
};

function step(builder: Builder, { shape, shares, at, step }: StepInput): Stepped {
  const { constant, add, sub, mul } = builder;
  const [half, one] = [constant(0.5), constant(1)];
  const here = at(shares);
  const moved = drift(builder, shape, here, step.dt);
  const along = (value: Value, slope: number) => ({ value, slope: constant(slope) });
  const noise = diffusion(duals(builder), shape, {
    shares: shares.map(([x, rest]) => [along(x, 1), along(rest, -1)]),
    sigma: here.sigma.map((sigma) => along(mul(sigma, step.root), 0)),
  });
  const next = shares.map(([x], player) => {
    const drifted = add(x, moved[player][0]);
    if (noise[player].length === 0) return drifted;
    // g sqrt(dt) and its derivative
    const { value, slope } = noise[player][0][0];
    const z = step.draw(one, player);
    return add(drifted, mul(value, add(z, mul(mul(half, slope), sub(mul(z, z), one)))));
  });
  return { shares: next.map((x) => [x, sub(one, x)]) };
}
