/** Outcomes and mean shares of all columns with all digits. */
import { csvTable } from '@trilogue/core';
import type { ChartInput } from '../../draw/protocol';
import type { Named } from './input';

export function scenariosCsv(all: readonly Named[]): string {
  return csvTable(
    ['scenario', 'figure', 'value', 'low', 'high'],
    all.flatMap(({ words, result: { outcomes, undecided, final } }) => [
      ...outcomes.map(({ profile, probability, low, high }) => [
        ...[words, `P(${profile.join(',')})`],
        ...[probability, low, high],
      ]),
      [words, 'undecided', undecided, null, null],
      ...Object.entries(final).map(([share, { mean, low, high }]) => [words, `mean(${share})`, mean, low, high]),
    ]),
  );
}

/** Mean shares over time, a column for each share and scenario. */
export function curvesCsv({ x, levels, panels }: ChartInput<'comparison'>): string {
  const columns = panels.flatMap(({ title, curves }) =>
    curves.map(({ values }, k) => ({ name: `${title}, ${levels[k]}`, values })),
  );
  return csvTable(
    [x.name, ...columns.map(({ name }) => name)],
    x.values.map((time, t) => [Number(time.toPrecision(12)), ...columns.map(({ values }) => values[t] ?? null)]),
  );
}
