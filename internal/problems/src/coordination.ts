/**
 * Two strategies that coordinate under replicator noise: payoffs a where both play the first, b where both play the second, 0 elsewhere, so
 * dx = x (1 - x) ((a x - b (1 - x)) dt + sigma dW) (Ito). Owns the exact answer about where paths end.
 *
 * 2 drift / diffusion^2 = (2 / sigma^2) (a / (1 - x) - b / x), so the scale density is x^(2 b / sigma^2) (1 - x)^(2 a / sigma^2), a beta density.
 * Source: Karlin & Taylor (1981), "A Second Course in Stochastic Processes", chapter 15, for the scale function.
 */
import { incompleteBeta } from './special/incomplete-beta.js';

export interface Coordination {
  readonly a: number;
  readonly b: number;
  readonly sigma: number;
  /** Share of the first strategy at the start. */
  readonly initial: number;
  readonly horizon: number;
}

/** YAML text of the game; its one player is P, its strategies are first and second. */
export function coordinationGame({ a, b, sigma, initial, horizon }: Coordination): string {
  return `game: coordination
source: a problem with a known answer
against: self
players:
  P: { title: Population, strategies: [first, second] }
parameters:
  a: { value: ${a}, title: Payoff of two who play first }
  b: { value: ${b}, title: Payoff of two who play second }
  x0: { value: ${initial}, title: Share of first at the start }
payoffs:
  P: { first: a * P.first, second: b * P.second }
noise: { kind: replicator, sigma: { P: ${sigma} } }
initial: { P: x0 }
horizon: ${horizon}
`;
}

/**
 * Probability that a path goes to 1 rather than to 0: I_x0(1 + 2 b / sigma^2, 1 + 2 a / sigma^2), for a and b not negative.
 */
export function coordinationProbability({ a, b, sigma, initial }: Omit<Coordination, 'horizon'>): number {
  const noise = sigma * sigma;
  return incompleteBeta(initial, 1 + (2 * b) / noise, 1 + (2 * a) / noise);
}
