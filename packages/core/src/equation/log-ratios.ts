/**
 * The equation in the logarithms of the shares' ratios, Z_s = ln(x_s / x_k) with k the player's last strategy, where replicator
 * dynamics have noise that does not depend on the state: dZ_s = (p_s + sigma^2 (x_s - x_k) / 2) dt + n_s, where p_s is the payoff
 * less that of k and n_s its disturbance; in Stratonovich's reading, whose rules are those of calculus, the term with sigma^2 is not
 * there. Needs the facts `replicator`, `no-mutation` and `payoff-noise`.
 *
 * By Ito's formula: d ln x_s has the drift p_s - mean - |b_s|^2 / 2, with b_s = w_s - sum of x_j w_j for weights w of the
 * disturbance. As every difference of two payoffs has intensity sigma, w_i . w_j is sigma^2 for i = j and half of it otherwise,
 * w_k = 0, so that |b_s|^2 - |b_k|^2 = sigma^2 (x_k - x_s).
 */
import type { Algebra } from './algebra.js';
import { type At, disturbance, type Step } from './equation.js';
import type { EquationShape } from './field.js';
import { noiseOf } from './noise/noise.js';

/** Drift of each log-ratio times dt, by [player][strategy but the last]. */
export function logRatioDrift<V>(
  { constant, add, sub, mul }: Algebra<V>,
  shape: EquationShape,
  at: At<V>,
  { dt, root }: Pick<Step<V>, 'dt' | 'root'>,
): V[][] {
  return at.payoffs(dt).map((payoffs, player) => {
    const shares = at.shares[player]!;
    const noisy = noiseOf(shape).weights(shares.length).length > 0;
    if (!noisy || shape.reading === 'stratonovich') return payoffs.slice(0, -1);
    const intensity = mul(at.sigma[player]!, root);
    const halfVariance = mul(constant(0.5), mul(intensity, intensity));
    return payoffs.slice(0, -1).map((payoff, s) => add(payoff, mul(halfVariance, sub(shares[s]!, shares.at(-1)!))));
  });
}

/** Noise of each log-ratio in a step, by [player][strategy but the last]. */
export function logRatioNoise<V>(
  algebra: Algebra<V>,
  shape: EquationShape,
  at: Omit<At<V>, 'payoffs'>,
  step: Pick<Step<V>, 'root' | 'draw'>,
): V[][] {
  return at.shares.map((_, player) => disturbance(algebra, shape, at, step, player).slice(0, -1));
}
