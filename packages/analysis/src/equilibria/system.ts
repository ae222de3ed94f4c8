/**
 * Polynomial equations inside a product of simplices, and what their solution is made of.
 * Owns the shapes that the ways of solving share, and the reduction that comes before each of them.
 */
import {
  collect,
  degrees,
  type ExactPolynomial,
  exactConstant,
  exactVariable,
  minus,
  quotientBy,
  substitute,
} from '../exact/polynomial.js';
import { divide, type Rational, subtract, zero } from '../exact/rational.js';

/** Variables that are above 0 and add up to less than `room`. */
export interface Simplex {
  readonly variables: readonly number[];
  readonly room: Rational;
}

export interface System {
  readonly variables: number;
  readonly equations: readonly ExactPolynomial[];
  /** Every variable in one of them. */
  readonly simplices: readonly Simplex[];
}

/** A solution. */
export interface Root {
  readonly point: readonly number[];
  /** Bound of the error of each coordinate of `point`. */
  readonly error: number;
  readonly exact?: readonly Rational[];
}

/** Solutions that are not isolated. */
export interface Family {
  readonly dimension: number;
  readonly equations: readonly ExactPolynomial[];
  readonly sample: Root;
  readonly proven: boolean;
}

/** A region that was neither excluded nor verified. */
export interface OpenRegion {
  readonly bounds: readonly (readonly [low: number, high: number])[];
  readonly reason: string;
}

export interface Solution {
  readonly roots: readonly Root[];
  readonly families: readonly Family[];
  readonly open: readonly OpenRegion[];
  /** Boxes that subdivision looked at; 0 where elimination was enough. */
  readonly boxes: number;
}

export const noSolution: Solution = { roots: [], families: [], open: [], boxes: 0 };

/**
 * The system without equations that are 0 or repeat another, and without factors that are not 0 inside: shares.
 * @returns undefined where an equation is a number that is not 0.
 */
export function reduced(system: System): System | undefined {
  const kept = new Map<string, ExactPolynomial>();
  for (const equation of system.equations) {
    const simple = withoutShareFactors(equation, system);
    if (simple.terms.size === 0) continue;
    if (degrees(simple).every((power) => power === 0)) return undefined;
    const terms = [...monic(simple).terms].map(([key, { coefficient }]) => `${key}:${coefficient.n}/${coefficient.d}`);
    kept.set(terms.sort().join(), simple);
  }
  return { ...system, equations: [...kept.values()] };
}

function withoutShareFactors(equation: ExactPolynomial, { variables, simplices }: System): ExactPolynomial {
  let result = equation;
  for (const { variables: own, room } of simplices) {
    const shares = own.map((v) => exactVariable(v, variables));
    const last = shares.reduce(minus, exactConstant(room, variables));
    for (const [s, share] of [...shares, last].entries()) {
      const by = own[Math.min(s, own.length - 1)];
      for (let again = by !== undefined; again && result.terms.size > 0; ) {
        const quotient = degrees(result)[by!]! > 0 ? quotientBy(result, share, by!) : undefined;
        if (quotient === undefined) again = false;
        else result = quotient;
      }
    }
  }
  return result;
}

/** Divided by its first coefficient, in the order of the exponents. */
function monic(polynomial: ExactPolynomial): ExactPolynomial {
  const first = [...polynomial.terms.keys()].sort()[0];
  if (first === undefined) return polynomial;
  const by = polynomial.terms.get(first)!.coefficient;
  return collect(
    polynomial.variables,
    [...polynomial.terms.values()].map((term) => ({ ...term, coefficient: divide(term.coefficient, by) })),
  );
}

/** Which variables occur in the equations. */
export function occurring({ variables, equations }: Pick<System, 'variables' | 'equations'>): number[] {
  const powers = equations.map(degrees);
  return [...Array(variables).keys()].filter((v) => powers.some((own) => own[v]! > 0));
}

/**
 * The system in some of its variables only, in the order of `kept`. The others have the values given, or do not occur
 * in the equations.
 */
export function projected(system: System, kept: readonly number[], fixed: ReadonlyMap<number, Rational>): System {
  const nothing = exactConstant(zero, kept.length);
  const values = Array.from({ length: system.variables }, (_, v) => {
    const given = fixed.get(v);
    if (given !== undefined) return exactConstant(given, kept.length);
    return kept.includes(v) ? exactVariable(kept.indexOf(v), kept.length) : nothing;
  });
  return {
    variables: kept.length,
    equations: system.equations.map((equation) => substitute(equation, values, kept.length)),
    simplices: system.simplices
      .map(({ variables, room }) => ({
        variables: variables.filter((v) => kept.includes(v)).map((v) => kept.indexOf(v)),
        room: variables.reduce((left, v) => subtract(left, fixed.get(v) ?? zero), room),
      }))
      .filter(({ variables }) => variables.length > 0),
  };
}
