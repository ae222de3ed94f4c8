/**
 * Places in a game file, as address and in words.
 */
import type { Game } from './game.js';

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

/** The value of a parameter in a regime, or the rate from a regime to another. */
export function regimePlace(regime: string, field: 'values' | 'to', name: string): Place {
  return { path: `regimes.${regime}.${field}.${name}`, place: `${name} in regime ${regime}` };
}

/** A number of the equation, by its name in `Game.numbers`. */
export function numberPlace({ regimes = [] }: Pick<Game, 'regimes'>, name: string): Place {
  const [kind, from, to] = name.split('.');
  if (kind === 'regime') return regimePlace(regimes[Number(from)]!.name, 'to', regimes[Number(to)]!.name);
  if (kind === 'correlation') return { path: 'noise.correlation', place: 'noise correlation' };
  if (kind === 'noise') return { path: name, place: `noise ${from}` };
  return { path: kind!, place: kind! };
}
