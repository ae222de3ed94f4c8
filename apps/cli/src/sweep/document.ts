/**
 * A sweep as the JSON document that `sweep --json` prints.
 */
import type { SweepOutcome } from './run-sweep.js';

export function sweepDocument(out: string, { recipe, ran, times, grid, accuracy, reused }: SweepOutcome) {
  const { seed, horizon, delta, independent, backend, metric, tolerance } = recipe;
  const { paths, dt, steps, scheme, device } = ran;
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
    /** 95% bound of what the step adds to each cell; null where it is not known. */
    bias: grid.bias,
    cellPaths: grid.cellPaths,
    /** Null where step or paths were given. */
    tolerance,
    accuracy,
    ...{ seed, paths, horizon, dt, steps, scheme, delta, independent, backend, device },
    passedOver: ran.passedOver,
    parameters: ran.parameters,
    initial: ran.initial,
    boundaryHits: ran.boundaryHits,
    resumedCells: times.resumedCells,
    reused,
    performance: times.performance,
  };
}
