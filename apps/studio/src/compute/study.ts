/**
 * The model of sensitivity analyses and recommendations as `@trilogue/study` takes it, with the settings that the command
 * line has by default, so that both give the same figures.
 */
import { fieldShape } from '@trilogue/core';
import { runDefaults, stepByBounds, steppedScheme } from '@trilogue/engine';
import type { Design } from '@trilogue/sensitivity';
import type { Model } from '@trilogue/study';
import type { JobContext } from './job';
import { pathsWithin } from './rough';
import type { RunSpec } from './spec';

export function studyModel(spec: RunSpec, metric: string, { backend, signal, chunk }: JobContext['run']): Model {
  const scheme = steppedScheme(fieldShape(spec.game));
  return { delta: runDefaults.delta, scheme, ...spec, metric, backend, signal, chunk };
}

/** Path-steps of a coarse pass over a design, in those of the first picture's: there are many runs. */
const coarseWork = 20;

/** Step and paths of a coarse pass over a design; null where it would take too long. */
export function coarsePass(
  { game, scenario, set, horizon }: RunSpec,
  design: Design,
  coarse: number,
  limits: { readonly fewest: number; readonly most: number },
): { readonly paths: number; readonly dt: number } | null {
  const points = Array.from({ length: design.runs }, (_, row) =>
    Object.fromEntries(design.point(row).map((value, i) => [design.recipe.factors[i]!.name, value])),
  );
  const { dt, steps } = stepByBounds({ game, scenario, set, horizon, points });
  const paths = pathsWithin({ work: coarseWork * coarse, steps, runs: design.runs, ...limits });
  return paths === null ? null : { paths, dt };
}
