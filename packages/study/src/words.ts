/**
 * What a study found in words: its step, and values of answers in as many figures as are known.
 */
import type { StudyStep } from './step.js';

/** Such as `0.05, found in trial runs: its bias is 0.0012 or less, root mean square over the ranges`. */
export function stepWords({ dt, bias }: StudyStep): string {
  if (dt === null) return `chosen by each path, to an error of at most ${digits(bias!, 2)}`;
  if (bias === null) return `${digits(dt, 6)}, as given; its bias was not looked at`;
  const found =
    bias === 0 ? 'they saw no bias' : `its bias is ${digits(bias, 2)} or less, root mean square over the ranges`;
  return `${digits(dt, 6)}, found in trial runs: ${found}`;
}

/** At most so many significant digits, without zeros at the end. */
function digits(value: number, most: number): string {
  return String(Number(value.toPrecision(most)));
}

/** @param low and `high` the interval @param from where the lever stands, where the text must differ from that */
export function answerText(value: number, { low, high, from }: { low: number; high: number; from?: number }): string {
  const half = (high - low) / 2;
  const known = half > 0 ? Math.min(15, Math.max(0, 1 - Math.floor(Math.log10(half)))) : 15;
  for (let decimals = known; ; decimals++) {
    // nine digits are more than a result has
    const text = String(Number(Number(value.toFixed(decimals)).toPrecision(9)));
    if (decimals >= 15 || from === undefined || Number(text) !== from) return text;
  }
}
