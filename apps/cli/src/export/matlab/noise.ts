/**
 * The noise of the script, diffusion times increment, and what a step does at the boundary.
 */
import {
  boundaryOf,
  coordinateNames,
  disturbance,
  equationShape,
  type Game,
  noiseOf,
  noiseWords,
  type Text,
  velocityOf,
  whole,
} from '@trilogue/core';
import { wrapped } from '../../output/align.js';
import { atRows, elementwise } from './elementwise.js';
import { comment, statement } from './lines.js';
import { type MatlabNames, playerRows, type Rows, struct } from './names.js';

/** Nothing for games without noise. */
export function noiseFunction(game: Game, names: MatlabNames): string[] {
  if (game.noise.kind === 'none') return [];
  const body = playerRows(game).flatMap((rows, player) => [
    `  % ${rows.name}`,
    ...noiseLines(game, names, rows, player),
  ]);
  return [
    `function dx = noise(x, ${struct}, dW)`,
    '% Diffusion times increment (Ito). dW: independent normal increments, one row per Brownian motion.',
    ...wrapped(noiseWords(equationShape(game))).map(comment),
    ...(body.some((line) => line.includes('u(')) ? ['  u = shares(x);'] : []),
    `  dx = zeros(${coordinateNames(game).length}, size(x, 2));`,
    ...body,
    'end',
  ];
}

function noiseLines(game: Game, names: MatlabNames, { k, coordinate }: Rows, player: number): string[] {
  const shape = equationShape(game);
  const at = atRows(game, names);
  const step = {
    root: whole('1'),
    draw: (size: Text, c: number) => elementwise.mul(size, whole(`dW(${c + 1}, :)`)),
  };
  const noise = disturbance(elementwise, shape, at, step, player).slice(0, -1);
  const written = (name: string, values: readonly Text[], from: number) =>
    values.flatMap(({ text }, s) => statement(`${name}(${from + s}, :) = ${text};`));
  if (noiseOf(shape).enters === 'shares') return written('dx', noise, coordinate);
  const disturbed = k === 2 ? noise : noise.map((_, s) => whole(`e(${s + 1}, :)`));
  const moved = velocityOf(elementwise, shape, at, player, [...disturbed, whole('0')]);
  return [...(k === 2 ? [] : written('e', noise, 1)), ...written('dx', moved.slice(0, -1), coordinate)];
}

/** What happens at 0 and 1, as in the engine's Euler step. */
export function boundaryFunction(game: Game): string[] {
  const boundary = boundaryOf(equationShape(game));
  if (boundary === 'none') {
    return ['function x = put_back(x, before)', '% Nothing: shares may leave [0, 1].', 'end'];
  }
  const body = playerRows(game).map(({ k, coordinate }) => {
    if (k === 2) return `  x(${coordinate}, :) = min(x(${coordinate}, :), 1);`;
    const own = `${coordinate}:${coordinate + k - 2}`;
    return `  x(${own}, :) = x(${own}, :)./max(1, sum(x(${own}, :), 1));`;
  });
  return [
    'function x = put_back(x, before)',
    '% A step has a length and can jump over a boundary that the equation does not cross: shares below 0 become 0, a share',
    '% of two is cut at 1, more than two that add up to more than 1 are divided by their sum.',
    ...(boundary === 'reflect' ? ['  x = abs(x);', '  x(x > 1) = 2 - x(x > 1);'] : []),
    '  x = max(x, 0);',
    ...body,
    ...(equationShape(game).boundary === 'absorb'
      ? ['  % what is at 0 or 1 stays there', '  ended = before <= 0 | before >= 1;', '  x(ended) = before(ended);']
      : []),
    'end',
  ];
}
