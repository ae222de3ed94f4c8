/**
 * From the outputs of a design's runs to what its estimator finds.
 */
import { createAnswers, type Design } from '@trilogue/sensitivity';
import { type Findings, type MethodName, methods } from './methods.js';
import type { Told } from './model.js';

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
  // Levels of one factor have the noise of their paths; the others are told as the smooth function that common random
  // numbers make of them.
  const noisy = independent || method === 'oat';
  const answers = createAnswers(design);
  for (const [row, told] of outputs.entries()) answers.tell(row, noisy ? told : told.value);
  return methods[method].estimate(answers, seed);
}
