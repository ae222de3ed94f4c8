/** One path of an ensemble again, alone, step by step: the same numbers that the ensemble had. */
import { pointAt } from '@trilogue/core';
import { EngineError } from '../errors.js';
import { shareOf, shareValue } from '../measures/observe/share.js';
import { accurateScheme, choosesSteps, requireSteps } from '../schemes/choose.js';
import { readCells } from './cell-numbers.js';
import { kernelOf, prepare, type RunOptions } from './prepare.js';
import { type NamedPoint, namedPoint, type RunReport, runReport } from './run-report.js';
import { followEnsemble } from './simulate/follow-ensemble.js';
import { readResult } from './simulate/read-result.js';
import { type Band, namedShares, namedStates } from './simulate/result.js';
import { accuracyFor } from './simulate/within-tolerance.js';
import { toleranceOf } from './tolerance/option.js';
import { type BackendChoice, withBackend } from './use-backend.js';

export interface ReplayOptions extends RunOptions, BackendChoice {
  /** Number of the path, from 0. */
  readonly path: number;
  /** Cell of a sweep with independent random numbers; default 0, as in simulate and in sweeps that share them. */
  readonly cell?: number;
  /** As in simulate, where no `dt` is given: the step that it chose is found again. Default 0.01. */
  readonly tolerance?: number;
}

/** At how many times a path that chooses its steps is told. */
const PICTURE_TIMES = 500;

export interface ReplayResult extends RunReport, NamedPoint {
  readonly path: number;
  readonly cell: number;
  /** The start and every step; 500 of equal length where a path chooses its own. */
  readonly times: readonly number[];
  /** By share name, such as `A.share`, and state of the environment, such as `env.r`: one number for each time. */
  readonly shares: Readonly<Record<string, readonly number[]>>;
}

/**
 * Runs one path again. Give the settings of the ensemble; where it was a sweep's, its dt and scheme too (a sweep chooses
 * one step for all its cells), and of antithetic pairs it is the first path.
 */
export async function replay(options: ReplayOptions): Promise<ReplayResult> {
  const { game, path, cell = 0 } = options;
  if (!(Number.isSafeInteger(path) && path >= 0)) {
    throw new EngineError('option', `path must be a whole number from 0; found ${path}.`);
  }
  if (!(Number.isInteger(cell) && cell >= 0 && cell < 2 ** 32)) {
    throw new EngineError('option', `cell must be a whole number from 0 to ${2 ** 32 - 1}; found ${cell}.`);
  }
  const point = pointAt(game, { scenario: options.scenario, set: options.set });
  const tolerance = toleranceOf(options);
  const cells = readCells(game, { count: 1, pointOf: () => point, streamOf: () => cell });
  if (tolerance === null) requireSteps(cells.shape, options.scheme);
  return withBackend(options, async (opened) => {
    const started = performance.now();
    const scheme = tolerance === null ? options.scheme : accurateScheme(cells.shape, options.scheme);
    const named = [...namedShares(game), ...namedStates(game)];
    if (choosesSteps(scheme)) {
      const prepared = prepare({ ...options, scheme }, cells, []);
      const { plan, tally, pathSteps } = await followEnsemble(
        { ...options, scheme },
        prepared,
        cells,
        [],
        PICTURE_TIMES,
        0,
      );
      const { bands } = readResult(plan, tally, 1, prepared, [], point, undefined);
      const lines: Readonly<Record<string, Band>> = { ...bands.shares, ...bands.environment };
      return {
        ...runReport(game, prepared, opened, 1, 0, pathSteps, (performance.now() - started) / 1000),
        ...{ ...namedPoint(game, point), path, cell, times: bands.times },
        shares: Object.fromEntries(named.map(({ name }) => [name, lines[name].mean])),
      };
    }
    const trials = { backend: opened.backend, options: {} };
    const accuracy = tolerance === null ? undefined : await accuracyFor(options, cells, tolerance, trials);
    const prepared = prepare({ ...options, ...accuracy }, cells, []);
    const { grid, shape, program } = prepared;
    const records = Array.from({ length: grid.steps }, (_, i) => i + 1);
    const runner = await opened.backend.open(kernelOf(prepared, records, []));
    try {
      const traced = await runner.trace({ cells: prepared.cells, firstPath: path, paths: 1 });
      const seconds = (performance.now() - started) / 1000;
      const width = program.registers.length;
      const values = Float64Array.from([...prepared.cells.start, ...traced]);
      const shares = named.map(({ name, player, strategy, range: [low, high] }) => {
        const share = shareOf(shape, player, strategy);
        const at = (t: number) => shareValue(share, (coordinate) => values[t * width + coordinate]);
        return [name, Array.from({ length: grid.steps + 1 }, (_, t) => low + (high - low) * at(t))] as const;
      });
      const hits = prepared.hits === null ? 0 : values[values.length - width + prepared.hits];
      return {
        ...runReport(game, prepared, opened, 1, hits, grid.steps, seconds),
        ...namedPoint(game, point),
        path,
        cell,
        times: [0, ...records.map((step) => step * grid.dt)],
        shares: Object.fromEntries(shares),
      };
    } finally {
      await runner.close();
    }
  });
}
