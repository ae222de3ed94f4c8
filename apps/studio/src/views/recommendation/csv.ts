/** Levers with their effect and the smallest change that reaches the target, with all digits. */
import { csvTable } from '@trilogue/core';
import type { Effects, Recommendation } from '@trilogue/study';
import type { Roughly } from '../../compute/rough';
import type { RangedFactor } from '../../state/factors';

export function leversCsv({ levers }: Recommendation): string {
  return csvTable(
    ['parameter', 'group', 'from', 'outcome', 'value', 'low', 'high', 'change', 'check', 'checkLow', 'checkHigh'],
    levers.map(({ parameter, group, from, outcome, value, low, high, change, check }) => [
      ...[parameter, group, from, outcome, value, low, high, change],
      ...(check === null ? [null, null, null] : [check.value, check.low, check.high]),
    ]),
  );
}

/** @param levers in the order of the effects */
export function effectsCsv(levers: readonly RangedFactor[], effects: Roughly<Effects>): string {
  return csvTable(
    ['kind', 'name', 'group', 'effect', 'low', 'high'],
    [
      ...levers.map(({ name, group = null }, i) => {
        const { value, low, high } = effects.levers[i]!;
        return ['parameter', name, group, value, low, high];
      }),
      ...effects.groups.map(({ group, value, low, high }) => ['group', group, group, value, low, high]),
    ],
  );
}
