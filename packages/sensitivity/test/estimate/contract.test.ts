import { describe, expect, it } from 'vitest';
import { createAnswers, type Output } from '../../src/answers.js';
import { gridDesign } from '../../src/design/grid.js';
import { SensitivityError } from '../../src/errors.js';
import { completeAnswers, isConstant } from '../../src/estimate/contract.js';
import { factors } from '../run.js';

/** Answers to a grid of three rows; undefined leaves one out. */
function answersOf(outputs: readonly (Output | undefined)[]) {
  const answers = createAnswers(gridDesign(factors(1), { levels: 3 }));
  for (const [row, output] of outputs.entries()) if (output !== undefined) answers.tell(row, output);
  return answers;
}

describe('completeAnswers', () => {
  const complete = (...outputs: (Output | undefined)[]) => completeAnswers('The test', answersOf(outputs), ['grid']);

  it('are values, with the noise of each where all have one', () => {
    expect(complete(1, 2, 4)).toEqual({ values: Float64Array.of(1, 2, 4), noise: null });
    const noisy = [3, 5, 7].map((value) => ({ value, variance: value / 10 }));
    expect(complete(...noisy)).toEqual({ values: Float64Array.of(3, 5, 7), noise: Float64Array.of(0.3, 0.5, 0.7) });
  });

  it.each([
    [[undefined, 2, 3], '1 of 3 rows have no answer; the first is row 0.'],
    [[1, undefined, undefined], '2 of 3 rows have no answer; the first is row 1.'],
    [[{ value: 1, variance: 1 }, 2, 3], 'Row 0 came with the variance of its noise and row 1 without;'],
    [[1, 2, { value: 3, variance: 1 }], 'Row 2 came with the variance of its noise and row 0 without;'],
  ] as const)('are refused, case %#', (outputs, message) => {
    expect(() => complete(...outputs)).toThrow(message);
    expect(() => complete(...outputs)).toThrow(expect.objectContaining({ code: 'answer' }));
  });

  it('are refused for another design', () => {
    const found = () => completeAnswers('The test', answersOf([1, 2, 3]), ['morris', 'saltelli']);
    expect(found).toThrow(SensitivityError);
    expect(found).toThrow(expect.objectContaining({ code: 'answer' }));
    expect(found).toThrow('The test: this needs a design of kind morris or saltelli, found grid.');
  });
});

describe('isConstant', () => {
  it('allows rounding, relative to the larger number', () => {
    expect(isConstant(Float64Array.of(0, 0, 0))).toBe(true);
    expect(isConstant(Float64Array.of(1e6, 1e6 + 1e-7))).toBe(true);
    expect(isConstant(Float64Array.of(1e6, 1e6 + 1e-5))).toBe(false);
    expect(isConstant(Float64Array.of(1e-6, 2e-6))).toBe(false);
    expect(isConstant(Float64Array.of(1, 1 + 5e-13))).toBe(true);
  });
});
