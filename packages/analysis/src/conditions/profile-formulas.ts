/**
 * What entering strategies gain at a pure profile, as formulas of the parameters: shares are 0 or 1 there, so payoffs
 * have no others.
 */
import type { Game } from '@trilogue/core';
import { type Ring, readPayoffs } from '../reading/ring.js';
import {
  addFormulas,
  divideFormulas,
  type Formula,
  multiplyFormulas,
  negateFormula,
  numberFormula,
  parameterFormula,
  powerFormula,
} from './formula.js';

/** Payoff of every strategy less that of the profile's, by [player][strategy]. */
export function profileFormulas(game: Game, profile: readonly string[]): Formula[][] {
  const played = new Set(game.players.map(({ name }, i) => `${name}.${profile[i]}`));
  const ring: Ring<Formula> = {
    number: numberFormula,
    parameter: parameterFormula,
    share: (player, strategy) => numberFormula(played.has(`${player}.${strategy}`) ? 1 : 0),
    add: addFormulas,
    negate: negateFormula,
    multiply: multiplyFormulas,
    divide: divideFormulas,
    power: powerFormula,
  };
  return readPayoffs(game, ring).map((own, i) => {
    const resident = own[game.players[i]!.strategies.indexOf(profile[i]!)]!;
    return own.map((payoff) => addFormulas(payoff, negateFormula(resident)));
  });
}
