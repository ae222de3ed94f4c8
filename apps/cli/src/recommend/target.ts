/**
 * What `--target` may be.
 */
import type { Game } from '@trilogue/core';
import { mostOf, type Target } from '@trilogue/study';
import { UsageError } from '../errors/usage-error.js';

/** @throws UsageError for a target that the metric never has. */
export function checkTarget(game: Game, metric: string, horizon: number, { value }: Target): void {
  const most = mostOf(game, metric, horizon);
  if (value >= 0 && value <= most) return;
  throw new UsageError(`--target ${value} is outside the range of ${metric}, which is 0 to ${most}.`);
}
