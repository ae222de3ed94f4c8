/**
 * The noise of the script, diffusion times increment, and what a step does at the boundary.
 */
import { coordinateNames, disturbance, dynamicsOf, type Game, noiseOf, type Text, whole } from '@trilogue/core';
import { wrapped } from '../../output/align.js';
import { elementwise, sharesOf } from './elementwise.js';
import { comment, statement } from './lines.js';
import { playerRows, type Rows, struct } from './names.js';

/** Nothing for games without noise. */
export function noiseFunction(game: Game): string[] {
  if (game.noise.kind === 'none') return [];
  const body = playerRows(game).flatMap((rows) => [`  % ${rows.name}`, ...noiseLines(rows)]);
  return [
    `function dx = noise(x, ${struct}, dW)`,
    '% Diffusion times increment (Ito). dW: independent normal increments, one row per Brownian motion.',
    ...wrapped(noiseOf({ noise: game.noise.kind }).words).map(comment),
    ...(body.some((line) => line.includes('u(')) ? ['  u = shares(x);'] : []),
    `  dx = zeros(${coordinateNames(game).length}, size(x, 2));`,
    ...body,
    'end',
  ];
}

function noiseLines(rows: Rows): string[] {
  const { k, coordinate, channel, sigma, shape } = rows;
  const shares = sharesOf(rows);
  const step = {
    root: whole('1'),
    draw: (size: Text, c: number) => elementwise.mul(size, whole(`dW(${channel + c}, :)`)),
  };
  const noise = disturbance(elementwise, shape, { shares: [shares], sigma: [whole(sigma)] }, step, 0).slice(0, -1);
  const written = (name: string, values: readonly Text[], from: number) =>
    values.flatMap(({ text }, s) => statement(`${name}(${from + s}, :) = ${text};`));
  if (noiseOf(shape).enters === 'shares') return written('dx', noise, coordinate);
  const disturbed = k === 2 ? noise : noise.map((_, s) => whole(`e(${s + 1}, :)`));
  const moved = dynamicsOf(shape).velocity(elementwise, shares, [...disturbed, whole('0')]);
  return [...(k === 2 ? [] : written('e', noise, 1)), ...written('dx', moved.slice(0, -1), coordinate)];
}

/** The boundary treatment of the engine's Euler step. */
export function boundaryFunction(game: Game): string[] {
  const body = playerRows(game).map(({ k, coordinate }) => {
    if (k === 2) return `  x(${coordinate}, :) = min(x(${coordinate}, :), 1);`;
    const own = `${coordinate}:${coordinate + k - 2}`;
    return `  x(${own}, :) = x(${own}, :)./max(1, sum(x(${own}, :), 1));`;
  });
  return [
    'function x = put_back(x)',
    '% A step has a length and can jump over a boundary that the equation does not cross: shares below 0 become 0, a share',
    '% of two is cut at 1, more than two that add up to more than 1 are divided by their sum.',
    '  x = max(x, 0);',
    ...body,
    'end',
  ];
}
