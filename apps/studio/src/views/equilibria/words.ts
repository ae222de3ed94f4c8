/**
 * Equilibria in figures: points, eigenvalues, intervals.
 */
import type { Equilibrium, VerdictInterval } from '@trilogue/analysis';
import { brief } from '../../shell/figures';

/** Such as `A 0.4152, B 0.5249`; fractions where the point is known exactly and they are no longer than that. */
export function pointWords({ point, exact }: Pick<Equilibrium, 'point' | 'exact'>): string {
  return Object.entries(point)
    .map(([player, own], i) => {
      const fraction = exact?.[i]?.[0];
      if (typeof own !== 'number')
        return `${player} (${own.map((share, s) => exact?.[i]?.[s] ?? brief(share)).join(', ')})`;
      return `${player} ${fraction !== undefined && fraction.length <= 6 ? fraction : brief(own)}`;
    })
    .join(', ');
}

export function eigenvalueWords([re, im]: readonly [number, number]): string {
  if (im === 0) return signed(re);
  return `${re === 0 ? '' : `${signed(re)} `}${im < 0 ? '−' : re === 0 ? '' : '+'}${re === 0 ? '' : ' '}${brief(Math.abs(im))}i`;
}

/** With a true minus sign. */
export function signed(value: number): string {
  return brief(value).replace('-', '−');
}

/** Whether a parameter has an end beyond which the verdict changes, within its range where it has one. */
export function isBounded({ low, high, known, withinRange }: VerdictInterval): boolean {
  if (!known) return true;
  if (withinRange === null) return low !== null || high !== null;
  return (low !== null && low >= withinRange[0]) || (high !== null && high <= withinRange[1]);
}
