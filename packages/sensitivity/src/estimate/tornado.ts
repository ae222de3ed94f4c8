/**
 * Tornado summary: how far each factor alone moves the output from its base.
 * Model runs: those of its one-at-a-time design, 1 + levels x factors. It sees no interactions.
 *
 * There is nothing to resample: intervals come from the outputs' own noise, by the normal approximation, and where
 * outputs came without noise they are the values themselves.
 */
import type { Answers } from '../answers.js';
import type { OneAtATimeRecipe } from '../design/recipe.js';
import { completeAnswers, type Estimate, isConstant, type Warning } from './contract.js';

/** The two-sided 95% point of the standard normal. */
const Z95 = 1.959963984540054;

/** What one factor does alone. */
export interface TornadoBar {
  readonly parameter: string;
  readonly group: string | null;
  /** The factor's levels, rising, and the outputs there. */
  readonly at: readonly number[];
  readonly outputs: readonly Estimate[];
  /** Output at the high end of the range less that at the low end. */
  readonly change: Estimate;
  /** Largest output less smallest, over the levels; `change` without its sign where the output rises or falls throughout. */
  readonly swing: number;
  /** The level of the largest output, where it lies inside the range and beats both ends by more than noise; else null. */
  readonly peak: number | null;
  /** Likewise of the smallest output. */
  readonly trough: number | null;
}

/** What {@link tornado} finds. */
export interface TornadoResult {
  readonly method: 'oat';
  readonly design: string;
  readonly runs: number;
  readonly base: Estimate;
  /** The largest swing first. */
  readonly bars: readonly TornadoBar[];
  readonly warnings: readonly Warning[];
}

/** @throws SensitivityError for answers to another kind of design and incomplete answers. */
export function tornado(answers: Answers): TornadoResult {
  const { values, noise } = completeAnswers('The tornado summary', answers, ['one-at-a-time']);
  const { design } = answers;
  const { factors, levels } = design.recipe as OneAtATimeRecipe;
  const output = (row: number): Estimate => around(values[row]!, noise?.[row] ?? 0);
  /** Difference of two rows' outputs. */
  const less = (row: number, other: number): Estimate =>
    around(values[row]! - values[other]!, noise ? noise[row]! + noise[other]! : 0);

  const bars = factors.map(({ name, group = null }, i): TornadoBar => {
    const rows = Array.from({ length: levels }, (_, level) => 1 + i * levels + level);
    const [first, last] = [rows[0]!, rows.at(-1)!];
    const top = rows.reduce((best, row) => (values[row]! > values[best]! ? row : best));
    const bottom = rows.reduce((best, row) => (values[row]! < values[best]! ? row : best));
    const at = rows.map((row) => design.point(row)[i]!);
    // An end is never above or below itself, so both lie inside.
    const isPeak = less(top, first).low > 0 && less(top, last).low > 0;
    const isTrough = less(bottom, first).high < 0 && less(bottom, last).high < 0;
    return {
      parameter: name,
      group,
      at,
      outputs: rows.map(output),
      change: less(last, first),
      swing: values[top]! - values[bottom]!,
      peak: isPeak ? at[top - first]! : null,
      trough: isTrough ? at[bottom - first]! : null,
    };
  });
  const constant = isConstant(values);
  const message = 'The output is the same at every point; nothing has an effect.';
  return {
    method: 'oat',
    design: design.id,
    runs: design.runs,
    base: output(0),
    bars: bars.sort((a, b) => b.swing - a.swing),
    warnings: constant ? [{ code: 'constant-output', names: [], message }] : [],
  };
}

function around(value: number, variance: number): Estimate {
  const half = Z95 * Math.sqrt(variance);
  return { value, low: value - half, high: value + half };
}
