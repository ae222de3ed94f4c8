/**
 * Game and parameter point to the numbers of the field: direct, one expansion for each point.
 * `field/compile.ts` gives the same numbers quickly, for many points.
 */
import type { Field, FieldShape } from '../equation/field.js';
import { coordinateNames } from '../game/coordinates.js';
import type { Game } from '../game/game.js';
import type { Point } from '../game/point.js';
import type { Polynomial } from '../polynomial/polynomial.js';
import { advantages, finiteNumbers, parameterAt } from './advantages.js';
import { blame } from './blame.js';
import { fieldCompiler } from './compile.js';
import { equationShape } from './equation-shape.js';

/**
 * Which monomials the payoff advantages have, at any parameter point.
 * @throws GameError where a payoff is not a polynomial in the shares.
 */
export function fieldShape(game: Game): FieldShape {
  return fieldCompiler(game).shape;
}

/**
 * Coefficients of the payoff advantages at one point, flat in shape order: player, strategy, term. Sigma is not in it.
 * @param shape `fieldShape(game)`.
 * @throws GameError where a value is not finite, such as a division by a parameter that is 0; it names the payoff.
 */
export function coefficientsAt(game: Game, shape: FieldShape, point: Point): Float64Array {
  const polynomials = expandAt(game, point);
  const flat: number[] = [];
  for (const [i, own] of shape.advantages.entries()) {
    for (const [s, monomials] of own.entries()) {
      const found = new Map(polynomials[i]![s]!.terms.map((term) => [term.exponents.join(), term.coefficient]));
      for (const exponents of monomials) flat.push(found.get(exponents.join()) ?? 0);
    }
  }
  return Float64Array.from(flat);
}

/**
 * The field at one point. For many points of one game use `fieldCompiler`.
 * @throws GameError where a value is not finite.
 */
export function fieldAt(game: Game, point: Point): Field {
  return {
    ...equationShape(game),
    coordinates: coordinateNames(game).length,
    advantages: expandAt(game, point).map((own) => own.map(withoutZeros)),
    sigma: point.sigma,
  };
}

function expandAt(game: Game, point: Point): Polynomial[][] {
  try {
    return advantages(game, finiteNumbers, (name) => parameterAt(point, name));
  } catch (error) {
    throw blame(game, point, error);
  }
}

function withoutZeros(polynomial: Polynomial): Polynomial {
  return { ...polynomial, terms: polynomial.terms.filter((term) => term.coefficient !== 0) };
}
