/**
 * The Jacobian of the script, worked out: payoff advantages with their coefficients as formulas of the parameters, the
 * derivatives of the advantages, and from both the derivatives of the drift.
 */
import type { AdvantageFormula, AdvantageTerm } from '@trilogue/analysis';
import type { Game } from '@trilogue/core';
import { statement } from './lines.js';
import { coordinateRanges, struct } from './names.js';

/** @param advantages With coefficients as the script spells them. */
export function jacobianFunction(game: Game, advantages: readonly AdvantageFormula[]): string[] {
  const { first, count } = coordinateRanges(game);
  return [
    `function J = jacobian(x, ${struct})`,
    '% J(i, j) is the derivative of drift i by x(j), at one state x.',
    "% d(i): payoff of strategy i less that of its player's last one, as a polynomial with coefficients a.",
    '% D(i, j): the derivative of d(i) by x(j).',
    `  d = zeros(${count}, 1);`,
    `  D = zeros(${count}, ${count});`,
    ...advantages.flatMap(advantageLines),
    `  J = zeros(${count}, ${count});`,
    ...game.players.flatMap(({ name, strategies }, i) => [
      `  % ${name}`,
      ...(strategies.length === 2 ? twoStrategies(first[i]!, count) : moreStrategies(first[i]!, strategies.length)),
    ]),
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

/** f = x (1 - x) d. */
function twoStrategies(at: number, count: number): string[] {
  const x = `x(${at})`;
  return [
    `  J(${at}, :) = ${x}*(1 - ${x})*D(${at}, 1:${count});`,
    `  J(${at}, ${at}) = J(${at}, ${at}) + (1 - 2*${x})*d(${at});`,
  ];
}

/** f_s = x_s (d_s - m), m = sum of x_j d_j. */
function moreStrategies(at: number, k: number): string[] {
  const own = `${at}:${at + k - 2}`;
  return [
    `  m = sum(x(${own}).*d(${own}));`,
    `  dm = x(${own})'*D(${own}, :);`,
    `  dm(${own}) = dm(${own}) + d(${own})';`,
    `  J(${own}, :) = x(${own}).*(D(${own}, :) - dm);`,
    `  J(${own}, ${own}) = J(${own}, ${own}) + diag(d(${own}) - m);`,
  ];
}
