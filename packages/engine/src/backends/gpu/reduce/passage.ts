/** First passages: what `reduce/passage.ts` counts, in a kernel. Entry steps are whole numbers below 2^24. */
import type { PassageMeasure } from '../../../measures/reduce/passage.js';
import { firstFloat } from './edges.js';
import { PART, type Parts, type Read } from './part.js';
import { inTwoParts } from './units.js';

export function passageParts(measure: PassageMeasure, read: Read): Parts {
  const { register, steps, bins } = measure;
  const entry = [
    `const entered = ${read(register)} < 0.0 ? 0.0 : 1.0;`,
    `const entry = Math.max(${read(register)}, 0.0);`,
  ];
  const parts = inTwoParts('entry', 1);
  return {
    sums: [
      { lines: [...entry, ...parts.lines], sums: [{ value: 'entered', at: 0, weight: 1 }, ...parts.sums] },
      squares(`Math.max(${read(register)}, 0.0)`),
    ],
    bins: bins > 0 ? [{ value: read(register), edges: () => edgesOf(steps, bins), at: 4 }] : [],
  };
}

/**
 * The square in digits of base 4096, no number on the way above 2^24: with entry = h 4096 + l it is
 * h h 4096^2 + 2 h l 4096 + l l, and 2 h l = mixedHigh 4096 + 2 mixedLow.
 */
function squares(entry: string): { lines: string[]; sums: Parts['sums'][number]['sums'] } {
  const top = inTwoParts('digit2', 3);
  return {
    lines: [
      `const entry = ${entry};`,
      `const high = Math.floor(entry * ${1 / PART});`,
      `const low = entry - high * ${PART}.0;`,
      `const carry1 = Math.floor(low * low * ${1 / PART});`,
      `const digit0 = low * low - carry1 * ${PART}.0;`,
      `const mixedHigh = Math.floor(high * low * ${2 / PART});`,
      `const mixedLow = high * low - mixedHigh * ${PART / 2}.0;`,
      `const carry2 = Math.floor((mixedLow + mixedLow + carry1) * ${1 / PART});`,
      `const digit1 = mixedLow + mixedLow + carry1 - carry2 * ${PART}.0;`,
      'const digit2 = high * high + mixedHigh + carry2;',
      ...top.lines,
    ],
    sums: [{ value: 'digit0', at: 2, weight: 1 }, { value: 'digit1', at: 2, weight: PART }, ...top.sums],
  };
}

function edgesOf(steps: number, bins: number): number[] {
  const binOf = (step: number) => Math.min(bins - 1, Math.floor((step / steps) * bins));
  return Array.from({ length: bins }, (_, bin) => (bin === 0 ? 0 : firstFloat((x) => binOf(x) >= bin, 0, steps)));
}
