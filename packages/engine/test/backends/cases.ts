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
