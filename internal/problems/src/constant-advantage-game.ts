/**
 * The game file of the one-dimensional problems: one population, strategies `up` and `down`, advantage a of `up`.
 * Owns the text only, in the format that users write; the answers stand in the file of each problem.
 */

export interface ConstantAdvantage {
  /** Payoff of `up` less that of `down`. */
  readonly advantage: number;
  /** Noise intensity; not used where the noise is `none`. */
  readonly sigma: number;
  /** Share of `up` at the start. */
  readonly initial: number;
  readonly horizon: number;
}

/**
 * YAML text of the game. Its one player is P, its parameters are a, sigma and x0.
 *
 * `none` is the equation of `logisticShare`; `replicator` that of `limitProbability` and, where a is 0, of
 * `neutralReplicatorCdf`; `demographic` that of `fixationProbability`; `multiplicative` that of `stopProbability`.
 */
export function constantAdvantageGame(
  noise: 'none' | 'replicator' | 'demographic' | 'multiplicative',
  { advantage, sigma, initial, horizon }: ConstantAdvantage,
): string {
  return `game: constant-advantage-${noise}
title: Constant advantage under noise of kind ${noise}
source: a problem with a known answer
against: self
players:
  P: { title: Population, strategies: [up, down] }
parameters:
  a: { value: ${advantage}, title: Advantage of up }
  sigma: { value: ${sigma}, title: Noise intensity }
  x0: { value: ${initial}, title: Share of up at the start }
payoffs:
  P: { up: a, down: "0" }
noise: ${noise === 'none' ? '{ kind: none }' : `{ kind: ${noise}, sigma: { P: sigma } }`}
initial: { P: x0 }
horizon: ${horizon}
`;
}
