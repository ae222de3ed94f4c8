/** The paths, point by point, and then the equilibria. */
import { csvTable } from '@trilogue/core';
import type { PhaseOutput } from '../../compute/jobs/phase';

/** Points of a path are evenly spaced in time. */
export function phaseCsv({ axes, paths, noisy, equilibria }: PhaseOutput, horizon: number): string {
  const rows = (kind: string, list: readonly (readonly (readonly number[])[])[]) =>
    list.flatMap((points, path) =>
      points.map((point, t) => [kind, path, Number(((horizon * t) / (points.length - 1)).toPrecision(12)), ...point]),
    );
  return csvTable(
    ['kind', 'path', 'time', ...axes],
    [
      ...rows(
        'without noise',
        paths.map(({ points }) => points),
      ),
      ...rows('with noise', noisy),
      ...equilibria.map(({ point, type }) => [type, null, null, ...point]),
    ],
  );
}
