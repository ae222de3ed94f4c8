/**
 * Payoffs as formulas of the parameters, and of whatever stands for the shares; what entering strategies gain at a pure
 * profile, where shares are 0 or 1.
 */
import type { Game } from '@trilogue/core';
import { type Ring, readPayoffs } from '../reading/ring.js';
import {
  addFormulas,
  callFormula,
  divideFormulas,
  type Formula,
  multiplyFormulas,
  negateFormula,
  numberFormula,
  parameterFormula,
  powerFormula,
} from './formula.js';

/** Payoff of every strategy, by [player][strategy]. */
export function payoffFormulas(game: Game, share: Ring<Formula>['share']): Formula[][] {
  return readPayoffs(game, {
    number: numberFormula,
    parameter: parameterFormula,
    share,
    add: addFormulas,
    negate: negateFormula,
    multiply: multiplyFormulas,
    divide: divideFormulas,
    power: powerFormula,
    call: callFormula,
  });
}

/** Payoff of every strategy less that of the profile's, by [player][strategy]. */
export function profileFormulas(game: Game, profile: readonly string[]): Formula[][] {
  const played = new Set(game.players.map(({ name }, i) => `${name}.${profile[i]}`));
  const payoffs = payoffFormulas(game, (player, strategy) =>
    numberFormula(played.has(`${player}.${strategy}`) ? 1 : 0),
  );
  return payoffs.map((own, i) => {
    const resident = own[game.players[i]!.strategies.indexOf(profile[i]!)]!;
    return own.map((payoff) => addFormulas(payoff, negateFormula(resident)));
  });
}
