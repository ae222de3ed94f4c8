/**
 * A game at a parameter point in exact arithmetic: the payoff of every strategy as a polynomial in the state, decimal
 * numbers taken as they are written.
 */
import { callNumber, fieldShape, type Game, lacking, type Point, requireFacts } from '@trilogue/core';
import {
  collect,
  type ExactPolynomial,
  exactConstant,
  exactVariable,
  largestCoefficient,
  minus,
  plus,
  times,
} from '../exact/polynomial.js';
import {
  decimal,
  divide,
  negate,
  one,
  type Rational,
  raise,
  sign,
  subtract,
  toNumber,
  zero,
} from '../exact/rational.js';
import { mostExactPower, type Ring, readPayoffs } from './ring.js';

export interface ExactField {
  /** Number of strategies of each player. */
  readonly strategies: readonly number[];
  /** Number of state coordinates. */
  readonly coordinates: number;
  /** Payoff of a strategy less that of the player's last one, by [player][strategy]; the last is 0. */
  readonly advantages: readonly (readonly ExactPolynomial[])[];
  /**
   * 0 where every coefficient is exact. Where a root or a power such as 2^0.5 had to be rounded, the part of the
   * largest coefficient below which a number counts as 0.
   */
  readonly margin: number;
}

/** What rounding a power may leave behind after payoffs have cancelled. */
const roundedMargin = 1e-13;

/** A payoff in the making. */
interface Sized {
  readonly polynomial: ExactPolynomial;
  /** How large the numbers were that it was made of, cancelled ones too: what rounding is relative to. */
  readonly size: number;
}

const needs = ['replicator', 'no-mutation', 'shares-alone', 'autonomous', 'polynomial'] as const;

/**
 * Why a game has no formulas of its conditions and exponents at pure profiles, in words that end a sentence; undefined where it has.
 * `conditions` and `stochasticStability` refuse such a game.
 */
export function lackingConditions(game: Game): string | undefined {
  return lacking(fieldShape(game), needs);
}

/**
 * The payoffs of a game of replicator dynamics.
 * @throws GameError for other than replicator dynamics with polynomial payoffs.
 */
export function exactField(game: Game, point: Point): ExactField {
  requireFacts(fieldShape(game), 'the analysis of pure profiles and their stability', needs);
  return exactPayoffs(game, point);
}

/**
 * Payoffs that are polynomials, whatever the dynamics. The point must have been accepted by core's `fieldAt`: what divides by 0 there
 * throws a bare RangeError here.
 */
export function exactPayoffs(game: Game, point: Point): ExactField {
  const { strategies } = fieldShape(game);
  const variables = strategies.reduce((total, count) => total + count - 1, 0);
  const shares = shareVariables(game, variables);
  let margin = 0;
  const number = (value: number): Sized => sized(exactConstant(decimal(value), variables));
  const multiply = (a: Sized, b: Sized): Sized => ({
    polynomial: times(a.polynomial, b.polynomial),
    size: a.size * b.size,
  });
  const ring: Ring<Sized> = {
    number,
    parameter: (name) => number(point.parameters[name]!),
    share: (player, strategy) => ({ polynomial: shares.get(`${player}.${strategy}`)!, size: 1 }),
    add: (a, b) => ({ polynomial: plus(a.polynomial, b.polynomial), size: a.size + b.size }),
    negate: (a) => multiply(a, number(-1)),
    multiply,
    divide: (a, b) => multiply(a, sized(exactConstant(divide(one, constantOf(b)), variables))),
    power: (base, exponent) => {
      const by = constantOf(exponent);
      const whole = by.d === 1n && Math.abs(Number(by.n)) <= mostExactPower;
      if (whole && by.n >= 0n) {
        let result = number(1);
        for (let n = 0n; n < by.n; n++) result = multiply(result, base);
        return result;
      }
      if (whole) return sized(exactConstant(raise(constantOf(base), Number(by.n)), variables));
      margin = roundedMargin;
      return number(toNumber(constantOf(base)) ** toNumber(by));
    },
    call: (name, args) => {
      const [a, b, yes, no] = args as [Sized, Sized, Sized, Sized];
      if (name === 'within') return number(0);
      if (name === 'min' || name === 'max' || name === 'if') {
        const isLess = sign(subtract(constantOf(a), constantOf(b))) < 0;
        if (name === 'if') return isLess ? yes : no;
        return isLess === (name === 'min') ? a : b;
      }
      if (name !== 'binomial') margin = roundedMargin;
      return number(
        callNumber(
          name,
          args.map((arg) => toNumber(constantOf(arg))),
        ),
      );
    },
  };
  const payoffs = readPayoffs(game, ring);
  const residue = margin * Math.max(0, ...payoffs.flat().map(({ size }) => size));
  const advantages = payoffs.map((own) =>
    own.map(({ polynomial }) => without(minus(polynomial, own.at(-1)!.polynomial), residue)),
  );
  return { strategies, coordinates: variables, advantages, margin };
}

function sized(polynomial: ExactPolynomial): Sized {
  return { polynomial, size: largestCoefficient(polynomial) };
}

/** The number that a polynomial without variables is. */
function constantOf({ polynomial }: Sized): Rational {
  return polynomial.terms.values().next().value?.coefficient ?? zero;
}

function shareVariables(game: Game, variables: number): Map<string, ExactPolynomial> {
  const shares = new Map<string, ExactPolynomial>();
  let next = 0;
  for (const { name, strategies } of game.players) {
    let last = exactConstant(one, variables);
    for (const strategy of strategies.slice(0, -1)) {
      const share = exactVariable(next++, variables);
      shares.set(`${name}.${strategy}`, share);
      last = plus(last, times(share, exactConstant(negate(one), variables)));
    }
    shares.set(`${name}.${strategies.at(-1)}`, last);
  }
  return shares;
}

/** Terms that are larger than what rounding may have left. */
function without(polynomial: ExactPolynomial, residue: number): ExactPolynomial {
  if (residue === 0) return polynomial;
  const kept = [...polynomial.terms.values()].filter(({ coefficient }) => Math.abs(toNumber(coefficient)) > residue);
  return collect(polynomial.variables, kept);
}
