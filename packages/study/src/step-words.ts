/**
 * How the step of a study was found, in words.
 */
import type { StudyStep } from './step.js';

/**
 * Such as `0.05, found in trial runs: half of it changes the metric by 0.0012, root mean square`.
 *
 * @param beside the step that it was compared with
 */
export function stepWords({ dt, bias }: StudyStep, beside: 'half of it' | 'twice it'): string {
  if (bias === null) return `${digits(dt, 6)}, as given; its bias was not looked at`;
  const change =
    bias === 0 ? 'nothing that trial runs could see' : `the metric by ${digits(bias, 2)}, root mean square`;
  return `${digits(dt, 6)}, found in trial runs: ${beside} changes ${change}`;
}

/** At most so many significant digits, without zeros at the end. */
function digits(value: number, most: number): string {
  return String(Number(value.toPrecision(most)));
}
