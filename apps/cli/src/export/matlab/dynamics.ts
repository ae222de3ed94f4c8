/**
 * Shares, payoffs and drift of the script, for one state or many: a column each.
 */
import { coordinateNames, dynamicsOf, type Game, matlabExpression, whole } from '@trilogue/core';
import { shareNames } from '../subject.js';
import { elementwise, sharesOf } from './elementwise.js';
import { comment, statement } from './lines.js';
import { type MatlabNames, playerRows, struct } from './names.js';

/** All shares from the coordinates. */
export function sharesFunction(game: Game): string[] {
  const rows = playerRows(game).flatMap(({ k, coordinate, row }) => {
    const to = row + k - 1;
    const own = k === 2 ? `x(${coordinate}, :)` : `x(${coordinate}:${coordinate + k - 2}, :)`;
    return [
      k === 2 ? `  u(${row}, :) = ${own};` : `  u(${row}:${to - 1}, :) = ${own};`,
      `  u(${to}, :) = ${k === 2 ? `1 - ${own}` : `1 - sum(${own}, 1)`};`,
    ];
  });
  const names = shareNames(game);
  return [
    'function u = shares(x)',
    '% The shares of all strategies, the last of each player from the others.',
    ...names.map((name, i) => `%   u(${i + 1}) ${name}`),
    `  u = zeros(${names.length}, size(x, 2));`,
    ...rows,
    'end',
  ];
}

/** Expected payoffs as the game file gives them. */
export function payoffsFunction(game: Game, names: MatlabNames): string[] {
  const shares = shareNames(game);
  const where = game.where
    .filter(({ name }) => names.spelling.holdsShares(name))
    .flatMap(({ name, expression }) =>
      statement(`${names.spelling.name(name)} = ${matlabExpression(expression, names.spelling)};`),
    );
  const written = game.payoffs.flat().map((expression) => matlabExpression(expression, names.spelling));
  return [
    `function f = payoffs(x, ${struct})`,
    '% Expected payoff of every strategy, in the order of the shares.',
    '  u = shares(x);',
    ...shares.map((name, i) => `  ${names.share(name)} = u(${i + 1}, :);`),
    ...where,
    `  f = zeros(${shares.length}, size(x, 2));`,
    ...written.flatMap((text, i) => statement(`f(${i + 1}, :) = ${text};`)),
    'end',
  ];
}

/** The drift. */
export function driftFunction(game: Game): string[] {
  const { velocity, words } = dynamicsOf(game);
  const lines = playerRows(game).flatMap((rows) => {
    const { name, k, coordinate, row } = rows;
    const over = `f(${row + k - 1}, :)`;
    const own = Array.from({ length: k - 1 }, (_, s) => whole(k === 2 ? `(f(${row}, :) - ${over})` : `p(${s + 1}, :)`));
    const moved = velocity(elementwise, sharesOf(rows), [...own, whole('0')]).slice(0, -1);
    return [
      `  % ${name}`,
      ...(k === 2 ? [] : [`  p = f(${row}:${row + k - 2}, :) - ${over};`]),
      ...moved.flatMap(({ text }, s) => statement(`dx(${coordinate + s}, :) = ${text};`)),
    ];
  });
  return [
    `function dx = drift(x, ${struct})`,
    comment(words),
    `  f = payoffs(x, ${struct});`,
    ...(lines.some((line) => line.includes('u(')) ? ['  u = shares(x);'] : []),
    `  dx = zeros(${coordinateNames(game).length}, size(x, 2));`,
    ...lines,
    'end',
  ];
}
