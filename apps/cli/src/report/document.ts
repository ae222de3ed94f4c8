/**
 * The figures of a report as the JSON document that `report --json` prints. Lines that only pictures need are left out.
 */
import type { ReportFigures } from '@trilogue/report';

export function reportDocument(out: string, figures: ReportFigures) {
  const { phase: _, evolution, description, ensemble, ...rest } = figures;
  const { seed, horizon, dt, paths, scheme, backend, device, delta, tolerance } = ensemble;
  return {
    out,
    game: description.game,
    title: description.title,
    ...{ seed, horizon, dt, paths, scheme, backend, device, delta, tolerance },
    ...{ description, ensemble, evolution },
    ...rest,
  };
}
