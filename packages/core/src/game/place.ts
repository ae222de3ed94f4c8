/**
 * Places in a game file, as address and in words.
 */

/** A place: its address, such as `payoffs[2].pay.A`, and the same in words. */
export interface Place {
  readonly path: string;
  readonly place: string;
}

/** Row `index` (from 0) of the payoff table, or what one player gets there. */
export function rowPlace(index: number, when: readonly string[], player?: string): Place {
  const row = {
    path: `payoffs[${index}]`,
    place: `payoffs row ${index + 1}${when.length > 0 ? ` (${when.join(', ')})` : ''}`,
  };
  return player === undefined ? row : { path: `${row.path}.pay.${player}`, place: `${row.place}, player ${player}` };
}

/** The payoff expression of one player and own strategy. */
export function payoffPlace(player: string, strategy: string): Place {
  return { path: `payoffs.${player}.${strategy}`, place: `payoff of player ${player}, strategy ${strategy}` };
}
