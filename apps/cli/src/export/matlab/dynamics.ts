/**
 * Shares, payoffs and drift of the script, for one state or many: a column each.
 */
import { type Game, matlabExpression } from '@trilogue/core';
import { shareNames } from '../shares.js';
import { statement } from './lines.js';
import { coordinateRanges, type MatlabNames, struct } from './names.js';

/** All shares from the coordinates. */
export function sharesFunction(game: Game): string[] {
  const { first } = coordinateRanges(game);
  let next = 1;
  const rows = game.players.flatMap(({ strategies }, i) => {
    const to = next + strategies.length - 1;
    const own =
      strategies.length === 2 ? `x(${first[i]!}, :)` : `x(${first[i]!}:${first[i]! + strategies.length - 2}, :)`;
    const last = strategies.length === 2 ? `1 - ${own}` : `1 - sum(${own}, 1)`;
    const lines = [
      strategies.length === 2 ? `  u(${next}, :) = ${own};` : `  u(${next}:${to - 1}, :) = ${own};`,
      `  u(${to}, :) = ${last};`,
    ];
    next = to + 1;
    return lines;
  });
  const list = shareNames(game).map((name, i) => `%   u(${i + 1}) ${name}`);
  return [
    'function u = shares(x)',
    '% The shares of all strategies, the last of each player from the others.',
    ...list,
    `  u = zeros(${next - 1}, size(x, 2));`,
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

/** The replicator drift. */
export function driftFunction(game: Game): string[] {
  const { first, count } = coordinateRanges(game);
  let row = 1;
  const lines = game.players.flatMap(({ strategies, name }, i) => {
    const k = strategies.length;
    const from = row;
    row += k;
    if (k === 2) {
      const x = `x(${first[i]!}, :)`;
      return [`  dx(${first[i]!}, :) = ${x}.*(1 - ${x}).*(f(${from}, :) - f(${from + 1}, :));  % ${name}`];
    }
    const own = `${first[i]!}:${first[i]! + k - 2}`;
    const mean = `sum(u(${from}:${from + k - 1}, :).*f(${from}:${from + k - 1}, :), 1)`;
    return [`  dx(${own}, :) = x(${own}, :).*(f(${from}:${from + k - 2}, :) - ${mean});  % ${name}`];
  });
  const more = game.players.some(({ strategies }) => strategies.length > 2);
  return [
    `function dx = drift(x, ${struct})`,
    '% Replicator equation: a share grows by its payoff less the mean payoff of its player.',
    `  f = payoffs(x, ${struct});`,
    ...(more ? ['  u = shares(x);'] : []),
    `  dx = zeros(${count}, size(x, 2));`,
    ...lines,
    'end',
  ];
}
