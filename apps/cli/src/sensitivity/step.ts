/**
 * How the step of a study was found, in words.
 */
import type { StudyStep } from '@trilogue/study';
import { brief, rough } from '../output/figures.js';

/** @param beside the step that it was compared with */
export function stepWords({ dt, bias }: StudyStep, beside: 'half of it' | 'twice it'): string {
  if (bias === null) return `${brief(dt)}, as given; its bias was not looked at`;
  const change = bias === 0 ? 'nothing that trial runs could see' : `the metric by ${rough(bias)}, root mean square`;
  return `${brief(dt)}, found in trial runs: ${beside} changes ${change}`;
}
