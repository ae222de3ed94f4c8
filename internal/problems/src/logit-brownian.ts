/**
 * Replicator noise whose logit is a Brownian motion with drift: an advantage of m + sigma^2 (1/2 - x) makes Y = ln(x / (1 - x)) obey
 * dY = m dt + sigma dW. Owns the exact answers at and before a time: where a path is, and when it passed a share.
 *
 * Source of the passage laws: Karatzas & Shreve (1991), "Brownian Motion and Stochastic Calculus", section 3.5.C.
 */
import { normalCdf } from './special/normal.js';

export interface LogitBrownian {
  /** Drift of the logit. */
  readonly drift: number;
  readonly sigma: number;
  /** Share of the first strategy at the start. */
  readonly initial: number;
  readonly horizon: number;
}

/** YAML text of the game; its one player is P, its strategies are up and down. */
export function logitBrownianGame({ drift, sigma, initial, horizon }: LogitBrownian): string {
  return `game: logit-brownian
source: a problem with a known answer
against: self
players:
  P: { title: Population, strategies: [up, down] }
parameters:
  m: { value: ${drift}, title: Drift of the logit }
  sigma: { value: ${sigma}, title: Noise intensity }
  x0: { value: ${initial}, title: Share of up at the start }
payoffs:
  P: { up: "m + sigma^2*(0.5 - P.up)", down: "0" }
noise: { kind: replicator, sigma: { P: sigma } }
initial: { P: x0 }
horizon: ${horizon}
`;
}

const logit = (share: number): number => Math.log(share) - Math.log1p(-share);

/** Probability that the share is at least `high` at time t: Y(t) is normal with mean Y(0) + m t and variance sigma^2 t. */
export function aboveAt({ drift, sigma, initial }: Omit<LogitBrownian, 'horizon'>, t: number, high: number): number {
  return normalCdf((logit(initial) + drift * t - logit(high)) / (sigma * Math.sqrt(t)));
}

/** Probability that the share has passed `high` by time t; `high` is above the start. */
export function passedBy(problem: Omit<LogitBrownian, 'horizon'>, t: number, high: number): number {
  const [direct, reflected] = passageTerms(problem, t, high);
  return direct + reflected;
}

/**
 * Mean time of the first passage of `high`, over the paths that pass it by time t: with distance d in the logit, the integral of s over the
 * inverse Gaussian density up to t is (d / m) (direct - reflected), where the two terms' sum is the probability.
 *
 * @throws RangeError where the drift is 0, which the formula divides by.
 */
export function meanPassageBy(problem: Omit<LogitBrownian, 'horizon'>, t: number, high: number): number {
  if (problem.drift === 0) throw new RangeError('The mean passage time is given here for a drift that is not 0.');
  const [direct, reflected] = passageTerms(problem, t, high);
  const distance = logit(high) - logit(problem.initial);
  return ((distance / problem.drift) * (direct - reflected)) / (direct + reflected);
}

/** Phi((m t - d) / s) and exp(2 m d / sigma^2) Phi(-(m t + d) / s), with s = sigma sqrt(t). */
function passageTerms({ drift, sigma, initial }: Omit<LogitBrownian, 'horizon'>, t: number, high: number) {
  const distance = logit(high) - logit(initial);
  const spread = sigma * Math.sqrt(t);
  return [
    normalCdf((drift * t - distance) / spread),
    Math.exp((2 * drift * distance) / (sigma * sigma)) * normalCdf(-(drift * t + distance) / spread),
  ] as const;
}
