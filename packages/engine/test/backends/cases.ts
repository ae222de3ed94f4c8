/** Kernels that every backend must run alike: several shapes of game, every noise kind, every tracker. */
import { bundledGame, type Game, pointAt, readGame } from '@trilogue/core';
import type { Chunk, Kernel } from '../../src/backends/contract.js';
import type { Tracker } from '../../src/measures/observe/tracker.js';
import { readCells } from '../../src/runs/cell-numbers.js';
import { kernelOf, prepare } from '../../src/runs/prepare.js';
import type { SchemeName } from '../../src/schemes/contract.js';

export interface Case {
  readonly name: string;
  readonly kernel: Kernel;
  readonly cells: Chunk['cells'];
}

/** Four players, the last with three strategies: five coordinates, so that states do not fit one GPU result. */
const FOUR_PLAYERS = `
game: four-players
title: Four players
players:
  A: { strategies: [yes, no] }
  B: { strategies: [yes, no] }
  C: { strategies: [yes, no] }
  D: { strategies: [left, middle, right] }
parameters: { k: { value: 0.8 } }
payoffs:
  A: { yes: k*B.yes - C.yes*D.left, no: "0.1" }
  B: { yes: k*C.yes + D.middle^2, no: "0.3" }
  C: { yes: A.yes*B.yes*D.right, no: "0.2*A.no" }
  D: { left: A.yes, middle: B.yes - C.yes, right: "0.4" }
noise: { kind: KIND, sigma: { A: 0.4, B: 0.3, C: 0.5, D: 0.6 } }
initial: { A: 0.5, B: 0.4, C: 0.6, D: [0.3, 0.3, 0.4] }
horizon: 5
`;

/** Two players under everything that a game file can say of its equation. */
export const MODELS: Readonly<Record<string, string>> = {
  'functions and time': 'noise: { kind: multiplicative, sigma: { A: 0.3*(1 - A.yes)*exp(-time/9), B: sin(time)^2/4 } }',
  'noise with a memory': 'noise: { kind: multiplicative, sigma: 0.5, memory: k/2, boundary: clip }',
  'common noise': 'noise: { sigma: 0.4, common: true }',
  'correlated noise, reflected':
    'noise: { kind: additive, sigma: 0.3, correlation: [[1, 0.5], [0.5, 1]], boundary: reflect }',
  'Stratonovich, clipped': 'noise: { kind: multiplicative, sigma: 0.5, reading: stratonovich, boundary: clip }',
  'absorbed, with mutation': 'noise: { kind: additive, sigma: 0.3, boundary: absorb }\nmutation: { A: 0.1 }',
  'left alone': 'noise: { kind: multiplicative, sigma: 0.4, boundary: none }\ndynamics: truncated',
  'mutation by a matrix': 'noise: { sigma: 0.3 }\nmutation: { matrix: [[0.9, 0.1], [0.2, 0.8]] }',
  'three regimes':
    'noise: { kind: multiplicative, sigma: 0.3*k }\nregimes: { calm: { to: { crisis: 0.4, boom: 0.2 } }, crisis: { values: { k: 0.1 }, to: { calm: 0.8 } }, boom: { values: { k: 2*k }, to: { calm: 1, crisis: 0.3 } } }',
  smith: 'noise: { kind: demographic, sigma: 0.3 }\ndynamics: smith',
  bnn: 'noise: { kind: additive, sigma: 0.2 }\ndynamics: bnn',
  logit: 'noise: { kind: multiplicative, sigma: 0.2 }\ndynamics: { kind: logit, temperature: 0.4 }',
  'best-response': 'noise: { kind: additive, sigma: 0.2 }\ndynamics: best-response',
  'maynard-smith': 'noise: { kind: multiplicative, sigma: 0.2 }\ndynamics: maynard-smith',
};

/** Payoffs that are defined for shares between 0 and 1. */
const INSIDE = `  A: { yes: 2 + log(1 + B.left) + k*A.yes^1.5, no: 2 + tanh(B.right - A.yes)*0.7 }
  B: { left: "3 + max(A.yes, B.left)/(1 + A.no)", right: "3 + if(A.yes < B.right, cos(2*time), sqrt(A.yes))" }`;
