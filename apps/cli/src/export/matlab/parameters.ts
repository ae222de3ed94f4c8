/**
 * The parameters of the script: values at the point with titles and ranges, then what follows from them: named
 * sub-expressions, noise intensities and the start.
 */
import type { Expression, Game, Point } from '@trilogue/core';
import { matlabExpression, pointAt } from '@trilogue/core';
import { commented, statement } from './lines.js';
import { type MatlabNames, struct } from './names.js';

export function parametersFunction(game: Game, point: Point, names: MatlabNames): string[] {
  const rows = game.parameters.map(({ name, range, group, title }): [string, string] => {
    const explored = range === undefined ? '' : `from ${range[0]} to ${range[1]}`;
    const about = [group, explored].filter((part) => part !== undefined && part !== '').join(', ');
    const words = title ?? (names.field(name) === `${struct}.${name}` ? '' : name);
    return [
      `${names.field(name)} = ${point.parameters[name]!};`,
      about === '' ? words : `${words} (${about})`.trimStart(),
    ];
  });
  const derived = game.where
    .filter(({ name }) => !names.spelling.holdsShares(name))
    .flatMap(({ name, expression }) =>
      statement(`${names.field(name)} = ${matlabExpression(expression, names.spelling)};`),
    );
  return [
    `function ${struct} = parameters()`,
    '% Named numbers. Change them here; everything below follows.',
    `  ${struct} = struct();`,
    ...commented(rows),
    ...(derived.length === 0 ? [] : ['  % Named sub-expressions.', ...derived]),
    ...intensities(game, point, names),
    ...correlation(game, names),
    ...start(game, point, names),
    'end',
  ];
}

function intensities(game: Game, point: Point, names: MatlabNames): string[] {
  if (game.noise.kind === 'none') return [];
  const written = pointAt(game, { set: point.parameters }).sigma;
  const texts = game.noise.sigma.map((expression, i) =>
    written[i] === point.sigma[i] ? matlabExpression(expression, names.spelling) : String(point.sigma[i]!),
  );
  return [
    '  % Noise intensity of each player.',
    ...commented(texts.map((text, i) => [`${struct}.noise_intensity(${i + 1}, 1) = ${text};`, game.players[i]!.name])),
  ];
}

function correlation(game: Game, names: MatlabNames): string[] {
  if (game.noise.kind === 'none' || game.noise.correlation !== 'matrix') return [];
  const rows = game.players.map((_, i) =>
    game.players.map((_, j) => matlabExpression(game.numbers![`correlation.${i}.${j}`]!, names.spelling)).join(', '),
  );
  return [
    "  % Correlation of the players' Brownian motions.",
    ...statement(`${struct}.correlation = [${rows.join('; ')}];`),
    `  ${struct}.factor = chol(${struct}.correlation, 'lower');`,
  ];
}

function start(game: Game, point: Point, names: MatlabNames): string[] {
  const written = pointAt(game, { set: point.parameters }).initial;
  const text = (expression: Expression, i: number, s: number) =>
    written[i]![s] === point.initial[i]![s]
      ? matlabExpression(expression, names.spelling)
      : String(point.initial[i]![s]!);
  let next = 0;
  const rows = game.players.flatMap(({ name, strategies }, i) =>
    strategies.slice(0, -1).map((strategy, s): [string, string] => {
      next++;
      return [
        `${struct}.start(${next}, 1) = ${text(game.initial[i]![s]!, i, s)};`,
        `share of ${name} that plays ${strategy}`,
      ];
    }),
  );
  return ['  % Where paths start.', ...commented(rows)];
}
