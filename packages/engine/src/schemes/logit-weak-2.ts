/**
 * Kutta's third-order method for the logarithms of the shares' ratios, with noise of weak order 2. Under replicator noise
 * Z_s = ln(x_s / x_k), with k the player's last strategy, has additive noise, dZ_s = m_s dt + n_s (`logRatioDrift` of core has the
 * equation). The step is
 *
 *   k1 = m(Z) dt,  k2 = m(Z + k1 / 2 + b2 n) dt,  k3 = m(Z - k1 + 2 k2 + b3 n) dt,  Z' = Z + (k1 + 4 k2 + k3) / 6 + n.
 *
 * Without noise that is Kutta's method of order 3. For additive noise, weak order 2 asks two things more of the stages, that
 * the weighted means of b and of b^2 be 1/2 (both sides of Ito's expansion to dt^2): b2 = (6 + sqrt 6) / 10 and
 * b3 = (3 - 2 sqrt 6) / 5. What decides between two outcomes is mostly the drift, so its third order allows steps of more
 * than twice the length that Heun's method allows. Increments are Gaussian: sums of numbers of few values lie on a lattice,
 * which a probability shows, and whole steps made of halves would have another law than the steps that run.
 *
 * Z is not stored: the shares are, all of them, each to its own precision, and change by their ratios (`ratios.ts`). So they
 * stay between 0 and 1 whatever the step, and come back from next to 1 as from next to 0.
 * Sources: Kutta (1901) for the drift's part; Kloeden and Platen (1992), chapters 14 and 15, for weak expansions.
 */
import { logRatioDrift, logRatioNoise } from '@trilogue/core';
import type { Builder, Value } from '../program/builder.js';
import { TINY } from '../program/tiny.js';
import type { Scheme, Shares, StepInput, Stepped } from './contract.js';
import { multiplied } from './ratios.js';

export const logitWeak2: Scheme = {
  name: 'logit-weak-2',
  title: "Kutta's method in the logits of the shares, weak order 2",
  increments: 'gaussian',
  strongOrder: 1,
  weakOrder: 2,
  source: 'Kutta (1901); Kloeden and Platen (1992), chapter 15',
  needs: ['payoff-noise', 'replicator', 'no-mutation', 'shares-alone', 'white-noise'],
  keepsLast: () => true,
  keepsInside: () => true,
  step,
};

const B2 = (6 + Math.sqrt(6)) / 10;
const B3 = (3 - 2 * Math.sqrt(6)) / 5;

/** Below this a positive share does not fall: it would be taken for 0, from which nothing returns. */
const SMALLEST = 2 * TINY;

function step(builder: Builder, { shape, shares: start, at, step }: StepInput): Stepped {
  const { add, sub, mul } = builder;
  const [half, two, four, sixth, b2, b3, smallest] = [0.5, 2, 4, 1 / 6, B2, B3, SMALLEST].map(builder.constant);
  const noise = logRatioNoise(builder, shape, at(start), step);
  const drift = (shares: readonly Shares[], later: number) => logRatioDrift(builder, shape, at(shares, later), step);
  const after = (change: (player: number, s: number) => Value) =>
    start.map((shares, player) =>
      multiplied(
        builder,
        shares,
        noise[player].map((_, s) => change(player, s)),
      ),
    );
  const k1 = drift(start, 0);
  const k2 = drift(
    after((p, s) => add(mul(half, k1[p][s]), mul(b2, noise[p][s]))),
    1 / 2,
  );
  const k3 = drift(
    after((p, s) => add(sub(mul(two, k2[p][s]), k1[p][s]), mul(b3, noise[p][s]))),
    1,
  );
  const ends = after((p, s) => add(mul(sixth, add(add(k1[p][s], k3[p][s]), mul(four, k2[p][s]))), noise[p][s]));
  const kept = (share: Value, p: number, s: number) => builder.max(share, builder.min(start[p][s], smallest));
  return { shares: ends.map((shares, p) => shares.map((share, s) => kept(share, p, s))) };
}
