/**
 * Shares, payoffs and drift of the script, for one state or many: a column each.
 */
import {
  type At,
  coordinateNames,
  drift,
  dynamicsOf,
  equationShape,
  type Game,
  matlabExpression,
  type Text,
  whole,
} from '@trilogue/core';
import { wrapped } from '../../output/align.js';
import { shareNames } from '../subject.js';
import { atRows, elementwise } from './elementwise.js';
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
export function driftFunction(game: Game, names: MatlabNames): string[] {
  const { reading: _, ...shape } = equationShape(game);
  const at = atRows(game, names);
  const lines = playerRows(game).flatMap(({ name, k, coordinate, row }, player) => {
    // payoff differences have a name where several terms use them
    const differences = [...Array.from({ length: k - 1 }, (_, s) => whole(`p(${s + 1}, :)`)), whole('0')];
    const own: At<Text> = k === 2 ? at : { ...at, payoffs: () => at.payoffs().with(player, differences) };
    const moved = drift(elementwise, shape, own)[player]!.slice(0, -1);
    return [
      `  % ${name}`,
      ...(k === 2 ? [] : [`  p = f(${row}:${row + k - 2}, :) - f(${row + k - 1}, :);`]),
      ...moved.flatMap(({ text }, s) => statement(`dx(${coordinate + s}, :) = ${text};`)),
    ];
  });
  return [
    `function dx = drift(x, ${struct})`,
    ...wrapped(dynamicsOf(game).words).map(comment),
    `  f = payoffs(x, ${struct});`,
    ...(lines.some((line) => line.includes('u(')) ? ['  u = shares(x);'] : []),
    `  dx = zeros(${coordinateNames(game).length}, size(x, 2));`,
    ...lines,
    'end',
  ];
}
