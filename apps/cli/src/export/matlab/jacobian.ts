/**
 * The Jacobian of the script, worked out: payoff advantages with their coefficients as formulas of the parameters, the
 * derivatives of the advantages, and from both the derivatives of the drift.
 */
import type { AdvantageFormula, AdvantageTerm } from '@trilogue/analysis';
import { coordinateNames, type Dual, duals, dynamicsOf, type Game, type Text, total, whole } from '@trilogue/core';
import { atOneState } from './elementwise.js';
import { statement } from './lines.js';
import { playerRows, type Rows, struct } from './names.js';

/** @param advantages With coefficients as the script spells them. */
export function jacobianFunction(game: Game, advantages: readonly AdvantageFormula[]): string[] {
  const count = coordinateNames(game).length;
  return [
    `function J = jacobian(x, ${struct})`,
    '% J(i, j) is the derivative of drift i by x(j), at one state x.',
    "% d(i): payoff of strategy i less that of its player's last one, as a polynomial with coefficients a.",
    '% D(i, j): the derivative of d(i) by x(j), E(i, j) that of x(i).',
    `  d = zeros(${count}, 1);`,
    `  D = zeros(${count}, ${count});`,
    ...advantages.flatMap(advantageLines),
    `  E = eye(${count});`,
    `  J = zeros(${count}, ${count});`,
    ...playerRows(game).flatMap((rows) => [`  % ${rows.name}`, ...velocityLines(rows)]),
    'end',
  ];
}

function advantageLines({ player, strategy, over, terms }: AdvantageFormula, index: number): string[] {
  const variables = terms[0]?.exponents.length ?? 0;
  const slopes = Array.from({ length: variables }, (_, j) => slope(terms, j));
  return [
    `  % ${player}: ${strategy} over ${over}`,
    ...terms.flatMap(({ coefficient }, t) => statement(`a(${t + 1}) = ${coefficient};`)),
    ...statement(`d(${index + 1}) = ${sum(terms.map(({ exponents }, t) => [1, t, exponents]))};`),
    ...slopes.flatMap((text, j) => (text === '0' ? [] : statement(`D(${index + 1}, ${j + 1}) = ${text};`))),
  ];
}

function slope(terms: readonly AdvantageTerm[], by: number): string {
  return sum(
    terms.flatMap(({ exponents }, t): Piece[] =>
      exponents[by] === 0 ? [] : [[exponents[by]!, t, exponents.with(by, exponents[by]! - 1)]],
    ),
  );
}

/** A factor, the index of a coefficient, and powers of the coordinates. */
type Piece = readonly [factor: number, coefficient: number, exponents: readonly number[]];

function sum(pieces: readonly Piece[]): string {
  if (pieces.length === 0) return '0';
  return pieces
    .map(([factor, t, exponents]) => {
      const powers = exponents.flatMap((n, j) => (n === 0 ? [] : [n === 1 ? `x(${j + 1})` : `x(${j + 1})^${n}`]));
      return [...(factor === 1 ? [] : [String(factor)]), `a(${t + 1})`, ...powers].join('*');
    })
    .join(' + ');
}

/** The rows of a player: the derivative of its velocity, by the rules for sums and products. */
function velocityLines({ k, coordinate, shape }: Rows): string[] {
  const algebra = duals(atOneState);
  const shares = Array.from({ length: k - 1 }, (_, s) => along(`x(${coordinate + s})`, `E(${coordinate + s}, :)`));
  const last = algebra.sub(algebra.constant(1), total(algebra, shares));
  const payoffs = shares.map((_, s) => along(`d(${coordinate + s})`, `D(${coordinate + s}, :)`));
  const moved = dynamicsOf(shape).velocity(algebra, [...shares, last], [...payoffs, algebra.constant(0)]);
  return moved.slice(0, -1).flatMap(({ slope }, s) => statement(`J(${coordinate + s}, :) = ${slope.text};`));
}

function along(value: string, slope: string): Dual<Text> {
  return { value: whole(value), slope: whole(slope) };
}
