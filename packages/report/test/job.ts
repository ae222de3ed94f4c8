/**
 * Jobs of reports that run quickly: few paths, long steps.
 */
import type { Game } from '@trilogue/core';
import type { Backend } from '@trilogue/engine';
import { jobOf, type ReportJob, type ReportOptions } from '../src/gather/job.js';
import type { Stages } from '../src/stage.js';

export function quickOptions(game: Game, backend: Backend, more: Partial<ReportOptions> = {}): ReportOptions {
  return { game, backend, paths: 256, dt: 0.25, seed: 'test', ...more };
}

export function quickJob(game: Game, backend: Backend, more: Partial<ReportOptions> = {}): ReportJob {
  return jobOf(quickOptions(game, backend, more));
}

/** What comes out when every stage has been gone through. */
export async function finished<T>(stages: Stages<T>): Promise<T> {
  for (;;) {
    const next = await stages.next();
    if (next.done) return next.value;
  }
}
