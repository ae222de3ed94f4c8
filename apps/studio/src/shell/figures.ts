/**
 * Numbers as the page writes them.
 */
import type { Stage } from '../compute/job';

/** A value to four digits, such as 0.4583. */
export function brief(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** A probability or a share, such as 0.512; to two digits before the last pass, since its error is not known. */
export function part(value: number, stage: Stage | null): string {
  return value.toFixed(stage === 'final' ? 3 : 2);
}

/** An interval of a probability or a share, such as 0.501–0.523; nothing where the error is not known. */
export function interval(low: number | null, high: number | null, between = '–'): string {
  return low === null || high === null ? '' : `${low.toFixed(3)}${between}${high.toFixed(3)}`;
}

/** A large number, such as 351 M. */
export function large(value: number): string {
  const [unit, sign] = value >= 1e9 ? [1e9, 'G'] : value >= 1e6 ? [1e6, 'M'] : value >= 1e3 ? [1e3, 'k'] : [1, ''];
  const digits = (value / unit).toPrecision(3);
  return `${Number(digits)}${sign === '' ? '' : ` ${sign}`}`;
}
