/**
 * Equilibria that the linearisation leaves open, decided by exact advantages beside the point.
 *
 * Where every eigenvalue but one is negative, the point attracts if and only if it attracts on the centre manifold of that
 * one (Carr 1981, Applications of Centre Manifold Theory, theorem 2). An unused strategy that gains nothing is such a
 * direction. With x its share, x' = x h(x), and h is its advantage where the strategies in use have adjusted so that they
 * pay alike, to first order. Beside a pure profile nothing adjusts: the edge is the manifold, and h is known to all orders.
 * A face of one share whose own eigenvalue is 0 is a manifold too, with the sign of its advantage on both sides.
 * A direction that repels does so whatever the others are, since faces are never left.
 */
import { type Face, restrict } from '../equilibria/face.js';
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
    // each direction reads every payoff anew: games of very many terms would take minutes
    const terms = field.advantages.flat().reduce((sum, advantage) => sum + advantage.terms.size, 0);
    if (terms * zeros.length > MOST_TERMS) return null;
    const signs = zeros.map((direction) => gainBeside(field, face, exact, direction));
    if (signs.some((own) => own > 0)) return verdict(false, 'a strategy that is not in use gains once it has entered');
    if (signs.length === 1 && signs[0]! < 0) {
      return verdict(true, 'the one strategy that gains nothing at the point loses once it has entered');
    }
    return null;
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

/** Sign of an entering strategy's advantage beside the point; 0 where the first order does not tell. */
function gainBeside(
  field: ExactField,
  face: Face,
  exact: readonly Rational[],
  { player, strategy }: Pick<Transversal, 'player' | 'strategy'>,
): number {
  const wide = restrict(
    field,
    face.support.map((own, i) => (i === player ? [strategy, ...own] : own)),
  );
  const entering = face.support.slice(0, player).reduce((total, own) => total + own.length - 1, 0);
  const gain = wide.equations[entering]!;
  if (face.variables === 0) return leadingSign(gain, [zero]);
  const others = Array.from({ length: wide.variables }, (_, v) => v).filter((v) => v !== entering);
  const at = exact.toSpliced(entering, 0, zero);
  const slope = (polynomial: ExactPolynomial, v: number) => exactValue(derivative(polynomial, v), at);
  const { rows, pivots } = echelon(
    others.map((v) => [
      ...others.map((w) => slope(wide.equations[v]!, w)),
      negate(slope(wide.equations[v]!, entering)),
    ]),
  );
  if (pivots.length < others.length || pivots.includes(others.length)) return 0;
  const adjusted = others.map((v, i) => multiply(slope(gain, v), rows[i]!.at(-1)!));
  return sign(adjusted.reduce(add, slope(gain, entering)));
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
