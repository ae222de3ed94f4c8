/**
 * Equations of degree 1, by exact elimination: a point, a family or nothing. All equations of games with two players,
 * and of one population with a payoff table, are of this kind.
 */
import { echelon } from '../exact/linear.js';
import { collect, type ExactPolynomial } from '../exact/polynomial.js';
import { negate, type Rational, sign, subtract, toNumber, zero } from '../exact/rational.js';
import { strictPoint } from '../exact/strict-point.js';
import { noSolution, type Root, type Solution, type System } from './system.js';

export function solveAffine({ variables, equations, simplices }: System): Solution {
  const { rows, pivots } = echelon(equations.map((equation) => affineRow(equation)));
  if (pivots.includes(variables)) return noSolution;
  if (pivots.length === variables) {
    const exact = rows.map((row) => row[variables]!);
    const inside = simplices.every(
      ({ variables: own, room }) =>
        own.every((v) => sign(exact[v]!) > 0) && sign(own.reduce((left, v) => subtract(left, exact[v]!), room)) > 0,
    );
    return inside ? { ...noSolution, roots: [rootAt(exact)] } : noSolution;
  }
  // Entries: the variables, then what each simplex has left.
  const groups = simplices.map(({ variables: own, room }, i) => ({ entries: [...own, variables + i], total: room }));
  const wide = rows.map((row) => [...row.slice(0, variables), ...simplices.map(() => zero), row[variables]!]);
  const sample = strictPoint(groups, wide)?.slice(0, variables);
  if (sample === undefined) return noSolution;
  const dimension = variables - pivots.length;
  const family = { dimension, equations: rows.map((row) => rowPolynomial(row)), sample: rootAt(sample), proven: true };
  return { ...noSolution, families: [family] };
}

function rootAt(exact: readonly Rational[]): Root {
  return { point: exact.map(toNumber), error: 0, exact };
}

/** Coefficients of the variables, then the right-hand side. */
function affineRow(equation: ExactPolynomial): Rational[] {
  const row = new Array<Rational>(equation.variables + 1).fill(zero);
  for (const { coefficient, exponents } of equation.terms.values()) {
    const v = exponents.indexOf(1);
    row[v < 0 ? equation.variables : v] = v < 0 ? negate(coefficient) : coefficient;
  }
  return row;
}

function rowPolynomial(row: readonly Rational[]): ExactPolynomial {
  const variables = row.length - 1;
  return collect(
    variables,
    row.map((entry, v) => ({
      coefficient: v === variables ? negate(entry) : entry,
      exponents: Array.from({ length: variables }, (_, w) => (w === v ? 1 : 0)),
    })),
  );
}
