/**
 * Warnings about Sobol indices.
 * Owns the rules, which are ours: rules of thumb, each stated in its message.
 */
import type { Estimate, Warning } from './contract.js';
import type { SobolResult } from './sobol.js';

/** An interval of a total index wider than this ranks badly. */
const WIDE = 0.2;
/** One that reaches farther below zero than this is as wide, whatever the index. */
const BELOW = WIDE / 2;

interface Facts {
  readonly constant: boolean;
  readonly dominated: boolean;
  readonly blockCount: number;
  readonly points: 'sobol' | 'random';
  /** Units whose first order surely lies above their total. */
  readonly crossed: readonly string[];
}

export function sobolWarnings(
  { samples, indices, groups, pairs }: Omit<SobolResult, 'warnings'>,
  { constant, dominated, blockCount, points, crossed: above }: Facts,
): Warning[] {
  if (constant) {
    const message = 'The output is the same at every point, so nothing has an effect; indices are set to 0.';
    return [{ code: 'constant-output', names: [], message }];
  }
  const warnings: Warning[] = [];
  const needed = Math.max(64, 8 * blockCount);
  if (samples < needed) {
    const message = `${samples} samples are few for ${blockCount} parameters and groups; take at least ${needed}.`;
    warnings.push({ code: 'few-samples', names: [], message });
  }
  if (points === 'sobol' && !Number.isInteger(Math.log2(samples))) {
    const next = 2 ** Math.ceil(Math.log2(samples));
    const message = `Sobol points are balanced for a power of two of samples, found ${samples}; take ${next}.`;
    warnings.push({ code: 'unbalanced-samples', names: [], message });
  }
  if (dominated) {
    const message =
      'The variance by the parameters cannot be told from zero beside the noise; indices are parts of all variance. ' +
      'Take more paths for each point.';
    warnings.push({ code: 'noise-dominates', names: [], message });
  }

  const all = [
    ...indices.map(({ parameter, first, total }) => ({ name: parameter, first, total })),
    ...groups.map(({ group, first, total }) => ({ name: group, first, total })),
  ];
  const named = (chosen: readonly { name: string }[]): string[] => [...new Set(chosen.map(({ name }) => name))];
  const below = [
    ...named(all.filter(({ first, total }) => first.high < 0 || total.high < 0)),
    ...pairs.filter(({ index }) => index.high < 0).map(({ names }) => names.join(' x ')),
  ];
  if (below.length > 0) {
    const message = `An interval lies wholly below zero, which no index does, for ${below.join(', ')}; take more samples.`;
    warnings.push({ code: 'index-below-zero', names: below, message });
  }
  const reaching = [
    ...named(all.filter(({ first, total }) => reaches(first) || reaches(total))),
    ...pairs.filter(({ index }) => reaches(index)).map(({ names }) => names.join(' x ')),
  ];
  if (reaching.length > 0 && !dominated) {
    const message =
      `An interval reaches below zero by more than ${BELOW}, where no index lies, for ${reaching.join(', ')}: ` +
      'so large is the error of these samples. Four times the samples halve it.';
    warnings.push({ code: 'interval-below-zero', names: reaching, message });
  }
  const crossed = [...new Set(above)];
  if (crossed.length > 0) {
    const message = `The first-order index lies above the total one, by more than three standard errors of both, for ${crossed.join(', ')}; take more samples.`;
    warnings.push({ code: 'first-above-total', names: crossed, message });
  }
  const wide = named(all.filter(({ total }) => total.high - total.low > WIDE));
  if (wide.length > 0) {
    const message =
      `The interval of the total index is wider than ${WIDE} for ${wide.join(', ')}; ` +
      'four times the samples halve it.';
    warnings.push({ code: 'wide-interval', names: wide, message });
  }
  return warnings;
}

/** True of an interval that holds zero, or nearly, and values far below it. */
function reaches({ low, high }: Estimate): boolean {
  return high >= 0 && low < -BELOW;
}
