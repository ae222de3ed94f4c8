/**
 * How an ensemble ended: the probability of each pure profile as a bar with its 95% interval.
 * Owns the chart's layout; the order is the caller's.
 */

import { lineColours, missingFill } from '../colour/ink.js';
import type { ChartDescription, Heading, Size } from '../description.js';
import { bar } from '../layout/bar.js';
import { layer, overlay } from '../layout/layer.js';
import { rowsLayout } from '../layout/rows.js';
import { printable } from '../text/printable.js';
import { wordsOf } from '../text/words.js';
import { checkEstimate, estimates, figures, type Outcome } from './estimate.js';

export interface OutcomeBarsInput extends Heading {
  /** Drawn from top to bottom as given. */
  outcomes: readonly Outcome[];
  /** Part of the paths that end near no pure profile. Default: no bar for it. */
  undecided?: number;
}

const thickness = 16;

/**
 * The bars of an ensemble's outcomes.
 *
 * @param size Default: 760 wide, and as high as its bars need.
 * @throws RangeError if there is no outcome, or a number is not a probability.
 */
export function outcomeBars(input: OutcomeBarsInput, size: Partial<Size> = {}): ChartDescription {
  if (input.outcomes.length === 0) throw new RangeError('outcomeBars needs at least one outcome.');
  const chartWords = wordsOf(input);
  const shown = estimates(input.outcomes, input.undecided, chartWords);
  shown.forEach(checkEstimate);
  const known = input.outcomes.every(({ low }) => low !== null);
  const subtitle = input.subtitle ?? `Probability of each outcome${known ? ' with its 95% confidence interval' : ''}`;
  const { picture, around, option, barAt, words } = rowsLayout({
    heading: { ...input, subtitle },
    entries: [],
    rows: shown.map((estimate) => ({ name: estimate.name, figures: [figures(estimate)] })),
    ...{ barStep: 22, rowGap: 8, size },
    x: { name: { name: chartWords.probability }, ends: [0, 1] },
  });
  const bars = layer((toPixel) =>
    shown.flatMap(({ probability, interval }, k) => {
      const paint = { fill: k === input.outcomes.length ? missingFill : lineColours[5] };
      return bar(toPixel, { from: 0, to: probability, at: barAt(k, 0), thickness, paint, interval });
    }),
  );
  return {
    ...picture,
    title: printable(input.title),
    summary: `${shown.map((estimate) => `${estimate.name}: ${figures(estimate)}`).join('; ')}.`,
    option: { ...around.option, ...option, series: [bars, overlay(words), around.series] },
  };
}
