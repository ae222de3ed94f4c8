/**
 * Game to a compiled field: the structure once, then only numbers for each parameter point.
 */
import type { Field, FieldShape } from '../equation/field.js';
import { refuse } from '../fault/game-error.js';
import { coordinateNames } from '../game/coordinates.js';
import type { Game } from '../game/game.js';
import type { Point } from '../game/point.js';
import type { Polynomial } from '../polynomial/polynomial.js';
import { advantages, parameterAt } from './advantages.js';
import { blame } from './blame.js';
import { equationShape } from './equation-shape.js';
import { createTape } from './tape.js';

/** A game made ready for many parameter points. */
export interface FieldCompiler {
  readonly shape: FieldShape;
  /**
   * Coefficients at a point, flat in shape order: player, strategy, term. Microseconds; a new array each time.
   * @throws GameError where a value is not finite, naming the payoff.
   */
  readonly coefficientsAt: (point: Point) => Float64Array;
  /** The field at a point, without the terms that are 0 there. @throws as `coefficientsAt` does. */
  readonly fieldAt: (point: Point) => Field;
}

/** Where a sum of payoffs overflows though each payoff is finite. */
const unplaced = refuse({ code: 'not-finite', found: 'payoff differences beyond 1.8e308', expected: 'finite numbers' });

/** Games are values: one that was compiled is not compiled again. */
const compilers = new WeakMap<Game, FieldCompiler>();

/**
 * A game, compiled: its payoffs are expanded once, with recorded arithmetic for coefficients.
 * @throws GameError where a payoff is not a polynomial in the shares, or too large a one.
 */
export function fieldCompiler(game: Game): FieldCompiler {
  const known = compilers.get(game);
  if (known !== undefined) return known;
  const compiler = compile(game);
  compilers.set(game, compiler);
  return compiler;
}

/**
 * Which monomials the payoff advantages have, at any parameter point, and the equation that they drive.
 * @throws GameError where a payoff is not a polynomial in the shares.
 */
export function fieldShape(game: Game): FieldShape {
  return fieldCompiler(game).shape;
}

/** The field at one point. @throws GameError where a value is not finite. */
export function fieldAt(game: Game, point: Point): Field {
  return fieldCompiler(game).fieldAt(point);
}

function compile(game: Game): FieldCompiler {
  const tape = createTape();
  const polynomials = advantages(game, tape.arithmetic, tape.parameter).map((own) =>
    own.map((polynomial) => polynomial.terms.filter((term) => tape.literal(term.coefficient) !== 0)),
  );
  const outputs = Int32Array.from(polynomials.flat(2).map((term) => term.coefficient));
  const run = tape.finish();
  const shape: FieldShape = {
    ...equationShape(game),
    coordinates: coordinateNames(game).length,
    advantages: polynomials.map((own) => own.map((terms) => terms.map((term) => term.exponents))),
  };

  const coefficientsAt = (point: Point): Float64Array => {
    const slots = run((name) => parameterAt(point, name));
    for (const slot of slots) if (!Number.isFinite(slot)) throw blame(game, point, unplaced);
    const coefficients = new Float64Array(outputs.length);
    for (let i = 0; i < outputs.length; i++) coefficients[i] = slots[outputs[i]!]!;
    return coefficients;
  };
  const fieldAt = (point: Point): Field => {
    const coefficients = coefficientsAt(point);
    let next = 0;
    const polynomial = (monomials: FieldShape['advantages'][number][number]): Polynomial => {
      const terms = monomials.map((exponents) => ({ coefficient: coefficients[next++]!, exponents }));
      return { variables: shape.coordinates, terms: terms.filter((term) => term.coefficient !== 0) };
    };
    return { ...shape, advantages: shape.advantages.map((own) => own.map(polynomial)), sigma: point.sigma };
  };
  return { shape, coefficientsAt, fieldAt };
}
