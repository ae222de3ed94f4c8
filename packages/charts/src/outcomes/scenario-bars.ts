/**
 * How the same outcomes come out under several scenarios: for each pure profile one bar per scenario, with its 95%
 * interval.
 * Owns the chart's layout; the orders are the caller's.
 */

import { lineColours } from '../colour/ink.js';
import type { ChartDescription, Heading, Size } from '../description.js';
import { bar } from '../layout/bar.js';
import { layer, overlay } from '../layout/layer.js';
import { rowsLayout } from '../layout/rows.js';
import { areaEntry } from '../layout/swatches.js';
import { printable } from '../text/printable.js';
import { wordsOf } from '../text/words.js';
import { checkEstimate, estimates, figures, type Outcome } from './estimate.js';

/** The outcomes of one ensemble. */
export interface ScenarioOutcomes {
  /** As in the game file, such as `independent`. */
  name: string;
  /** In words. Default: the name alone. */
  title?: string;
  outcomes: readonly Outcome[];
  /** Part of the paths that end near no pure profile. Default: no bar for it. */
  undecided?: number;
}

export interface ScenarioBarsInput extends Heading {
  /** All with the same profiles in the same order; bars from top to bottom as given. At most seven. */
  scenarios: readonly ScenarioOutcomes[];
}

const thickness = 13;
const opacity = 0.75;

/**
 * The outcomes of several scenarios side by side.
 *
 * @param size Default: 760 wide, and as high as its bars need.
 * @throws RangeError if there is no scenario or more than seven, their profiles differ, only some give the undecided part,
 *   or a number is not a probability.
 */
export function scenarioBars(input: ScenarioBarsInput, size: Partial<Size> = {}): ChartDescription {
  const chartWords = wordsOf(input);
  const scenarios = input.scenarios.map(({ name, title, outcomes, undecided }, k) => ({
    name: printable(title ?? name),
    colour: lineColours[k % lineColours.length]!,
    bars: estimates(outcomes, undecided, chartWords),
  }));
  check(input, scenarios);
  const known = input.scenarios.every(({ outcomes }) => outcomes.every(({ low }) => low !== null));
  const subtitle =
    input.subtitle ?? `Probability of each outcome by scenario${known ? ', with 95% confidence intervals' : ''}`;
  const profiles = scenarios[0]!.bars.map(({ name }) => name);
  const { picture, around, option, barAt, words } = rowsLayout({
    heading: { ...input, subtitle },
    entries: scenarios.map(({ name, colour }) => areaEntry(name, colour, opacity)),
    rows: profiles.map((name, k) => ({ name, figures: scenarios.map(({ bars }) => figures(bars[k]!)) })),
    ...{ barStep: 16, rowGap: 12, size },
    x: { name: { name: chartWords.probability }, ends: [0, 1] },
  });
  const bars = layer((toPixel) =>
    scenarios.flatMap((scenario, k) =>
      scenario.bars.flatMap(({ probability, interval }, row) => {
        const paint = { fill: scenario.colour, opacity };
        return bar(toPixel, { from: 0, to: probability, at: barAt(row, k), thickness, paint, interval });
      }),
    ),
  );
  const summaries = scenarios.map(
    (scenario) => `${scenario.name}: ${scenario.bars.map((one) => `${one.name} ${figures(one)}`).join('; ')}.`,
  );
  return {
    ...picture,
    title: printable(input.title),
    summary: summaries.join(' '),
    option: { ...around.option, ...option, series: [bars, overlay(words), around.series] },
  };
}

function check({ scenarios }: ScenarioBarsInput, drawn: readonly { bars: ReturnType<typeof estimates> }[]): void {
  const [first] = scenarios;
  if (first === undefined) throw new RangeError('scenarioBars needs at least one scenario.');
  if (first.outcomes.length === 0) throw new RangeError(`scenario "${first.name}" has no outcomes.`);
  if (scenarios.length > lineColours.length) {
    throw new RangeError(
      `scenarioBars can tell ${lineColours.length} scenarios apart, but there are ${scenarios.length}: draw several pictures.`,
    );
  }
  const profiles = drawn[0]!.bars.map(({ name }) => name);
  scenarios.forEach(({ name }, k) => {
    const bars = drawn[k]!.bars;
    const at = Array.from({ length: Math.max(bars.length, profiles.length) }, (_, row) => row).find(
      (row) => bars[row]?.name !== profiles[row],
    );
    if (at !== undefined) {
      throw new RangeError(
        `scenario "${name}" has outcome ${at} "${bars[at]?.name ?? 'none'}", but scenario "${first.name}" has "${profiles[at] ?? 'none'}".`,
      );
    }
    bars.forEach(checkEstimate);
  });
}
