/**
 * Games that switch between regimes: what parameters are in each, and formulas as one polynomial with the states of the chain, which are 1 in
 * their regime and 0 else: F_0 + sum of 1_r (F_r - F_0). Products of these states never come, so a polynomial stays one.
 */
import { difference, expand, type Meaning } from '../expression/expand.js';
import { placing } from '../fault/game-error.js';
import type { Game, Regime } from '../game/game.js';
import { gameMeaning } from '../game/meaning.js';
import { regimePlace } from '../game/place.js';
import type { Arithmetic } from '../polynomial/arithmetic.js';
import { type Polynomial, sumOver } from '../polynomial/polynomial.js';

/** What a parameter is in each regime; one entry for a game that does not switch. @param parameter its own value */
export function parametersByRegime<C>(
  game: Game,
  arithmetic: Arithmetic<C>,
  parameter: (name: string) => C,
): ((name: string) => C)[] {
  if (game.regimes === undefined) return [parameter];
  const own = ownMeaning(game, arithmetic, parameter);
  return game.regimes.map(({ name: regime, values }: Regime) => {
    const changed = new Map(
      Object.entries(values).map(([name, value]) => {
        const { terms } = placing(regimePlace(regime, 'values', name), () => expand(value, own));
        return [name, terms[0]!.coefficient];
      }),
    );
    return (name) => changed.get(name) ?? parameter(name);
  });
}

/** What parameters stand for whatever the regime. */
export function ownMeaning<C>(game: Game, arithmetic: Arithmetic<C>, parameter: (name: string) => C): Meaning<C> {
  return gameMeaning({ ...game, where: [] }, arithmetic, parameter);
}

/**
 * One polynomial of those in each regime.
 * @param first variable of the first state of the chain
 */
export function switched<C>(parts: readonly Polynomial<C>[], arithmetic: Arithmetic<C>, first: number): Polynomial<C> {
  const [start, ...others] = parts;
  return others.reduce((sum, part, r) => {
    const { terms } = difference(without(part, start!), without(start!, part), arithmetic);
    const moved = terms.map(({ coefficient, exponents }) => ({
      coefficient,
      exponents: Array.from({ length: Math.max(exponents.length, first + r + 1) }, (_, i) =>
        i === first + r ? 1 : (exponents[i] ?? 0),
      ),
    }));
    return sumOver(arithmetic, sum, { variables: start!.variables, terms: moved });
  }, start!);
}

/** The terms that another polynomial does not have with the same coefficient. */
function without<C>(polynomial: Polynomial<C>, other: Polynomial<C>): Polynomial<C> {
  const key = (exponents: readonly number[]) => exponents.join().replace(/(,0)+$/, '');
  const known = new Map(other.terms.map(({ coefficient, exponents }) => [key(exponents), coefficient]));
  const terms = polynomial.terms.filter(({ coefficient, exponents }) => known.get(key(exponents)) !== coefficient);
  return { ...polynomial, terms };
}
