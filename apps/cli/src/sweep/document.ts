/**
 * A sweep as the JSON document that `sweep --json` prints.
 */
import type { SweepOutcome } from './run-sweep.js';

export function sweepDocument(out: string, { recipe, ran, times, grid, reused }: SweepOutcome) {
  const { seed, paths, horizon, scheme, delta, independent, backend, metric } = recipe;
  return {
    out,
    game: recipe.game.name,
    x: grid.x.values,
    /** Null where there is one axis. */
    y: grid.y?.values ?? null,
    xName: grid.x.name,
    yName: grid.y?.name ?? null,
    metric,
    values: grid.values,
    low: grid.low,
    high: grid.high,
    ...{ seed, paths, horizon, dt: ran.dt, steps: ran.steps, scheme, delta, independent, backend, device: ran.device },
    passedOver: ran.passedOver,
    parameters: ran.parameters,
    initial: ran.initial,
    boundaryHits: ran.boundaryHits,
    resumedCells: times.resumedCells,
    reused,
    performance: times.performance,
  };
}
