/**
 * A payoff advantage as a line of text.
 */

import type { Field } from '../equation/field.js';
import { coordinateNames } from '../game/coordinates.js';
import type { Game } from '../game/game.js';
import { formatPolynomial } from '../polynomial/format.js';

/**
 * The advantage of a strategy over the player's last one, such as `-3.9 + 4.9 B.share + 2.12 M.coordinate`.
 * @param player Index of the player.
 * @param strategy Index of the strategy, below the last. Default 0.
 */
export function printAdvantage(game: Pick<Game, 'players'>, field: Field, player: number, strategy = 0): string {
  return formatPolynomial(field.advantages[player]![strategy]!, variableNames(game, field));
}

/** Coordinates, then functions of them as text, such as `exp(2 A.share)`. */
export function variableNames(
  game: Pick<Game, 'players'>,
  { atoms, states = [] }: Pick<Field, 'atoms' | 'states'>,
): string[] {
  const names = [...coordinateNames(game), ...states.map(({ name }) => name)];
  for (const { name, args } of atoms) {
    const [a, b, yes, no] = args.map((arg) => formatPolynomial(arg, names));
    if (name === 'time') names.push('time');
    else if (name === 'reciprocal') names.push(`(1 / (${a}))`);
    else if (name === 'power') names.push(`(${a})^(${b})`);
    else
      names.push(name === 'if' ? `if(${a} < ${b}, ${yes}, ${no})` : `${name}(${b === undefined ? a : `${a}, ${b}`})`);
  }
  return names;
}
