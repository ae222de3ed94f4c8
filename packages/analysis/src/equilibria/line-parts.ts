/**
 * The parts of a line of equilibria at which no unused strategy gains: where its points are Nash equilibria.
 */
import { echelon } from '../exact/linear.js';
import {
  type ExactPolynomial,
  exactConstant,
  exactVariable,
  plus,
  substitute,
  times,
  totalDegree,
} from '../exact/polynomial.js';
import {
  binary,
  divide,
  multiply,
  negate,
  one,
  type Rational,
  sign,
  subtract,
  toNumber,
  zero,
} from '../exact/rational.js';
import { univariateValue } from '../exact/univariate.js';
import type { PlacedFamily } from './families.js';
import { coefficients, rootsOf } from './univariate.js';

/** A part of a line, from one point in local coordinates to another. */
export interface LinePart {
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Whether every unused strategy loses inside of the part. */
  readonly strict: boolean;
}

/** Null for what is no straight line with exact equations. */
export function nashParts({ face, family }: PlacedFamily): readonly LinePart[] | null {
  const sample = family.sample.exact;
  const linear = family.equations.every((equation) => totalDegree(equation) <= 1);
  if (family.dimension !== 1 || sample === undefined || !linear || !family.proven) return null;
  const direction = directionOf(family.equations, face.variables);
  const along = sample.map((at, v) =>
    plus(exactConstant(at, 1), times(exactConstant(direction[v]!, 1), exactVariable(0, 1))),
  );
  const onLine = (polynomial: ExactPolynomial) => coefficients(substitute(polynomial, along, 1));
  // every share is above 0: a + b t > 0
  const ends = face.shares.flat().flatMap((share) => {
    const [a = zero, b = zero] = onLine(share);
    return sign(b) === 0 ? [] : [{ at: negate(divide(a, b)), from: sign(b) > 0 }];
  });
  const numbers = (from: boolean) => ends.filter((end) => end.from === from).map(({ at }) => at);
  const low = numbers(true).reduce((top, next) => (sign(subtract(next, top)) > 0 ? next : top));
  const high = numbers(false).reduce((top, next) => (sign(subtract(top, next)) > 0 ? next : top));
  const gains = face.advantages.flatMap((own, i) =>
    own.flatMap((advantage, s) => (face.support[i]!.includes(s) ? [] : [onLine(advantage)])),
  );
  const width = subtract(high, low);
  const inside = gains
    .filter((gain) => gain.length > 1)
    .flatMap((gain) => rootsOf(gain))
    .filter((t) => t > toNumber(low) && t < toNumber(high));
  const cuts = [...new Set([toNumber(low), ...inside, toNumber(high)])].sort((a, b) => a - b);
  const pointAt = (t: number) => along.map((own) => toNumber(univariateValue(coefficients(own), binary(t))));
  const parts: LinePart[] = [];
  for (const [i, from] of cuts.slice(0, -1).entries()) {
    const to = cuts[i + 1]!;
    const middle = binary((from + to) / 2);
    const signs = gains.map((gain) => sign(univariateValue(gain, middle)));
    if (signs.some((own) => own > 0) || sign(width) <= 0) continue;
    const strict = signs.length > 0 && signs.every((own) => own < 0);
    const last = parts.at(-1);
    const part = { from: pointAt(from), to: pointAt(to), strict };
    const goesOn = last !== undefined && last.strict === strict && cuts[i] === from && samePlace(last.to, part.from);
    if (goesOn) parts[parts.length - 1] = { ...last, to: part.to };
    else parts.push(part);
  }
  return parts;
}

function samePlace(one: readonly number[], other: readonly number[]): boolean {
  return one.every((at, v) => at === other[v]);
}

/** A vector along which linear equations of rank one less than the variables do not change. */
function directionOf(equations: readonly ExactPolynomial[], variables: number): Rational[] {
  const { rows, pivots } = echelon(
    equations.map(({ terms }) => {
      const row = new Array<Rational>(variables).fill(zero);
      for (const { coefficient, exponents } of terms.values()) {
        const v = exponents.indexOf(1);
        if (v >= 0) row[v] = coefficient;
      }
      return row;
    }),
  );
  const free = Array.from({ length: variables }, (_, v) => v).find((v) => !pivots.includes(v))!;
  return Array.from({ length: variables }, (_, v) => {
    if (v === free) return one;
    const row = pivots.indexOf(v);
    return row < 0 ? zero : multiply(rows[row]![free]!, negate(one));
  });
}
