/** Two readings of a first passage, one corpus: the kernel's text, run as JavaScript, sums and sorts what `countPassage` counts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLOCK } from '../../../../src/backends/gpu/reduce/part.js';
import { passageParts } from '../../../../src/backends/gpu/reduce/passage.js';
import { countPassage, type PassageMeasure, passageSize } from '../../../../src/measures/reduce/passage.js';
import { columnsOf } from '../../../columns.js';

/** The tally of the kernel's text, path by path. */
function printed(measure: PassageMeasure, entries: readonly number[]): number[] {
  const { sums, bins } = passageParts(measure, () => 'x');
  const tally = new Array<number>(passageSize(measure)).fill(0);
  for (const { lines, sums: own } of sums) {
    const values = new Function('x', `${lines.join('\n')}\nreturn [${own.map(({ value }) => value).join(', ')}];`);
    for (const entry of entries) {
      for (const [i, value] of (values(entry) as number[]).entries()) {
        // so that a block of paths adds up exactly in single precision
        expect(Number.isInteger(value) && value >= 0 && value <= BLOCK).toBe(true);
        tally[own[i].at] += value * own[i].weight;
      }
    }
  }
  for (const { edges, at } of bins) {
    const from = edges();
    for (const entry of entries) {
      const bin = from.findLastIndex((edge) => entry >= edge);
      if (bin >= 0) tally[at + bin] += 1;
    }
  }
  return tally;
}

describe('passageParts', () => {
  it.each([
    [10, 4],
    [300, 7],
    [10_000_000, 2048],
    [10_000_000, 0],
  ])('count as countPassage does: %i steps, %i bins', (steps, bins) => {
    const measure: PassageMeasure = { kind: 'passage', register: 0, steps, bins };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: steps }), { minLength: 1, maxLength: 20 }), (entries) => {
        const tally = new Float64Array(passageSize(measure));
        countPassage(measure, columnsOf([[entries]]), 0, tally, 0);
        expect(printed(measure, entries)).toEqual([...tally]);
      }),
    );
  });
});
