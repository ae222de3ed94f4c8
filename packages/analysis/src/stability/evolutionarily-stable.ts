/**
 * Evolutionary stability in one population whose payoffs are linear in its shares: p is a Nash equilibrium and
 * z.Az < 0 for every z = q - p with q another best reply. Source: Maynard Smith & Price (1973); as a condition on a
 * matrix (copositivity) Haigh (1975), Game Theory and Evolution.
 */
import type { Face } from '../equilibria/face.js';
import { type ExactPolynomial, exactValue, totalDegree } from '../exact/polynomial.js';
import { add, divide, multiply, one, type Rational, rational, sign, subtract, zero } from '../exact/rational.js';
import type { ExactField } from '../reading/exact-field.js';
import type { Transversal } from './spectrum.js';

/** Null where payoffs are not linear, or three and more unused best replies make the condition too long to decide here. */
export function isEvolutionarilyStable(field: ExactField, face: Face, outside: readonly Transversal[]): boolean | null {
  const advantages = field.advantages[0]!;
  if (advantages.some((advantage) => totalDegree(advantage) > 1)) return null;
  if (outside.some(({ re, error }) => re > error)) return false;
  const support = face.support[0]!;
  const last = support.at(-1)!;
  const inUse = support.slice(0, -1);
  const replies = outside.filter(({ re, error }) => Math.abs(re) <= error).map(({ strategy }) => strategy);
  const entry = payoffMatrix(advantages);
  const form = (i: number, j: number) =>
    subtract(add(entry(last, j), entry(i, last)), add(entry(i, j), entry(last, last)));
  const order = [...inUse, ...replies];
  let matrix = order.map((i) => order.map((j) => multiply(add(form(i, j), form(j, i)), rational(1n, 2n))));
  // Shares in use may move either way: eliminate them, each pivot must be positive.
  for (let n = 0; n < inUse.length; n++) {
    const [pivot, ...rest] = matrix;
    if (sign(pivot![0]!) <= 0) return false;
    matrix = rest.map((row) =>
      row.slice(1).map((value, c) => subtract(value, divide(multiply(row[0]!, pivot![c + 1]!), pivot![0]!))),
    );
  }
  return isStrictlyCopositive(matrix);
}

/** Whether v.Mv > 0 for all v >= 0 but 0. */
function isStrictlyCopositive(matrix: readonly (readonly Rational[])[]): boolean | null {
  if (matrix.some((row, i) => sign(row[i]!) <= 0)) return false;
  if (matrix.every((row) => row.every((value) => sign(value) >= 0))) return true;
  if (matrix.length > 2) return null;
  const [[a, b], [, d]] = matrix as [[Rational, Rational], [Rational, Rational]];
  return sign(subtract(multiply(a, d), multiply(b, b))) > 0;
}

/** Payoff of strategy i against j, less that of the last strategy against j. */
function payoffMatrix(advantages: readonly ExactPolynomial[]): (i: number, j: number) => Rational {
  const coordinates = advantages.length - 1;
  return (i, j) =>
    exactValue(
      advantages[i]!,
      Array.from({ length: coordinates }, (_, v) => (v === j ? one : zero)),
    );
}
