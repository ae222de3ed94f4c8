/** Indices with all digits, in the columns of the `indices.csv` of `trilogue sensitivity --out`. */
import { csvTable } from '@trilogue/core';
import type { Estimate } from '@trilogue/sensitivity';
import type { SobolOutput } from '../../compute/jobs/sobol';
import type { TornadoOutput } from '../../compute/jobs/tornado';
import type { Roughly } from '../../compute/rough';

export function sobolCsv({ indices, groups }: SobolOutput['result']): string {
  const figures = ({ first, total }: Readonly<Record<'first' | 'total', Roughly<Estimate>>>) =>
    [first, total].flatMap(({ value, low, high }) => [value, low, high]);
  return csvTable(
    ['kind', 'name', 'group', 'first', 'firstLow', 'firstHigh', 'total', 'totalLow', 'totalHigh'],
    [
      ...indices.map((one) => ['parameter', one.parameter, one.group, ...figures(one)]),
      ...groups.map((one) => ['group', one.group, one.group, ...figures(one)]),
    ],
  );
}

/** A row for each value at which a factor was looked at. */
export function tornadoCsv({ bars }: TornadoOutput): string {
  return csvTable(
    ['parameter', 'group', 'at', 'value', 'low', 'high'],
    bars.flatMap(({ parameter, group, at, outputs }) =>
      outputs.map(({ value, low, high }, level) => [parameter, group, at[level]!, value, low, high]),
    ),
  );
}
