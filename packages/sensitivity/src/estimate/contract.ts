/**
 * What estimators share: an estimate with its interval, warnings, and the check that answers are complete. An estimator
 * refuses a design of another method, and answers of which some are missing or came with noise and some without.
 */
import type { Answers } from '../answers.js';
import { checkObject } from '../check.js';
import type { Recipe } from '../design/recipe.js';
import { SensitivityError } from '../errors.js';

/** A number and its confidence interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * What a careful statistician would say of a result.
 *
 * `constant-output`: nothing varies. `few-samples`: fewer samples than the number of units asks for.
 * `unbalanced-samples`: Sobol points whose number is no power of two. `index-below-zero`: an interval that lies wholly
 * below zero, which no index does. `interval-below-zero`: one that reaches below zero by more than 0.1, so large is the
 * error. `first-above-total`: a first-order index above the total one by more than three standard errors.
 * `wide-interval`: too wide to rank by. `noise-dominates`: the variance by the parameters cannot be told from zero.
 * `noise-in-effects`: mean absolute effects that cannot be told from zero. `shared-paths`: of whoever told outputs that share
 * their noise as plain numbers.
 */
export type WarningCode =
  | 'constant-output'
  | 'few-samples'
  | 'first-above-total'
  | 'index-below-zero'
  | 'interval-below-zero'
  | 'noise-dominates'
  | 'noise-in-effects'
  | 'shared-paths'
  | 'unbalanced-samples'
  | 'wide-interval';

export interface Warning {
  readonly code: WarningCode;
  /** Names of the parameters or groups concerned; empty where it is the whole result. */
  readonly names: readonly string[];
  readonly message: string;
}

/** Options of every bootstrap. */
export interface BootstrapOptions {
  /** Resamples, default 1000, from 20 up. */
  readonly resamples?: number;
  /** Probability that an interval should hold the truth, default 0.95. */
  readonly confidence?: number;
  /** Any text, default `trilogue`; a stream of its own, so it may be the design's. */
  readonly seed?: string;
}

/** Values and noise of complete answers; `noise` is null where outputs came without. */
export interface CompleteAnswers {
  readonly values: Float64Array;
  readonly noise: Float64Array | null;
}

/**
 * Complete answers to a design of one of the methods named.
 *
 * @throws SensitivityError (`answer`) otherwise.
 */
export function completeAnswers(
  estimator: string,
  answers: Answers,
  methods: readonly Recipe['method'][],
): CompleteAnswers {
  checkObject(`${estimator}: the answers`, answers, 'answer');
  const { design, values, variances } = answers;
  if (!(values instanceof Float64Array && variances instanceof Float64Array)) {
    throw new SensitivityError('answer', `${estimator}: this needs answers of createAnswers or answersAt.`);
  }
  const { method } = design.recipe;
  if (!methods.includes(method)) {
    throw new SensitivityError(
      'answer',
      `${estimator}: this needs a design of kind ${methods.join(' or ')}, found ${method}.`,
    );
  }
  const missing = values.findIndex(Number.isNaN);
  if (missing >= 0) {
    const count = values.filter(Number.isNaN).length;
    throw new SensitivityError(
      'answer',
      `${count} of ${design.runs} rows have no answer; the first is row ${missing}.`,
    );
  }
  checkSize(values);
  const silent = variances.findIndex(Number.isNaN);
  if (silent < 0) {
    return { values, noise: variances };
  }
  const spoken = variances.findIndex((variance) => !Number.isNaN(variance));
  if (spoken >= 0) {
    throw new SensitivityError(
      'answer',
      `Row ${spoken} came with the variance of its noise and row ${silent} without; give it for all rows or for none.`,
    );
  }
  return { values, noise: null };
}

/** Sums of squares, of values and of their differences, stay within double precision between these. */
const largest = 1e150;
const smallest = 1e-150;

/** Refuses values whose squares no number holds: indices would come out as NaN. */
function checkSize(values: Float64Array): void {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const spread = high - low;
  if (Math.max(Math.abs(low), Math.abs(high)) <= largest && (spread === 0 || spread >= smallest)) {
    return;
  }
  throw new SensitivityError(
    'answer',
    `Outputs run from ${low} to ${high}; their squares do not fit into double precision. Tell them in another unit.`,
  );
}

/** True where values differ by no more than rounding, relative to their size. */
export function isConstant(values: Float64Array): boolean {
  const low = values.reduce((a, b) => Math.min(a, b));
  const high = values.reduce((a, b) => Math.max(a, b));
  return high - low <= 1e-12 * Math.max(Math.abs(low), Math.abs(high));
}
