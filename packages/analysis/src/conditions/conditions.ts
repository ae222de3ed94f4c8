/**
 * Stability conditions of every pure profile: eigenvalues as formulas, their inequalities, and where they stop to hold.
 */
import { fieldAt, type Game, type Point, pointAt } from '@trilogue/core';
import { restrict } from '../equilibria/face.js';
import { decimal, workDone } from '../exact/rational.js';
import { type ExactField, exactField } from '../reading/exact-field.js';
import { listedProfiles } from '../reading/listed-profiles.js';
import { transversals } from '../stability/spectrum.js';
import type { Condition, ProfileConditions, VerdictInterval } from './contract.js';
import { type Formula, parametersOf } from './formula.js';
import { formulaLatex, formulaText } from './print-formula.js';
import { profileFormulas } from './profile-formulas.js';
import { type Ratio, ratioOf } from './ratio.js';
import { verdictInterval, verdictOf } from './verdict-interval.js';

/**
 * The conditions at every pure profile, in the order of `profiles`. At a pure profile the Jacobian of the replicator
 * dynamics is diagonal, for any number of strategies, with the shares of entering strategies as coordinates: each
 * eigenvalue is the payoff of an entering strategy less that of the profile's (Hofbauer & Sigmund 1998).
 * @param point Default `pointAt(game)`: the game's own values.
 * @throws GameError where a payoff has no finite value at the point; RangeError for more than 1,024 pure profiles.
 */
export function conditions(game: Game, point: Point = pointAt(game)): ProfileConditions[] {
  fieldAt(game, point);
  const field = exactField(game, point);
  const end = workDone() + mostWork;
  return listedProfiles(game).map((profile) => conditionsAt(game, point, field, profile, end));
}

/** Exact arithmetic before the intervals that are left stay unknown: about a second. */
const mostWork = 1.2e7;

function conditionsAt(
  game: Game,
  point: Point,
  field: ExactField,
  profile: readonly string[],
  end: number,
): ProfileConditions {
  const support = profile.map((strategy, i) => [game.players[i]!.strategies.indexOf(strategy)]);
  const formulas = profileFormulas(game, profile);
  const outside = transversals(restrict(field, support), { point: [], error: 0, exact: [] }, field.margin);
  const signs = outside.map(({ re, error }) => (Math.abs(re) <= error ? 0 : re > 0 ? 1 : -1));
  const own = outside.map(({ player, strategy }) => formulas[player]![strategy]!);
  return {
    profile,
    verdict: verdictOf(signs),
    conditions: outside.map(({ player, strategy, re }, k): Condition => {
      const { name, strategies } = game.players[player]!;
      const expression = formulaText(own[k]!, game);
      const latex = formulaLatex(own[k]!, game);
      return {
        player: name,
        strategy: strategies[strategy]!,
        over: profile[player]!,
        expression,
        latex,
        condition: `${expression} < 0`,
        conditionLatex: `${latex} < 0`,
        value: re + 0,
        holds: signs[k] === -1,
      };
    }),
    intervals: intervals(game, point, own, end),
  };
}

function intervals(game: Game, point: Point, formulas: readonly Formula[], end: number): VerdictInterval[] {
  const parameters = formulas.map(parametersOf);
  const used = new Set(parameters.flatMap((own) => [...own]));
  // What a formula is for every parameter that it does not have.
  const constants = formulas.map((formula) => ratioOf(formula, '', point));
  return game.parameters
    .filter(({ name }) => used.has(name))
    .map(({ name, range }): VerdictInterval => {
      const value = point.parameters[name]!;
      if (workDone() > end) return { parameter: name, value, low: null, high: null, withinRange: null, known: false };
      const ratios = formulas.map((formula, k) =>
        parameters[k]!.has(name) ? ratioOf(formula, name, point) : constants[k],
      );
      const known = ratios.every((ratio): ratio is Ratio => ratio !== undefined);
      const found = known ? verdictInterval(ratios as Ratio[], decimal(value)) : { low: null, high: null };
      const cut = (low: number, high: number): [number, number] => [
        Math.max(low, found.low ?? low),
        Math.min(high, found.high ?? high),
      ];
      const inRange = range !== undefined && value >= range[0] && value <= range[1];
      return { parameter: name, value, ...found, withinRange: known && inRange ? cut(...range) : null, known };
    });
}
