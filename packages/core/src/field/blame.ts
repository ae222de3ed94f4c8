/**
 * Which payoff is at fault when the field cannot be computed at a point.
 */
import { expand, type Meaning } from '../expression/expand.js';
import type { Expression } from '../expression/expression.js';
import type { Fault } from '../fault/fault.js';
import { GameError } from '../fault/game-error.js';
import type { Game } from '../game/game.js';
import { gameMeaning } from '../game/meaning.js';
import { type Place, payoffPlace, rowPlace } from '../game/place.js';
import type { Point } from '../game/point.js';
import { finiteNumbers, parameterAt } from './advantages.js';

/**
 * An error that names everything at fault at this point: a sub-expression, or else payoffs (player and strategy, or row
 * of the table).
 * @param error What was caught; returned as it is where it is not about a number, or nothing single is at fault.
 */
export function blame(game: Game, point: Point, error: unknown): unknown {
  if (!(error instanceof GameError) || error.faults[0]?.code !== 'not-finite') return error;
  try {
    const meaning = gameMeaning(game, finiteNumbers, (name) => parameterAt(point, name));
    const faults = payoffFaults(game, meaning);
    return faults.length === 0 ? error : new GameError(faults);
  } catch (caught) {
    return caught;
  }
}

/** What is wrong with each payoff by itself, as a polynomial over this arithmetic; nothing after the first limit. */
export function payoffFaults<C>(game: Game, meaning: Meaning<C>): Fault[] {
  const faults: Fault[] = [];
  for (const { expression, place } of writtenPayoffs(game)) {
    try {
      expand(expression, meaning);
    } catch (caught) {
      if (!(caught instanceof GameError)) throw caught;
      faults.push(...caught.placed(place).faults);
      if (faults.at(-1)!.code === 'limit') break;
    }
  }
  return faults;
}

/** Every payoff expression as it was written, with its place. */
function writtenPayoffs(game: Game): { expression: Expression; place: Place }[] {
  if (game.table !== undefined) {
    return game.table.flatMap(({ when, pay }, r) =>
      pay.map((expression, i) => ({ expression, place: rowPlace(r, when, game.players[i]!.name) })),
    );
  }
  return game.payoffs.flatMap((own, i) => {
    const { name, strategies } = game.players[i]!;
    return own.map((expression, s) => ({ expression, place: payoffPlace(name, strategies[s]!) }));
  });
}
