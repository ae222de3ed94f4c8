/**
 * Demographic noise with many strategies of which all but one pay the same: the odd one has a constant advantage s over the others.
 * Owns the exact answers about which strategy takes over, and the game with its strategies in any order.
 *
 * The others together are one strategy, so the odd one takes over with Kimura's probability. Among the others no share is favoured: the part
 * that one of them has of them all is a martingale, so where they win each wins in proportion to its share at the start.
 */
import { fixationProbability } from './kimura.js';

export interface OneAgainstEquals {
  readonly advantage: number;
  readonly sigma: number;
  /** Shares at the start by strategy, the odd one under the name `odd`; they add up to 1. */
  readonly initial: Readonly<Record<string, number>>;
  readonly horizon: number;
}

/** YAML text of the game; its one player is P, its strategies are listed as in `initial`. */
export function oneAgainstEqualsGame({ advantage, sigma, initial, horizon }: OneAgainstEquals): string {
  const names = Object.keys(initial);
  const payoffs = names.map((name) => `${name}: ${name === 'odd' ? advantage : 0}`);
  return `game: one-against-equals
source: a problem with a known answer
against: self
players:
  P: { title: Population, strategies: [${names.join(', ')}] }
payoffs:
  P: { ${payoffs.join(', ')} }
noise: { kind: demographic, sigma: { P: ${sigma} } }
initial: { P: [${Object.values(initial).join(', ')}] }
horizon: ${horizon}
`;
}

/** Probability that a strategy takes over in the end. */
export function takesOver({ advantage, sigma, initial }: Omit<OneAgainstEquals, 'horizon'>, name: string): number {
  const odd = fixationProbability(advantage, sigma, initial.odd!);
  return name === 'odd' ? odd : ((1 - odd) * initial[name]!) / (1 - initial.odd!);
}
