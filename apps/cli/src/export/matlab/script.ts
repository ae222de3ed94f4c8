/**
 * A game as one MATLAB file: what it does when it is called, and the functions below in the order in which a reader needs
 * them. Base MATLAB (R2016b and newer) and GNU Octave 6 and newer.
 */
import {
  channels,
  coordinateNames,
  equationShape,
  fieldShape,
  type Game,
  type Point,
  profiles,
  requireFacts,
} from '@trilogue/core';
import { wrapped } from '../../output/align.js';
import { driftFunction, payoffsFunction, sharesFunction } from './dynamics.js';
import { jacobianFunction } from './jacobian.js';
import { comment, oneLine } from './lines.js';
import { type MatlabNames, matlabNames, struct } from './names.js';
import { boundaryFunction, noiseFunction } from './noise.js';
import { parametersFunction } from './parameters.js';

/** @param version Of the program that writes it. */
export function matlabScript(game: Game, point: Point, version: string): string {
  const shape = fieldShape(game);
  requireFacts(shape, 'the MATLAB script', ['timeless', 'shares-alone', 'white-noise', 'ito', 'invariant']);
  if (shape.intensities.length > 0) requireFacts(shape, 'the MATLAB script', ['payoff-noise']);
  const names = matlabNames(game);
  const functions = [
    mainFunction(game, names, version),
    parametersFunction(game, point, names),
    sharesFunction(game),
    payoffsFunction(game, names),
    driftFunction(game, names),
    noiseFunction(game, names),
    boundaryFunction(game),
    eulerFunction(game),
    jacobianFunction(game, names),
  ];
  const body = functions.flat().join('\n');
  if (body.includes('choose(')) functions.push(chooseFunction);
  if (body.includes('sum_over(')) functions.push(sumFunction);
  return `${functions
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

const chooseFunction = [
  'function y = choose(condition, yes, no)',
  '% yes where the condition holds, else no, element by element.',
  '  y = no + 0*condition;',
  '  yes = yes + 0*condition;',
  '  y(condition) = yes(condition);',
  'end',
];

const sumFunction = [
  'function y = sum_over(term, low, high)',
  '% The sum of term(k) for k from low to high.',
  '  y = 0;',
  '  for k = low:high, y = y + term(k); end',
  'end',
];

/** Name of the file: MATLAB wants it to be the function's. */
export function matlabFile(game: Game): string {
  return `${matlabNames(game).script}.m`;
}

function mainFunction(game: Game, names: MatlabNames, version: string): string[] {
  const noisy = game.noise.kind !== 'none';
  return [
    `function results = ${names.script}(paths, dt)`,
    ...header(game, names, version),
    `  if nargin < 1, paths = ${noisy ? 2000 : 1}; end`,
    '  if nargin < 2, dt = 0.01; end',
    `  horizon = ${game.horizon};  % time at which outcomes are read`,
    '  delta = 0.05;  % how far from 1 a share may be and still count as there',
    "  if exist('OCTAVE_VERSION', 'builtin'), randn('twister', 1); else, rng(1); end",
    `  ${struct} = parameters();`,
    ...profileLines(game),
    '',
    '  % 1. Pure profiles: where the drift is 0, the signs of the eigenvalues decide about stability.',
    '  count = size(chosen, 1);',
    '  residuals = zeros(1, count);',
    '  eigenvalues = zeros(numel(coordinates), count);',
    '  for i = 1:count',
    `    u = zeros(${game.players.reduce((total, { strategies }) => total + strategies.length, 0)}, 1);`,
    '    u(chosen(i, :)) = 1;',
    '    x = u(coordinates);',
    `    residuals(i) = max(abs(drift(x, ${struct})));`,
    `    eigenvalues(:, i) = sort(real(eig(jacobian(x, ${struct}))), 'descend');`,
    '  end',
    '',
    '  % 2. The path without noise.',
    "  options = odeset('RelTol', 1e-10, 'AbsTol', 1e-12);",
    `  [t, x] = ode45(@(t, x) drift(x, ${struct}), linspace(0, horizon, 201), ${struct}.start, options);`,
    '',
    noisy
      ? '  % 3. Noisy paths, and the probability that one ends near each pure profile.'
      : '  % 3. The same by Euler steps, and near which pure profile it ends.',
    `  [final, times, first] = euler_maruyama(${struct}, horizon, dt, paths);`,
    '  u = shares(final);',
    '  outcomes = zeros(1, count);',
    '  for i = 1:count',
    '    outcomes(i) = mean(all(u(chosen(i, :), :) >= 1 - delta, 1));',
    '  end',
    '  errors = sqrt(outcomes.*(1 - outcomes)/paths);  % standard errors',
    '  means = mean(u, 2);  % of every share at the horizon',
    '  mean_errors = std(u, 0, 2)/sqrt(paths);',
    '',
    '  for i = 1:count',
    "    fprintf('%-40s probability %.4f +- %.4f   drift %.1e   eigenvalues %s\\n', labels{i}, ...",
    "      outcomes(i), errors(i), residuals(i), mat2str(eigenvalues(:, i)', 5));",
    '  end',
    `  results = struct('parameters', ${struct}, 'residuals', residuals, 'eigenvalues', eigenvalues, ...`,
    "    't', t, 'x', x, 'times', times, 'path', first', 'outcomes', outcomes, 'errors', errors, ...",
    "    'means', means, 'mean_errors', mean_errors);",
    '  results.labels = labels;',
    `  results.drift = @(x) drift(x, ${struct});`,
    `  results.jacobian = @(x) jacobian(x, ${struct});`,
    'end',
  ];
}

function header(game: Game, { script }: MatlabNames, version: string): string[] {
  const title = oneLine(game.title);
  return [
    `% ${script.toUpperCase()}  ${title}`,
    ...(game.source === undefined ? [] : wrapped(`Source of the game: ${oneLine(game.source)}`).map(comment)),
    comment(`Written by trilogue ${version} from the game "${game.name}".`),
    '% Base MATLAB (R2016b or newer) or GNU Octave 6 or newer.',
    '%',
    `%   ${script}                 checks the pure profiles, follows one path with and without noise, estimates outcomes`,
    `%   r = ${script}(20000);     with more paths; r holds all figures`,
    `%   r = ${script}(2000, 0.1); with longer steps`,
    "%   plot(r.t, r.x); hold on; plot(r.times, r.path, ':')",
    '%   r.jacobian(x), r.drift(x) at a state x of your own',
    '%',
    '% The state x is a column:',
    ...coordinateNames(game).map((name, i) => `%   x(${i + 1})  ${name}`),
    '% Several states stand side by side, a column each.',
  ];
}

function profileLines(game: Game): string[] {
  let next = 1;
  const rows = game.players.map(({ strategies }) => {
    const own = strategies.map((_, s) => next + s);
    next += strategies.length;
    return own;
  });
  const all = profiles(game);
  const chosen = all.map((profile) =>
    profile.map((s, i) => rows[i]![game.players[i]!.strategies.indexOf(s)]!).join(' '),
  );
  return [
    '  % Pure profiles, as rows of shares(x); coordinates are the rows that are also rows of x.',
    `  labels = {${all.map((profile) => `'${profile.join(', ')}'`).join(', ...\n    ')}};`,
    `  chosen = [${chosen.join('; ')}];`,
    `  coordinates = [${rows.flatMap((own) => own.slice(0, -1)).join(' ')}];`,
  ];
}

function eulerFunction(game: Game): string[] {
  const noisy = game.noise.kind !== 'none';
  const step = noisy ? ` + noise(x, ${struct}, dW)` : '';
  return [
    `function [x, times, first] = euler_maruyama(${struct}, horizon, dt, paths)`,
    '% States at the horizon, a column per path; the times; and the first path at all of them.',
    '  steps = max(1, ceil(horizon/dt - 1e-9));',
    '  h = horizon/steps;',
    '  times = (0:steps)*h;',
    `  x = repmat(${struct}.start, 1, paths);`,
    `  first = repmat(${struct}.start, 1, steps + 1);`,
    '  for i = 1:steps',
    ...(noisy ? [`    dW = sqrt(h)*randn(${channels(equationShape(game))}, paths);`] : []),
    `    x = put_back(x + drift(x, ${struct})*h${step}, x);`,
    '    first(:, i + 1) = x(:, 1);',
    '  end',
    'end',
  ];
}
