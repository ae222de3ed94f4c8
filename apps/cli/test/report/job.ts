/**
 * Jobs of reports that run quickly: few paths, long steps.
 */
import { type Game, pointAt } from '@trilogue/core';
import type { Backend } from '@trilogue/engine';
import type { ReportJob } from '../../src/report/gather/job.js';

export function quickJob(game: Game, backend: Backend, more: Partial<ReportJob> = {}): ReportJob {
  const { scenario = null, set = {} } = more;
  return {
    ...{ game, backend, scenario, set, point: pointAt(game, { scenario: scenario ?? undefined, set }) },
    ...{ accuracy: { tolerance: null, paths: 256, dt: 0.25 }, seed: 'test', horizon: game.horizon, delta: 0.05 },
    ...{ scheme: null, metric: null, target: { value: 0.9, goal: 'at-least' }, x: null, y: null },
    ...{ signal: new AbortController().signal, onStage() {} },
    ...more,
  };
}
