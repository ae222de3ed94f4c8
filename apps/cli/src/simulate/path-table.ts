/**
 * One path as CSV: time and the shares, a line for the start and for every step.
 */
import type { ReplayResult } from '@trilogue/engine';

/** Shares with all their digits; times without the rounding of `step * dt`. */
export function pathTable({ times, shares }: ReplayResult): string {
  const names = Object.keys(shares);
  const rows = times.map((time, t) =>
    [Number(time.toPrecision(12)), ...names.map((name) => shares[name]![t])].join(','),
  );
  return [['time', ...names].join(','), ...rows].join('\n');
}
