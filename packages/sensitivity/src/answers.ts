/**
 * Answers: what a model gave at the rows of a design, told in any order, by row.
 * Owns the tie between an output and its row, and what may not be told. Runs nothing.
 */

import { checkCount, checkList, checkObject, shown } from './check.js';
import type { Design } from './design/contract.js';
import type { Recipe } from './design/recipe.js';
import { SensitivityError } from './errors.js';

/**
 * One output: a number; or a Monte Carlo estimate with the variance of its own noise (the square of its standard
 * error); or the outputs of two or more independent replicates, which become their mean and the variance of that mean,
 * s^2 / r.
 *
 * Variances must be those of noise that is independent from row to row. With common random numbers tell plain numbers.
 */
export type Output =
  | number
  | { readonly value: number; readonly variance: number }
  | { readonly replicates: readonly number[] };

/** Answers as plain data, for a file; null where a row has no answer yet. */
export interface SavedAnswers {
  readonly design: string;
  readonly values: readonly (number | null)[];
  /** Null where outputs came without their noise. */
  readonly variances: readonly (number | null)[] | null;
}

/** The answers to a design. */
export interface Answers<R extends Recipe = Recipe> {
  readonly design: Design<R>;
  /** One value a row, NaN where there is none yet. */
  readonly values: Float64Array;
  /** Variance of each value's noise; NaN where unknown. */
  readonly variances: Float64Array;
  /**
   * Takes the output of a row.
   * @throws SensitivityError (`answer`) for an output that is not finite, with the row's parameters, and a second, different one.
   */
  tell(row: number, output: Output): void;
  /** The rows that have no answer yet, rising. */
  missing(): number[];
  /** The answers so far, for `createAnswers` to go on from. */
  save(): SavedAnswers;
}

/**
 * The answers to a design, none yet or those that were saved.
 *
 * @param saved from the same design, or from one with fewer samples where the design grows.
 * @throws SensitivityError (`answer`) where they belong to another design or are of another number.
 */
export function createAnswers<R extends Recipe>(design: Design<R>, saved?: SavedAnswers): Answers<R> {
  checkObject('A design', design, 'answer');
  checkCount('The number of rows of a design', design.runs, 1);
  const values = new Float64Array(design.runs).fill(Number.NaN);
  const variances = new Float64Array(design.runs).fill(Number.NaN);

  function tell(row: number, output: Output): void {
    if (!Number.isInteger(row) || values[row] === undefined) {
      design.point(row); // says which rows there are
    }
    const { value, variance } = read(output, row);
    if (!Number.isFinite(value) || !(Number.isNaN(variance) || (Number.isFinite(variance) && variance >= 0))) {
      const point = design.point(row);
      const at = design.recipe.factors.map(({ name }, i) => `${name} = ${point[i]}`).join(', ');
      const found = Number.isFinite(value) ? `a variance of ${variance}` : `${value}`;
      throw new SensitivityError(
        'answer',
        `Row ${row} (${at}) gave ${found}. Repair the model there, or narrow the ranges.`,
      );
    }
    if (!Number.isNaN(values[row]!) && !(values[row] === value && Object.is(variances[row], variance))) {
      throw new SensitivityError('answer', `Row ${row} was told twice: ${values[row]} first, then ${value}.`);
    }
    values[row] = value;
    variances[row] = variance;
  }

  const answers: Answers<R> = {
    design,
    values,
    variances,
    tell,
    missing: () => [...values.keys()].filter((row) => Number.isNaN(values[row]!)),
    save: () => ({
      design: design.id,
      values: Array.from(values, orNull),
      variances: variances.every(Number.isNaN) ? null : Array.from(variances, orNull),
    }),
  };
  if (saved !== undefined) {
    restore(answers, saved);
  }
  return answers;
}

/**
 * Answers from whole columns, made elsewhere. The points prove that the outputs are in the design's order.
 *
 * @param points the points as they were run, one for each row.
 * @param outputs as many.
 * @throws SensitivityError (`answer`) where a number differs or a point is not that of its row, and as `tell` does.
 */
export function answersAt<R extends Recipe>(
  design: Design<R>,
  points: readonly (readonly number[])[],
  outputs: readonly Output[],
): Answers<R> {
  checkObject('A design', design, 'answer');
  checkList('The points', points, 'answer');
  checkList('The outputs', outputs, 'answer');
  if (points.length !== design.runs || outputs.length !== design.runs) {
    throw new SensitivityError(
      'answer',
      `The design has ${design.runs} rows, found ${points.length} points and ${outputs.length} outputs.`,
    );
  }
  const answers = createAnswers(design);
  for (const [row, point] of points.entries()) {
    checkList(`Point ${row}`, point, 'answer');
    const own = design.point(row);
    if (point.length !== own.length || own.some((value, i) => value !== point[i])) {
      throw new SensitivityError(
        'answer',
        `Point ${row} is (${point.join(', ')}), but row ${row} of the design is (${own.join(', ')}). ` +
          'Give points and outputs in the order of the design.',
      );
    }
    answers.tell(row, outputs[row]!);
  }
  return answers;
}

function restore(answers: Answers, saved: SavedAnswers): void {
  checkObject('Saved answers', saved, 'answer');
  checkList('The values of saved answers', saved.values, 'answer');
  const { design } = answers;
  if (saved.design !== design.id) {
    throw new SensitivityError(
      'answer',
      `These answers belong to design ${saved.design}, this design is ${design.id}. ` +
        'Take the factors, options and seed that they were made with.',
    );
  }
  const count = saved.values.length;
  if (count > design.runs || (count < design.runs && !design.grows)) {
    throw new SensitivityError('answer', `The design has ${design.runs} rows, found ${count} answers.`);
  }
  for (const [row, value] of saved.values.entries()) {
    const variance = saved.variances?.[row] ?? null;
    if (value !== null) {
      answers.tell(row, variance === null ? value : { value, variance });
    }
  }
}

function read(output: Output, row: number): { value: number; variance: number } {
  if (typeof output === 'number') {
    return { value: output, variance: Number.NaN };
  }
  checkObject(`The output of row ${row}, where it is no number,`, output, 'answer');
  const numbers = 'replicates' in output ? output.replicates : [output.value, output.variance];
  checkList(`The replicates of row ${row}`, numbers, 'answer');
  const odd = numbers.findIndex((each) => typeof each !== 'number');
  if (odd >= 0) {
    const what = 'replicates' in output ? `Replicate ${odd}` : odd === 0 ? 'The value' : 'The variance';
    throw new SensitivityError('answer', `${what} of row ${row} must be a number, found ${shown(numbers[odd])}.`);
  }
  if (!('replicates' in output)) {
    return {
      value: output.value,
      variance: Number.isNaN(output.variance) ? Number.POSITIVE_INFINITY : output.variance,
    };
  }
  const { replicates } = output;
  const count = replicates.length;
  if (count < 2) {
    throw new SensitivityError(
      'answer',
      `Noise is seen from two replicates on, found ${count}. Give the number alone.`,
    );
  }
  const value = replicates.reduce((sum, y) => sum + y, 0) / count;
  const square = replicates.reduce((sum, y) => sum + (y - value) ** 2, 0);
  return { value, variance: square / (count - 1) / count };
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
