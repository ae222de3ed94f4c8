/**
 * How the step of a study was found, in words.
 */
import type { StudyStep } from './step.js';

/** Such as `0.05, found in trial runs: its bias is 0.0012 or less, root mean square over the ranges`. */
export function stepWords({ dt, bias }: StudyStep): string {
  if (bias === null) return `${digits(dt, 6)}, as given; its bias was not looked at`;
  const found =
    bias === 0 ? 'they saw no bias' : `its bias is ${digits(bias, 2)} or less, root mean square over the ranges`;
  return `${digits(dt, 6)}, found in trial runs: ${found}`;
}

/** At most so many significant digits, without zeros at the end. */
function digits(value: number, most: number): string {
  return String(Number(value.toPrecision(most)));
}
