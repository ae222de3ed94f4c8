/**
 * Payoffs of a game to payoff advantages, over any arithmetic.
 */
import { difference, expand } from '../expression/expand.js';
import type { Expression } from '../expression/expression.js';
import { GameError } from '../fault/game-error.js';
import type { Game } from '../game/game.js';
import { gameMeaning } from '../game/meaning.js';
import type { Point } from '../game/point.js';
import { type Arithmetic, numbers } from '../polynomial/arithmetic.js';
import type { Polynomial } from '../polynomial/polynomial.js';

/**
 * Advantages by [player][strategy but the last]. No term is left out where its coefficient happens to be 0.
 * @param parameter Coefficient of a parameter, by name.
 * @throws GameError where a payoff is not a polynomial in the shares, or too large a one.
 */
export function advantages<C>(
  game: Game,
  arithmetic: Arithmetic<C>,
  parameter: (name: string) => C,
): Polynomial<C>[][] {
  const meaning = gameMeaning(game, arithmetic, parameter);
  return game.payoffs.map((own) => {
    const payoffs = own.map((expression) => expand(expression, meaning));
    const last = payoffs.at(-1)!;
    return payoffs.slice(0, -1).map((payoff) => difference(payoff, last, meaning.arithmetic));
  });
}

/**
 * One expression of the game as a polynomial in the state coordinates, at a parameter point. Terms that are exactly 0
 * are left out.
 * @throws GameError where it is not a polynomial, or a value in it is not finite.
 */
export function toPolynomial(game: Game, expression: Expression, point: Point): Polynomial {
  const polynomial = expand(
    expression,
    gameMeaning(game, finiteNumbers, (name) => parameterAt(point, name)),
  );
  return { ...polynomial, terms: polynomial.terms.filter((term) => term.coefficient !== 0) };
}

/** The value of a parameter at a point. @throws GameError where the point does not have it. */
export function parameterAt(point: Point, name: string): number {
  if (Object.hasOwn(point.parameters, name)) return point.parameters[name]!;
  throw missing(name);
}

function missing(name: string): GameError {
  const fault = {
    code: 'missing-key',
    path: 'parameters',
    place: 'point',
    expected: 'a value for every parameter',
  } as const;
  return new GameError([{ ...fault, found: `no value for "${name}"` }]);
}

function finite(value: number, written: () => string, expected = 'a finite number'): number {
  if (Number.isFinite(value)) return value;
  const found = `${written()} = ${value}`;
  throw new GameError([{ code: 'not-finite', path: '', place: '', found, expected }]);
}

const wholePower =
  'a base of 0 or above, since a negative number has no power that is not whole: keep to values where it is, or write (base^2)^(power/2) for the power of its size';

/** Numbers, every one of which must be finite. */
export const finiteNumbers: Arithmetic<number> = {
  of: (value) => finite(value, () => 'a number'),
  add: (a, b) => finite(a + b, () => `${a} + ${b}`),
  negate: numbers.negate,
  multiply: (a, b) => finite(a * b, () => `${a} * ${b}`),
  divide: (a, b) => finite(a / b, () => `${a} / ${b}`),
  power: (a, b) => finite(a ** b, () => `${a} ^ ${b}`, a < 0 && !Number.isInteger(b) ? wholePower : undefined),
  isZero: numbers.isZero,
};
