/** A metric at any list of points: what designs of sensitivity analyses ask for. */
import { pointAt } from '@trilogue/core';
import type { EnsembleOptions } from '../ensemble.js';
import { parseMetric } from '../metric/parse-metric.js';
import type { RunOptions } from '../prepare.js';
import { type RunReport, runReport } from '../run-report.js';
import { type BackendChoice, checkPaths, withBackend } from '../use-backend.js';
import { fixedSweep } from './fixed.js';

export interface PointsOptions extends RunOptions, BackendChoice, Omit<EnsembleOptions, 'onCell'> {
  /** What each point sets by settable name, on top of `set`. */
  readonly points: readonly Readonly<Record<string, number>>[];
  /** As on the command line, such as `P(share,share,coordinate)`. */
  readonly metric: string;
  /** Paths of each point; default 10,000. */
  readonly paths?: number;
  /** Random numbers of its own for each point; default false: all share them. */
  readonly independent?: boolean;
  /** Number of the first point, in the addresses of independent random numbers; default 0. */
  readonly firstPoint?: number;
}

export interface PointsResult extends RunReport {
  readonly metric: string;
  /** By point; null where the ensemble does not say. */
  readonly values: readonly (number | null)[];
  /** 95% interval of the paths' noise. */
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/**
 * Computes a metric at points. One step serves all of them: give `dt` where points come in several calls. Cost: points
 * times paths times steps.
 * Throws EngineError or the game's GameError for wrong options; rejects with the signal's reason when aborted.
 */
export async function metricAt(options: PointsOptions): Promise<PointsResult> {
  const { game, scenario, set, points, paths = 10_000, independent = false, firstPoint = 0 } = options;
  checkPaths(paths);
  const metric = parseMetric(game, options.metric);
  return withBackend(options, async (opened) => {
    const started = performance.now();
    const outcome = await fixedSweep(
      {
        options,
        metric,
        cells: {
          count: points.length,
          pointOf: (cell) => pointAt(game, { scenario, set: { ...set, ...points[cell] } }),
          streamOf: (cell) => (independent ? firstPoint + cell : 0),
        },
        opened,
        finished: new Map(),
        onCell: () => {},
        ensemble: { signal: options.signal, chunk: options.chunk, onProgress: options.onProgress },
      },
      paths,
    );
    const seconds = (performance.now() - started) / 1000;
    return {
      ...runReport(game, outcome.prepared, opened, paths, outcome.boundaryHits, outcome.pathSteps, seconds),
      metric: options.metric,
      values: outcome.estimates.map(({ value }) => value),
      low: outcome.estimates.map(({ low }) => low),
      high: outcome.estimates.map(({ high }) => high),
    };
  });
}
