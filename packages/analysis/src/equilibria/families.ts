/**
 * Families of equilibria on different faces: which contain which, and which single equilibria lie on their edge.
 */
import { echelon } from '../exact/linear.js';
import { type ExactPolynomial, exactConstant, exactValue, substitute, totalDegree } from '../exact/polynomial.js';
import { binary, type Rational, toNumber, zero } from '../exact/rational.js';
import type { ExactField } from '../reading/exact-field.js';

import { type Face, inRationals, spread } from './face.js';

import type { Family, Root } from './system.js';

/** A family and the face it lies in. */
export interface PlacedFamily {
  readonly face: Face;
  readonly family: Family;
}

/** Those that are not the edge of a larger one. */
export function maximal(families: readonly PlacedFamily[]): PlacedFamily[] {
  return families.filter((small) => !families.some((large) => large !== small && isEdgeOf(small, large)));
}

/** Whether a root of another face lies on the closure of the family; computed where the root is not exact. */
export function liesOn({ face, family }: PlacedFamily, own: Face, root: Root, { strategies }: ExactField): boolean {
  if (!contains(face, own)) return false;
  const shares = spread(own, strategies, root.exact ?? root.point.map(binary), inRationals);
  const local = face.support.flatMap((support, i) => support.slice(0, -1).map((s) => shares[i]![s]!));
  const slack = root.exact === undefined ? 1e-9 : 0;
  return family.equations.every((equation) => Math.abs(toNumber(exactValue(equation, local))) <= slack);
}

/**
 * Whether the equations of the large family hold on all of the small one, being combinations of its equations. Only
 * families with linear equations are sure to reach to the border with all of their closure.
 */
function isEdgeOf(small: PlacedFamily, large: PlacedFamily): boolean {
  if (large.face.variables <= small.face.variables || !contains(large.face, small.face)) return false;
  if (large.family.equations.some((equation) => totalDegree(equation) > 1)) return false;
  const onSmall = large.family.equations.map((equation) => restricted(equation, large.face, small.face));
  const rank = (polynomials: readonly ExactPolynomial[]) => echelon(monomialRows(polynomials)).pivots.length;
  return rank([...small.family.equations, ...onSmall]) === rank(small.family.equations);
}

function contains(large: Face, small: Face): boolean {
  return small.support.every((own, i) => own.every((s) => large.support[i]!.includes(s)));
}

/** An equation in the local coordinates of a face, in those of a smaller one. */
function restricted(equation: ExactPolynomial, large: Face, small: Face): ExactPolynomial {
  const nothing = exactConstant(zero, small.variables);
  const values = large.support.flatMap((own, i) =>
    own.slice(0, -1).map((s) => small.shares[i]![small.support[i]!.indexOf(s)] ?? nothing),
  );
  return substitute(equation, values, small.variables);
}

function monomialRows(polynomials: readonly ExactPolynomial[]): Rational[][] {
  const monomials = [...new Set(polynomials.flatMap(({ terms }) => [...terms.keys()]))];
  return polynomials.map(({ terms }) => monomials.map((key) => terms.get(key)?.coefficient ?? zero));
}
