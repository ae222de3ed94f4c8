/**
 * Payoff advantages as polynomials in the shares whose coefficients are formulas of the named parameters.
 */
import { compareExponents, coordinateNames, type Game } from '@trilogue/core';
import {
  addFormulas,
  type Formula,
  negateFormula,
  numberFormula,
  parameterFormula,
  withoutFactors,
} from './formula.js';
import { formulaLatex, formulaText } from './print-formula.js';
import { payoffFormulas } from './profile-formulas.js';

/** One term: a coefficient, and the power of each state coordinate (`coordinateNames`) that it multiplies. */
export interface AdvantageTerm {
  readonly exponents: readonly number[];
  /** Such as `I_A*e + b_A*(1 - phi)`; `parseExpression` reads it. */
  readonly coefficient: string;
  readonly latex: string;
}

/** What a strategy pays more than the player's last one. */
export interface AdvantageFormula {
  readonly player: string;
  readonly strategy: string;
  readonly over: string;
  /** In the order of `compareExponents`: the constant one first. Empty where the two always pay alike. */
  readonly terms: readonly AdvantageTerm[];
}

/**
 * One for every state coordinate, in their order; coefficients multiplied out, collected, and simplified as in
 * `conditions`.
 * @param spell How a parameter is spelled in `coefficient`. Default: as it is.
 */
export function advantageFormulas(
  game: Game,
  spell: (parameter: string) => string = (name) => name,
): AdvantageFormula[] {
  const coordinates = coordinateNames(game);
  const shares = shareFormulas(game);
  const payoffs = payoffFormulas(game, (player, strategy) => shares.get(`${player}.${strategy}`)!);
  return game.players.flatMap(({ name, strategies }, i) =>
    strategies.slice(0, -1).map((strategy, s) => ({
      player: name,
      strategy,
      over: strategies.at(-1)!,
      terms: termsOf(addFormulas(payoffs[i]![s]!, negateFormula(payoffs[i]!.at(-1)!)), coordinates).map(
        ({ exponents, coefficient }) => ({
          exponents,
          coefficient: formulaText(coefficient, game, spell),
          latex: formulaLatex(coefficient, game),
        }),
      ),
    })),
  );
}

/** Shares as symbols under names with a dot, which no parameter has; the last one of each player is what is left. */
function shareFormulas(game: Game): Map<string, Formula> {
  const shares = new Map<string, Formula>();
  for (const { name, strategies } of game.players) {
    let last = numberFormula(1);
    for (const strategy of strategies.slice(0, -1)) {
      const share = parameterFormula(`${name}.${strategy}`);
      shares.set(`${name}.${strategy}`, share);
      last = addFormulas(last, negateFormula(share));
    }
    shares.set(`${name}.${strategies.at(-1)}`, last);
  }
  return shares;
}

/** The terms of a formula gathered by their powers of shares. */
function termsOf(formula: Formula, coordinates: readonly string[]): { exponents: number[]; coefficient: Formula }[] {
  const found = new Map<string, { exponents: number[]; coefficient: Formula }>();
  for (const [key, term] of formula) {
    const own = new Map([...term.factors].filter(([name]) => coordinates.includes(name)));
    const exponents = coordinates.map((name) => own.get(name)?.power ?? 0);
    const part = withoutFactors(new Map([[key, term]]), own);
    const before = found.get(exponents.join())?.coefficient;
    found.set(exponents.join(), {
      exponents,
      coefficient: before === undefined ? part : addFormulas(before, part),
    });
  }
  return [...found.values()].sort((a, b) => compareExponents(a.exponents, b.exponents));
}
