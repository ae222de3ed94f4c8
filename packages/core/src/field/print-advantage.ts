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
  return formatPolynomial(field.advantages[player]![strategy]!, coordinateNames(game));
}
