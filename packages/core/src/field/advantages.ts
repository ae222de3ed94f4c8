/**
 * A game to what its equation is made of, over any arithmetic.
 */

import type { AtomName } from '../equation/atoms.js';
import { dynamicsOf } from '../equation/dynamics/dynamics.js';
import { difference, expand, type Meaning } from '../expression/expand.js';
import type { Expression } from '../expression/expression.js';
import { GameError, refuse } from '../fault/game-error.js';
import { coordinateNames } from '../game/coordinates.js';
import type { Game } from '../game/game.js';
import { gameMeaning } from '../game/meaning.js';
import type { Point } from '../game/point.js';
import { holdingShares, varies } from '../game/where.js';
import { type Arithmetic, callNumber, numbers } from '../polynomial/arithmetic.js';
import { constantOver, type Polynomial, variableOver } from '../polynomial/polynomial.js';
import { equationShape } from './equation-shape.js';
import { ownMeaning, parametersByRegime, switched } from './regimes.js';

/** What the equation of a game is made of, over any arithmetic. Exponents end where their last variable stands. */
export interface Expanded<C> {
  /** By [player][strategy but the last]. */
  readonly advantages: readonly (readonly Polynomial<C>[])[];
  /** Payoff of each player's last strategy, where the equation reads it; else empty. */
  readonly levels: readonly Polynomial<C>[];
  /** Intensity of each player, where one depends on shares or time; else empty. */
  readonly intensities: readonly Polynomial<C>[];
  /** Rate of each state of the environment, and the intensity of its noise. */
  readonly rates: readonly Polynomial<C>[];
  readonly stateNoises: readonly Polynomial<C>[];
  readonly atoms: readonly { readonly name: AtomName; readonly args: readonly Polynomial<C>[] }[];
  readonly numbers: Readonly<Record<string, C>>;
}

/**
 * No term is left out where its coefficient happens to be 0.
 * @param parameter Coefficient of a parameter, by name.
 * @param made Hears of each atom when it is made, with its place in the text, from 0.
 * @throws GameError where a payoff is too large a polynomial, or what `made` throws.
 */
export function expandGame<C>(
  game: Game,
  arithmetic: Arithmetic<C>,
  parameter: (name: string) => C,
  made?: (atoms: Expanded<C>['atoms'], at: number) => void,
): Expanded<C> {
  const { meanings, atoms } = meaningsWithAtoms(game, arithmetic, parameter, made);
  const meaning = meanings[0]!;
  const own = ownMeaning(game, arithmetic, parameter);
  const chain = coordinateNames(game).length + (game.environment ?? []).filter(({ regime }) => !regime).length;
  const over = (of: (meaning: Meaning<C>) => Polynomial<C>) => switched(meanings.map(of), meaning.arithmetic, chain);
  const shape = equationShape(game);
  const readsLevels = dynamicsOf(shape).levels || shape.mutation?.includes('matrix');
  const holding = holdingShares(game);
  const varying = game.noise.sigma.some((expression) => varies(expression, holding));
  return {
    advantages: game.payoffs.map((own) => {
      const lasts = meanings.map((meaning) => expand(own.at(-1)!, meaning));
      return own
        .slice(0, -1)
        .map((payoff) =>
          over((meaning) => difference(expand(payoff, meaning), lasts[meanings.indexOf(meaning)]!, meaning.arithmetic)),
        );
    }),
    levels: readsLevels ? game.payoffs.map((own) => over((meaning) => expand(own.at(-1)!, meaning))) : [],
    intensities: varying
      ? game.noise.sigma.map((expression) =>
          varies(expression, holding)
            ? over((meaning) => expand(expression, meaning))
            : constantOver(meaning.arithmetic, arithmetic.of(1), meaning.variables),
        )
      : [],
    rates: (game.environment ?? []).map(({ rate }) => over((meaning) => expand(rate, meaning))),
    stateNoises: (game.environment ?? []).map(({ noise }) => over((meaning) => expand(noise, meaning))),
    atoms,
    numbers: Object.fromEntries(
      Object.entries(game.numbers ?? {}).map(([name, expression]) => [
        name,
        expand(expression, name.startsWith('regime.') ? own : meaning).terms[0]!.coefficient,
      ]),
    ),
  };
}

/** What names stand for, in each regime, and the list of the atoms, which grows while expressions are expanded: equal ones are one. */
export function meaningsWithAtoms<C>(
  game: Game,
  arithmetic: Arithmetic<C>,
  parameter: (name: string) => C,
  made?: (atoms: Expanded<C>['atoms'], at: number) => void,
): { meanings: Meaning<C>[]; atoms: Expanded<C>['atoms'] } {
  const atoms: { name: AtomName; args: readonly Polynomial<C>[] }[] = [];
  const known = new Map<string, number>();
  const coordinates = coordinateNames(game).length;
  const behind = coordinates + (game.environment?.length ?? 0);
  const atom = (name: string, args: readonly Polynomial<C>[], at: number): Polynomial<C> => {
    const key = `${name} ${JSON.stringify(args.map(({ terms }) => terms))}`;
    let place = known.get(key);
    if (place === undefined) {
      place = atoms.push({ name: name as AtomName, args }) - 1;
      known.set(key, place);
      made?.(atoms, at);
    }
    if (atoms.length > mostAtoms) {
      const found = `more than ${mostAtoms} functions of shares`;
      throw refuse({ code: 'limit', found, expected: 'fewer, or functions of parameters alone', at: at + 1 });
    }
    const variable = behind + place;
    return { ...variableOver(arithmetic, variable, variable + 1), variables: coordinates };
  };
  const meanings = parametersByRegime(game, arithmetic, parameter).map((values) =>
    gameMeaning(game, arithmetic, values, atom),
  );
  return { meanings, atoms };
}

/** The most functions of shares and time in a game. */
const mostAtoms = 200;

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
  call: (name, args) =>
    name === 'within'
      ? finite(
          callNumber(name, args),
          () => `a sum up to ${args[0]}`,
          `a whole number up to ${args[1]}: a sum has as many terms as the largest value of its bound in the game file wants`,
        )
      : finite(callNumber(name, args), () => `${name}(${args.join(', ')})`),
  isZero: numbers.isZero,
};
