/**
 * What a game may measure. Far above what papers use; they keep a hostile file from costing more than a second or two.
 */
export const gameLimits = {
  players: 8,
  /** Strategies of one player. */
  strategies: 8,
  /** Rows of a payoff table. Larger games are written with one expression per player and own strategy. */
  rows: 1_024,
  parameters: 200,
  where: 200,
  /** States of the environment. */
  states: 8,
  regimes: 4,
  scenarios: 100,
  /** Characters of a title or source. */
  text: 2_000,
  /** Characters of a file. */
  file: 1_048_576,
  /** Maps and lists inside each other. */
  depth: 16,
} as const;