/** Payoffs that are defined everywhere. */
const EVERYWHERE =
  '  A: { yes: 2 + exp(B.left)*k, no: 2 + tanh(B.right - A.yes)*0.7 }\n  B: { left: "max(A.yes, B.left)", right: cos(2*time) }';

export function modelGame(name: string): Game {
  return readGame(modelText(name, name === 'left alone' ? EVERYWHERE : INSIDE));
}

function modelText(name: string, payoffs: string): string {
  return `
game: models
players: { A: { strategies: [yes, no] }, B: { strategies: [left, right] } }
parameters: { k: { value: 0.8 } }
payoffs:
${payoffs}
${MODELS[name]}
initial: { A: 0.4, B: 0.7 }
horizon: 5
`;
}

const share = (coordinate: number) => ({ coordinates: [coordinate], complement: false });

const trackers: Tracker[] = [
  { kind: 'steps' },
  { kind: 'passage', region: { shares: [share(0), { coordinates: [1], complement: true }], delta: 0.3 } },
  { kind: 'gap', a: share(0), b: share(1) },
];

function make(name: string, game: Game, scheme: SchemeName, dt: number, tracked: readonly Tracker[]): Case {
  const points = [
    pointAt(game),
    pointAt(game, { set: { [`initial.${game.players[0].name}.${game.players[0].strategies[0]}`]: 0.45 } }),
  ];
  const prepared = prepare(
    { game, scheme, dt, seed: `case ${name}` },
    readCells(game, { count: points.length, pointOf: (cell) => points[cell], streamOf: (cell) => cell }),
    tracked,
  );
  const { steps } = prepared.grid;
  // records in the middle of a word, and at its end
  const records = [...new Set([1, 7, 24, 33, steps].filter((step) => step <= steps))];
  return { name: `${name}, ${scheme}`, kernel: kernelOf(prepared, records, []), cells: prepared.cells };
}

/** The cases of all schemes: every game for the two that take every game, one or two for the others. */
export function allCases(): Case[] {
  const game = bundledGame('data-sharing');
  const absorbing: Game = { ...game, noise: { ...game.noise, kind: 'demographic' } };
  return [
    ...cases('weak-euler'),
    ...cases('euler'),
    make('data-sharing', game, 'milstein', 0.1, trackers),
    make('data-sharing', game, 'logit-euler', 0.1, trackers),
    make('data-sharing', game, 'weak-2', 0.2, trackers),
    make('data-sharing', game, 'logit-weak-2', 0.2, trackers),
    make('data-sharing', absorbing, 'absorbing-euler', 0.1, trackers),
    ...Object.keys(MODELS).map((name) => make(name, modelGame(name), 'euler', 0.05, trackers)),
    make('common noise', modelGame('common noise'), 'logit-weak-2', 0.1, trackers),
    make('Stratonovich', modelGame('Stratonovich, clipped'), 'milstein', 0.1, trackers),
  ];
}

function cases(scheme: SchemeName): Case[] {
  const kinds = ['replicator', 'demographic', 'multiplicative'];
  return [
    make('data-sharing', bundledGame('data-sharing'), scheme, 0.1, trackers),
    make('data-sharing with large steps', bundledGame('data-sharing'), scheme, 0.5, trackers),
    make('rock-paper-scissors', bundledGame('rock-paper-scissors'), scheme, 0.1, []),
    ...kinds.map((kind) =>
      make(`four players, ${kind}`, readGame(FOUR_PLAYERS.replace('KIND', kind)), scheme, 0.1, []),
    ),
    make(
      'four players without noise',
      readGame(FOUR_PLAYERS.replace(/^noise.*$/m, 'noise: { kind: none }')),
      scheme,
      0.1,
      [],
    ),
  ];
}

/** One path of one cell. */
export function onePath(tested: Case, cell: number, path: number): Chunk {
  const pick = (numbers: Float32Array) => {
    const width = numbers.length / tested.cells.count;
    return numbers.slice(cell * width, (cell + 1) * width);
  };
  return {
    cells: {
      count: 1,
      coefficients: pick(tested.cells.coefficients),
      start: pick(tested.cells.start),
      streams: tested.cells.streams.slice(cell, cell + 1),
    },
    firstPath: path,
    paths: 1,
  };
}
