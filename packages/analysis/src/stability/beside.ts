/**
 * Equilibria that the linearisation leaves open, decided by exact advantages beside the point.
 *
 * Where every eigenvalue but one is negative, the point attracts if and only if it attracts on the centre manifold of that
 * one (Carr 1981, Applications of Centre Manifold Theory, theorem 2). An unused strategy that gains nothing is such a
 * direction. With x its share, x' = x h(x), and h is its advantage where the strategies in use have adjusted so that they
 * pay alike, to first order. Beside a pure profile nothing adjusts: the edge is the manifold, and h is known to all orders.
 * Where several gain nothing, the shares y that enter move as y_s' = y_s (My)_s to second order, a system of Lotka and
 * Volterra: of two, it attracts if the proportions that stay as they are all shrink, and repels if one of them grows (by
 * blowing up the point: Dumortier, Llibre and Artes 2006, Qualitative Theory of Planar Differential Systems);
 * of more, it attracts if their sum falls in whatever proportion they enter, and repels if two of them alone do.
 * A face of one share whose own eigenvalue is 0 is a manifold too, with the sign of its advantage on both sides.
 * A direction that repels does so whatever the others are, since faces are never left.
 */
import { equationsOf, type Face } from '../equilibria/face.js';
import type { Root } from '../equilibria/system.js';
import { echelon } from '../exact/linear.js';
import { derivative, type ExactPolynomial, exactValue, totalDegree } from '../exact/polynomial.js';
import { add, multiply, negate, type Rational, sign, zero } from '../exact/rational.js';
import type { ExactField } from '../reading/exact-field.js';
import type { Classification } from './classify.js';
import type { Eigenvalue, Transversal } from './spectrum.js';

/** Terms of payoffs, times directions, that are read for one point: some tenths of a second. */
const MOST_TERMS = 20_000;

/** The verdict beside the point; null where it stays open. The point and the payoffs must be exact. */
export function decidedBeside(
  field: ExactField,
  face: Face,
  { exact }: Root,
  outside: readonly Transversal[],
  inner: readonly Eigenvalue[],
): Pick<Classification, 'stability' | 'note'> | null {
  if (exact === undefined || field.margin > 0) return null;
  const isCritical = ({ re, error }: Eigenvalue) => Math.abs(re) <= error;
  if ([...outside, ...inner].some(({ re, error }) => re > error)) return null;
  const zeros = outside.filter(isCritical);
  if (!inner.some(isCritical)) {
    // each direction reads payoffs anew: games of very many terms would take minutes
    const read = face.support.flatMap((own, i) =>
      [...own, ...zeros.filter(({ player }) => player === i).map(({ strategy }) => strategy)].map(
        (s) => field.advantages[i]![s]!.terms.size,
      ),
    );
    if (read.reduce((sum, size) => sum + size, 0) * (zeros.length + 1) > MOST_TERMS) return null;
    if (face.variables === 0) {
      const signs = zeros.map((direction) => leadingSign(edgeGain(field, face, direction), [zero]));
      if (signs.some((own) => own > 0))
        return verdict(false, 'a strategy that is not in use gains once it has entered');
      if (signs.length === 1 && signs[0]! < 0) {
        return verdict(true, 'the one strategy that gains nothing at the point loses once it has entered');
      }
    }
    const slopes = slopesBeside(field, face, exact, zeros);
    return slopes === null ? null : verdictOf(slopes);
  }
  if (face.variables !== 1) return null;
  const attracts = attractsOnLine(face.equations[0]!, exact[0]!);
  if (attracts === null) return null;
  if (!attracts) return verdict(false, 'on its face paths go away on one side at least');
  return zeros.length === 0 ? verdict(true, 'on its face paths come to it from both sides') : null;
}

function verdict(stable: boolean, why: string): Pick<Classification, 'stability' | 'note'> {
  return {
    stability: stable ? 'stable' : 'unstable',
    note: `${stable ? 'Asymptotically stable' : 'Unstable'}: the linearisation does not decide, but ${why}.`,
  };
}

/** Advantage of an entering strategy along its edge, in its share. */
function edgeGain(field: ExactField, face: Face, { player, strategy }: Transversal): ExactPolynomial {
  return equationsOf(
    field,
    face.support.map((own, i) => (i === player ? [strategy, ...own] : own)),
  )[0]!;
}

