/**
 * Figures as CSV, with all their digits; before the last pass, whose error is known, with two and without intervals. Heatmaps have the
 * columns of the command line's `cells.csv`.
 */
import { csvTable } from '@trilogue/core';
import type { EnsembleOutput } from '../compute/jobs/ensemble';
import type { HeatmapOutput } from '../compute/jobs/heatmap';

/** Shares over time: mean and quantiles, a row for each point in time. */
export function bandsCsv({ bands }: EnsembleOutput): string {
  const columns = Object.entries(bands.shares).flatMap(([share, band]) =>
    Object.entries(band as unknown as Record<string, readonly number[]>).map(
      ([figure, values]) => [`${share} ${figure}`, values] as const,
    ),
  );
  return csvTable(
    ['time', ...columns.map(([name]) => name)],
    bands.times.map((time, t) => [Number(time.toPrecision(12)), ...columns.map(([, values]) => values[t]!)]),
  );
}

/** Shares at the horizon: mean with its interval, spread, quantiles. */
export function finalCsv({ final }: EnsembleOutput): string {
  const figures = ['mean', 'low', 'high', 'sd', 'q10', 'q50', 'q90'] as const;
  return csvTable(
    ['share', ...figures],
    Object.entries(final).map(([share, own]) => [share, ...figures.map((figure) => own[figure])]),
  );
}

/** First passages: the part of the paths that enter, and when. */
export function passagesCsv(passages: EnsembleOutput['passages']): string {
  const figures = ['probability', 'low', 'high', 'mean', 'meanLow', 'meanHigh', 'q10', 'q50', 'q90'] as const;
  return csvTable(
    ['profile', ...figures],
    passages.map((own) => [own.profile.join(' '), ...figures.map((figure) => own[figure])]),
  );
}

/** Outcomes with their intervals. */
export function outcomesCsv({ outcomes, undecided }: EnsembleOutput): string {
  return csvTable(
    ['outcome', 'probability', 'low', 'high', 'bias', 'paths'],
    [
      ...outcomes.map(({ profile, probability, low, high, bias, count }) => {
        return [profile.join(' '), probability, low, high, bias, count];
      }),
      ['undecided', undecided, null, null, null, null],
    ],
  );
}

const figures = ['value', 'low', 'high', 'bias', 'paths'];

/** Cells, the first axis fastest. */
export function cellsCsv({ x, y, values, low, high, bias, cellPaths }: HeatmapOutput): string {
  const name = (axis: string) => (figures.includes(axis) ? `axis.${axis}` : axis);
  const rows = (y?.values ?? [0]).flatMap((up, j) =>
    x.values.map((across, i) => [
      across,
      ...(y === null ? [] : [up]),
      ...[values, low, high, bias, cellPaths].map((table) => table[j]![i]!),
    ]),
  );
  return csvTable([name(x.name), ...(y === null ? [] : [name(y.name)]), ...figures], rows);
}
