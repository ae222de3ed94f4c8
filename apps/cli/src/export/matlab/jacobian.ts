/**
 * The Jacobian of the script, worked out: payoff advantages with their coefficients as formulas of the parameters, the
 * derivatives of the advantages, and from both the derivatives of the drift.
 */
import { type AdvantageFormula, type AdvantageTerm, advantageFormulas } from '@trilogue/analysis';
import {
  type At,
  coordinateNames,
  type Dual,
  drift,
  duals,
  equationShape,
  fieldShape,
  type Game,
  type Text,
  total,
  whole,
} from '@trilogue/core';
import { atOneState, atRows } from './elementwise.js';
import { statement } from './lines.js';
import { type MatlabNames, playerRows, type Rows, struct } from './names.js';

/** By differences where payoffs are no polynomials, or are read themselves. */
export function jacobianFunction(game: Game, names: MatlabNames): string[] {
  const shape = fieldShape(game);
  if (shape.payoffFacts !== undefined || shape.levels.length > 0) return numericalJacobian();
  const advantages = advantageFormulas(game, names.field);
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
    ...playerRows(game).flatMap((rows, player) => [`  % ${rows.name}`, ...velocityLines(game, names, player)]),
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
function velocityLines(game: Game, names: MatlabNames, player: number): string[] {
  const algebra = duals(atOneState);
  const { reading: _, ...shape } = equationShape(game);
  const { number } = atRows(game, names);
  const rows = playerRows(game);
  const { coordinate } = rows[player]!;
  const at: At<Dual<Text>> = {
    shares: rows.map((own) => {
      const free = places(own).map((place) => along(`x(${place})`, `E(${place}, :)`));
      return [...free, algebra.sub(algebra.constant(1), total(algebra, free))];
    }),
    payoffs: () =>
      rows.map((own) => [...places(own).map((place) => along(`d(${place})`, `D(${place}, :)`)), algebra.constant(0)]),
    sigma: [],
    number: (name) => ({ value: number!(name), slope: whole('0') }),
  };
  const moved = drift(algebra, shape, at)[player]!;
  return moved.slice(0, -1).flatMap(({ slope }, s) => statement(`J(${coordinate + s}, :) = ${slope.text};`));
}

function places({ k, coordinate }: Rows): number[] {
  return Array.from({ length: k - 1 }, (_, s) => coordinate + s);
}

function numericalJacobian(): string[] {
  return [
    `function J = jacobian(x, ${struct})`,
    '% J(i, j) is the derivative of drift i by x(j), at one state x: by differences of second order towards the inside,',
    '% right to about 9 digits.',
    '  n = numel(x);',
    '  J = zeros(n);',
    '  for j = 1:n',
    '    h = 1e-5;',
    '    if x(j) > 0.5, h = -h; end',
    '    e = zeros(n, 1);',
    '    e(j) = h;',
    `    J(:, j) = (4*drift(x + e, ${struct}) - 3*drift(x, ${struct}) - drift(x + 2*e, ${struct}))/(2*h);`,
    '  end',
    'end',
  ];
}

function along(value: string, slope: string): Dual<Text> {
  return { value: whole(value), slope: whole(slope) };
}
