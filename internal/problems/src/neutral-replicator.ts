/**
 * Replicator noise without advantage: dx = sigma x (1 - x) dW (Ito). The one case whose distribution at a finite time is known in
 * closed form, and so the test of weak order.
 *
 * Y = ln(x / (1 - x)) has dY = (sigma^2 / 2) tanh(Y / 2) dt + sigma dW. Brownian motion with drift +-sigma^2 / 2, up with
 * probability x0 and down otherwise, has the same law: its density is that of driftless Brownian motion times
 * exp(-sigma^2 t / 8) cosh(y / 2) / cosh(y0 / 2), Doob's transform by the eigenfunction cosh(y / 2).
 * Source: Rogers & Pitman (1981), "Markov functions", Annals of Probability 9, 573-582, for Brownian motion with a hyperbolic tangent as drift.
 */
import { normalCdf } from './special/normal.js';

/**
 * P(x(t) <= x).
 *
 * @param sigma noise intensity, positive.
 * @param x0 share at the start, in (0, 1).
 * @param t time, positive.
 * @param x share, in (0, 1).
 */
export function neutralReplicatorCdf(sigma: number, x0: number, t: number, x: number): number {
  const distance = logit(x) - logit(x0);
  const drift = (sigma * sigma * t) / 2;
  const spread = sigma * Math.sqrt(t);
  return x0 * normalCdf((distance - drift) / spread) + (1 - x0) * normalCdf((distance + drift) / spread);
}

/**
 * E g(x(t)) for a smooth g on [0, 1], by the trapezoidal rule in the normal variable, exact to about 1e-12.
 *
 * @param g a function of the share, such as x -> x^2 (for x itself the answer is x0: the share is a martingale).
 */
export function neutralReplicatorMean(sigma: number, x0: number, t: number, g: (x: number) => number): number {
  const drift = (sigma * sigma * t) / 2;
  const spread = sigma * Math.sqrt(t);
  const centre = logit(x0);
  const h = 1 / 64;
  let mean = 0;
  for (let i = -10 / h; i <= 10 / h; i++) {
    const z = i * h;
    const weight = (h * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
    const up = g(logistic(centre + drift + spread * z));
    const down = g(logistic(centre - drift + spread * z));
    mean += weight * (x0 * up + (1 - x0) * down);
  }
  return mean;
}

function logit(x: number): number {
  return Math.log(x) - Math.log1p(-x);
}

function logistic(y: number): number {
  return 1 / (1 + Math.exp(-y));
}
