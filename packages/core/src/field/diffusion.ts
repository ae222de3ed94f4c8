/**
 * Diffusion: how white noise enters the shares (Ito). Owns the definition of each noise kind for k strategies.
 * Each player has its own independent Brownian motions, its channels; x_s are its k shares, sigma its intensity.
 *
 * `replicator`, k - 1 channels. The payoff of strategy s is disturbed by e_s = (sigma / sqrt 2) sum_c H[s][c] dW_c, H the
 * Helmert contrasts, so that every payoff difference has intensity sigma; the replicator equation turns this into
 *   dx_s gets x_s (e_s - sum_j x_j e_j).  k = 2: sigma x (1 - x) dW.
 * In continuous time 0 and 1 are never reached. In the spirit of Fudenberg & Harris (1992), whose extra drift, which
 * comes from noise in offspring numbers, is left out: the equation is read as Ito with the drift of the plain game.
 *
 * `demographic`, one channel for each pair i < j, in the order (0,1), (0,2), ..., (1,2), ...:
 *   dx_i gets +sigma sqrt(x_i x_j) dW, dx_j the opposite.  k = 2: sigma sqrt(x (1 - x)) dW.
 * The covariance is that of Wright-Fisher sampling, sigma^2 x_i ([i = j] - x_j). The boundary absorbs in finite time.
 *
 * `multiplicative`, k - 1 channels: dx_s gets sigma x_s dW_s for all but the last strategy, whose share takes the
 * difference.  k = 2: sigma x dW. The equation itself would leave [0, 1] at the top, so the share of one of two that has
 * reached 1 is stopped: its noise is 0 there. With three and more strategies the last share can also be driven below 0 from inside
 * the simplex; whoever steps the equation must clip it.
 *
 * `none`: no channels.
 */
import type { Field } from './field.js';
import { helmert } from './helmert.js';

/** Coefficients by [strategy but the last][channel] for one player. */
type OwnDiffusion = (shares: readonly number[], sigma: number) => number[][];

const own: Readonly<Record<Field['noise'], OwnDiffusion>> = {
  none: (shares) => shares.slice(0, -1).map(() => []),
  replicator: replicatorNoise,
  demographic: demographicNoise,
  multiplicative: (shares, sigma) =>
    shares
      .slice(0, -1)
      .map((x, s) => shares.slice(0, -1).map((_, c) => (s === c && (x < 1 || shares.length > 2) ? sigma * x : 0))),
};

/** Number of independent Brownian motions of the whole game. */
export function channels(shape: Pick<Field, 'strategies' | 'noise'>): number {
  return shape.strategies.reduce((total, k) => total + playerChannels(k, shape.noise), 0);
}

function playerChannels(k: number, noise: Field['noise']): number {
  if (noise === 'none') return 0;
  return noise === 'demographic' ? (k * (k - 1)) / 2 : k - 1;
}

/**
 * Diffusion coefficients by [coordinate][channel] at a state; the channels of the first player come first.
 * Shares that rounding has put outside [0, 1] count as on the boundary for the square roots.
 */
export function diffusionAt(field: Field, state: ArrayLike<number>): number[][] {
  const width = channels(field);
  const rows: number[][] = [];
  let channel = 0;
  for (const [i, k] of field.strategies.entries()) {
    const shares = Array.from({ length: k - 1 }, (_, s) => state[rows.length + s]!);
    shares.push(1 - shares.reduce((total, x) => total + x, 0));
    const count = playerChannels(k, field.noise);
    for (const coefficients of own[field.noise](shares, field.sigma[i]!)) {
      const row = new Array<number>(width).fill(0);
      for (let c = 0; c < count; c++) row[channel + c] = coefficients[c]!;
      rows.push(row);
    }
    channel += count;
  }
  return rows;
}

function replicatorNoise(shares: readonly number[], sigma: number): number[][] {
  const contrasts = helmert(shares.length);
  const means = shares.slice(0, -1).map((_, c) => shares.reduce((total, x, j) => total + x * contrasts[j]![c]!, 0));
  return shares
    .slice(0, -1)
    .map((x, s) => means.map((mean, c) => (sigma / Math.SQRT2) * x * (contrasts[s]![c]! - mean)));
}

function demographicNoise(shares: readonly number[], sigma: number): number[][] {
  const rows: number[][] = shares.map(() => []);
  for (let i = 0; i < shares.length; i++) {
    for (let j = i + 1; j < shares.length; j++) {
      const size = sigma * Math.sqrt(Math.max(0, shares[i]! * shares[j]!));
      for (const [s, row] of rows.entries()) row.push(s === i ? size : s === j ? -size : 0);
    }
  }
  return rows.slice(0, -1);
}
