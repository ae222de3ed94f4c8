/**
 * A game written in TypeScript.
 */
import type { Game } from '../game/game.js';
import { buildGame } from './build-game.js';
import type { CheckedDefinition, ParameterNames } from './checked-definition.js';
import type { GameDefinition } from './game-definition.js';
import { objectSource } from './object-source.js';

/**
 * A game from the object form of a game file. Wrong names of players, strategies, parameters and `where` entries do not
 * compile, also inside expressions; everything is checked again when it runs.
 * @throws GameError with every fault.
 */
export function defineGame<const D extends GameDefinition>(
  definition: D & CheckedDefinition<D>,
): Game<ParameterNames<D>> {
  return buildGame(objectSource(definition), { faults: [], marks: new Map() }) as Game<ParameterNames<D>>;
}
