/**
 * Game to a compiled field: the structure once, then only numbers for each parameter point.
 */
import { type AtomName, atoms as atomKinds, type FormulaFact } from '../equation/atoms.js';
import { dynamicsOf } from '../equation/dynamics/dynamics.js';
import type { Field, FieldShape } from '../equation/field.js';
import { boundaryOf } from '../equation/noise/noise.js';
import { refuse } from '../fault/game-error.js';
import { coordinateNames } from '../game/coordinates.js';
import type { Game } from '../game/game.js';
import type { Point } from '../game/point.js';
import { type Exponents, type Polynomial, sum, type Term } from '../polynomial/polynomial.js';
import { expandGame, parameterAt } from './advantages.js';
import { blame } from './blame.js';
import { outside, shown } from './domain.js';
import { equationShape } from './equation-shape.js';
import { numbersOf } from './numbers.js';
import { createTape } from './tape.js';

/** A game made ready for many parameter points. */
export interface FieldCompiler {
  readonly shape: FieldShape;
  /**
   * Coefficients at a point, flat in shape order: advantages by player, strategy and term, levels, intensities, arguments of atoms, then
   * the numbers. Microseconds, milliseconds with functions of shares; a new array each time.
   * @throws GameError where a value is not finite or a function is not defined, naming the payoff.
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
 * @throws GameError where a payoff is too large a polynomial.
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
 * @throws GameError where a payoff is too large a polynomial.
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
  const expanded = expandGame(game, tape.arithmetic, tape.parameter);
  const kept = (polynomial: Polynomial) => polynomial.terms.filter((term) => tape.literal(term.coefficient) !== 0);
  const advantages = expanded.advantages.map((own) => own.map(kept));
  const levels = expanded.levels.map(kept);
  const intensities = expanded.intensities.map(kept);
  const rates = expanded.rates.map(kept);
  const stateNoises = expanded.stateNoises.map(kept);
  const atoms = expanded.atoms.map(({ name, args }) => ({ name, args: args.map(kept) }));
  const written = Object.keys(expanded.numbers);
  const outputs = Int32Array.from([
    ...[...advantages.flat(), ...levels, ...intensities, ...rates, ...stateNoises, ...atoms.flatMap(({ args }) => args)]
      .flat()
      .map((term) => term.coefficient),
    ...Object.values(expanded.numbers),
  ]);
  const run = tape.finish();
  const coordinates = coordinateNames(game).length;
  const behind = coordinates + (game.environment?.length ?? 0);
  const variables = behind + atoms.length;
  const monomials = (terms: readonly Term[]) =>
    terms.map(({ exponents }) => Array.from({ length: variables }, (_, i) => exponents[i] ?? 0));
  const plain = equationShape(game);
  const numbers = numbersOf(plain, written);
  const shape: FieldShape = {
    ...plain,
    ...factsOf(
      advantages.flat().concat(levels, rates),
      intensities.concat(stateNoises),
      intensities.length,
      atoms,
      behind,
    ),
    coordinates,
    advantages: advantages.map((own) => own.map(monomials)),
    levels: levels.map(monomials),
    intensities: intensities.map(monomials),
    rates: rates.map(monomials),
    stateNoises: stateNoises.map(monomials),
    atoms: atoms.map(({ name, args }) => ({ name, args: args.map(monomials) })),
    numbers: numbers.names,
  };

  const coefficientsAt = (point: Point): Float64Array => {
    const slots = run((name) => parameterAt(point, name));
    for (const slot of slots) if (!Number.isFinite(slot)) throw blame(game, point, unplaced);
    const found = Float64Array.from(outputs, (output) => slots[output]!);
    const terms = outputs.length - written.length;
    const coefficients = new Float64Array(terms + numbers.names.length);
    coefficients.set(found.subarray(0, terms));
    coefficients.set(numbers.read(found.subarray(terms)), terms);
    if (atoms.length > 0 || levels.length > 0) checkDomains(fieldOf(coefficients, point), game, point);
    return coefficients;
  };
  const fieldOf = (coefficients: Float64Array, point: Point): Field => {
    let next = 0;
    const polynomial = (own: readonly Exponents[]): Polynomial => {
      const terms = own.map((exponents) => ({ coefficient: coefficients[next++]!, exponents }));
      return { variables, terms: terms.filter((term) => term.coefficient !== 0) };
    };
    return {
      ...shape,
      advantages: shape.advantages.map((own) => own.map(polynomial)),
      levels: shape.levels.map(polynomial),
      intensities: shape.intensities.map(polynomial),
      rates: shape.rates.map(polynomial),
      stateNoises: shape.stateNoises.map(polynomial),
      atoms: shape.atoms.map(({ name, args }) => ({ name, args: args.map(polynomial) })),
      numbers: Object.fromEntries(numbers.names.map((name) => [name, coefficients[next++]!])),
      environment: point.environment ?? [],
      sigma: point.sigma,
    };
  };
  return { shape, coefficientsAt, fieldAt: (point) => fieldOf(coefficientsAt(point), point) };
}

/** What formulas are, from the atoms in them; nothing where they are plain. */
function factsOf(
  payoffs: readonly (readonly Term[])[],
  intensities: readonly (readonly Term[])[],
  varying: number,
  atoms: readonly { readonly name: AtomName; readonly args: readonly (readonly Term[])[] }[],
  behind: number,
): Pick<FieldShape, 'payoffFacts' | 'intensityFacts'> {
  const facts = (polynomials: readonly (readonly Term[])[]): FormulaFact[] => {
    const used = new Set<number>();
    const visit = (terms: readonly Term[]): void => {
      for (const { exponents } of terms) {
        for (let i = behind; i < exponents.length; i++) {
          if (exponents[i] === 0 || used.has(i)) continue;
          used.add(i);
          atoms[i - behind]!.args.forEach(visit);
        }
      }
    };
    polynomials.forEach(visit);
    const own = [...used].map((i) => atomKinds[atoms[i - behind]!.name].facts);
    const all: readonly FormulaFact[] = ['autonomous', 'continuous', 'smooth'];
    return [
      ...(used.size === 0 ? (['polynomial'] as const) : []),
      ...all.filter((fact) => own.every((known) => known.includes(fact))),
    ];
  };
  const payoffFacts = facts(payoffs);
  return {
    ...(payoffFacts.includes('polynomial') ? {} : { payoffFacts }),
    ...((varying > 0 || !facts(intensities).includes('autonomous')) && { intensityFacts: facts(intensities) }),
  };
}

/** @throws GameError where a function is not defined for all shares, or dynamics that divide by the mean payoff could divide by 0. */
function checkDomains(field: Field, game: Game, point: Point): void {
  const narrow = field.atoms.find(({ name }) => atomKinds[name].domain !== undefined);
  if (boundaryOf(field) === 'none' && narrow !== undefined) {
    const found = `shares that may leave [0, 1], in a game with ${narrow.name} of shares, which is known to be defined inside alone`;
    throw refuse({
      code: 'unsupported',
      found,
      expected: 'another boundary, or functions that are defined everywhere',
    });
  }
  for (const [i, { name, args }] of field.atoms.entries()) {
    const { domain } = atomKinds[name];
    if (domain === undefined) continue;
    if (outside(field, field.atoms.slice(0, i), args[0]!, domain, game.horizon) === undefined) continue;
    throw blame(game, point, refuse({ code: 'not-finite', found: `${name} of shares`, expected: 'a value' }));
  }
  if (!dynamicsOf(field).levels) return;
  for (const [player, level] of field.levels.entries()) {
    const payoffs = [level, ...field.advantages[player]!.map((advantage) => sum(level, advantage))];
    const wrong = payoffs.map((payoff) => outside(field, field.atoms, payoff, 'above 0', game.horizon)).find(Boolean);
    if (wrong === undefined) continue;
    throw refuse({
      code: 'unsupported',
      found: `${field.dynamics} dynamics, which divide by the mean payoff, where player ${game.players[player]!.name} can earn ${shown(wrong)}`,
      expected: 'payoffs above 0 everywhere, such as those with a constant added',
    });
  }
}
