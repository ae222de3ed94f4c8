/**
 * From the outputs of a design's runs to what its estimator finds.
 */
import { createAnswers, type Design, type Warning } from '@trilogue/sensitivity';
import { type Findings, type MethodName, methods } from './methods.js';
import type { Told } from './model.js';

const sharedPaths: Warning = {
  code: 'shared-paths',
  names: [],
  message:
    'All runs share their random numbers: the intervals leave out what these few paths do to all of them at once. ' +
    'With random numbers of its own for each run they hold it.',
};

export interface FindingsOptions {
  readonly method: MethodName;
  readonly seed: string;
  /** Whether each run had random numbers of its own. */
  readonly independent: boolean;
}

/** @throws SensitivityError for outputs without a value. */
export function findingsOf(
  design: Design,
  outputs: readonly Told[],
  { method, seed, independent }: FindingsOptions,
): Findings {
  // Levels of one factor have the noise of their paths; with shared numbers the others are told as the smooth function
  // that these make of them, whose distance from that of all paths is in no interval.
  const noisy = independent || method === 'oat';
  const answers = createAnswers(design);
  for (const [row, told] of outputs.entries()) answers.tell(row, noisy ? told : told.value);
  const findings = methods[method].estimate(answers, seed);
  return noisy ? findings : { ...findings, warnings: [...findings.warnings, sharedPaths] };
}
