/**
 * Numbers and intervals as the printers show them.
 */
import type { ProfileVerdict, VerdictInterval } from './contract.js';

/** The verdict of eigenvalues alone: beside an eigenvalue of 0, `equilibria` may know more. */
export function verdictText(verdict: ProfileVerdict): string {
  return verdict === 'undecided' ? 'not decided by its eigenvalues' : verdict;
}

/** At most six significant digits. */
export function numberText(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** Such as `from 0.25 to 0.8, now 0.5`; `not known` and `any value` where there are no ends. */
export function intervalText({ low, high, value, known }: VerdictInterval): string {
  const now = `now ${numberText(value)}`;
  if (!known) return `not known, ${now}`;
  if (low === null && high === null) return `any value, ${now}`;
  if (low === null) return `below ${numberText(high!)}, ${now}`;
  if (high === null) return `above ${numberText(low)}, ${now}`;
  return low === high ? `${numberText(low)} only` : `from ${numberText(low)} to ${numberText(high)}, ${now}`;
}