/**
 * First derivatives of the advantages of entering strategies, by each that enters, where those in use have adjusted so that
 * they pay alike; null where these can adjust in several ways.
 */
function slopesBeside(
  field: ExactField,
  face: Face,
  exact: readonly Rational[],
  entering: readonly Transversal[],
): Rational[][] | null {
  const fresh = face.support.map((_, i) =>
    entering.filter(({ player }) => player === i).map(({ strategy }) => strategy),
  );
  const equations = equationsOf(
    field,
    face.support.map((own, i) => [...fresh[i]!, ...own]),
  );
  const isFresh = face.support.flatMap((own, i) => [...fresh[i]!.map(() => true), ...own.slice(1).map(() => false)]);
  let next = 0;
  const at = isFresh.map((own) => (own ? zero : exact[next++]!));
  const [enters, adjusts] = [true, false].map((own) => [...isFresh.keys()].filter((v) => isFresh[v] === own));
  const slope = (equation: number, v: number) => exactValue(derivative(equations[equation]!, v), at);
  const { rows, pivots } = echelon(
    adjusts!.map((v) => [...adjusts!.map((w) => slope(v, w)), ...enters!.map((w) => negate(slope(v, w)))]),
  );
  if (pivots.filter((column) => column < adjusts!.length).length < adjusts!.length) return null;
  return enters!.map((v) =>
    enters!.map((w, k) =>
      adjusts!
        .map((adjusted, i) => multiply(slope(v, adjusted), rows[i]![adjusts!.length + k]!))
        .reduce(add, slope(v, w)),
    ),
  );
}

/** What y_s' = y_s (My)_s says of y = 0 among all y of 0 and above. */
function verdictOf(slopes: readonly (readonly Rational[])[]): Pick<Classification, 'stability' | 'note'> | null {
  const own = slopes.map((row, s) => sign(row[s]!));
  if (own.some((each) => each > 0)) return verdict(false, 'a strategy that is not in use gains once it has entered');
  const pairs = slopes.flatMap((row, s) =>
    row.slice(s + 1).map((b, k) => ({ a: row[s]!, b, c: slopes[s + 1 + k]![s]!, d: slopes[s + 1 + k]![s + 1 + k]! })),
  );
  const rays = pairs.map(raySign);
  if (rays.some((each) => each === 1)) {
    return verdict(false, 'two strategies that are not in use gain once both have entered');
  }
  if (own.some((each) => each === 0)) return null;
  if (own.length === 1)
    return verdict(true, 'the one strategy that gains nothing at the point loses once it has entered');
  const falls = own.length === 2 ? rays[0] === -1 : pairs.every(({ b, c }) => sign(add(b, c)) <= 0);
  return falls ? verdict(true, 'strategies that gain nothing at the point lose once they have entered') : null;
}

/**
 * Sign of the growth where y1' = y1 (a y1 + b y2), y2' = y2 (c y1 + d y2) keep their proportion u, both above 0:
 * u (a - c) = d - b, and the growth is (a u + b) y2. -1 where there is no such proportion.
 */
function raySign({ a, b, c, d }: Readonly<Record<'a' | 'b' | 'c' | 'd', Rational>>): number {
  const [above, below] = [add(d, negate(b)), add(a, negate(c))];
  if (sign(above) * sign(below) <= 0) return -1;
  return sign(add(multiply(a, above), multiply(b, below))) * sign(below);
}

/** Whether paths on a face of one share come to a root of its advantage from both sides; null where the advantage is 0. */
function attractsOnLine(advantage: ExactPolynomial, root: Rational): boolean | null {
  let own = advantage;
  for (let order = 1; order <= totalDegree(advantage); order++) {
    own = derivative(own, 0);
    const leading = sign(exactValue(own, [root]));
    if (leading !== 0) return leading < 0 && order % 2 === 1;
  }
  return null;
}

/** Sign just above a point of the first derivative that is not 0 there, the value being the derivative of order 0. */
function leadingSign(polynomial: ExactPolynomial, at: readonly Rational[]): number {
  let own = polynomial;
  for (let order = 0; order <= totalDegree(polynomial); order++) {
    const leading = sign(exactValue(own, at));
    if (leading !== 0) return leading;
    own = derivative(own, 0);
  }
  return 0;
}
