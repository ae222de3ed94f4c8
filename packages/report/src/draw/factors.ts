/**
 * Pictures of what factors do: a tornado, a curve for each, shares over time at three levels, and two factors at once.
 */
import { comparison, curve, heatmap, type Metric, type SweepAxis, tornado } from '@trilogue/charts';
import type { Trend } from '../gather/claims.js';
import type { FactorFigures, FactorLevel } from '../gather/factors.js';
import type { PairFigures } from '../gather/pair.js';
import type { Told } from '../gather/told.js';
import type { Picture } from '../html/figure.js';
import { brief } from '../text/figures.js';
import { panelSize, phoneMap, phonePanels } from './dynamics.js';
import { picture, smallPicture } from './render.js';

/** Groups that charts can colour. */
const mostColours = 7;

/** Null where no factor has a value at both ends, or the metric has none where things stand. */
export async function drawTornado(
  factors: readonly FactorFigures[],
  metric: Metric,
  base: number | null,
): Promise<Picture | null> {
  const coloured = new Set(factors.map(({ group }) => group)).size <= mostColours;
  const shown = factors.flatMap(({ name, title, group, at, metric: told }) => {
    const [low, high] = [endOf(at[0], told[0]), endOf(at.at(-1), told.at(-1))];
    if (low === null || high === null) return [];
    const words = { ...(title === null ? {} : { title }), ...(group === null || !coloured ? {} : { group }) };
    return [{ name, ...words, low, high }];
  });
  if (shown.length === 0 || base === null) return null;
  const input = { title: 'From the low to the high end of every range', bare: true, metric, base, factors: shown };
  return picture((size) => tornado(input, size));
}

function endOf(value: number | undefined, told: Told | undefined) {
  if (value === undefined || told === undefined || told.value === null) return null;
  const { value: output, low, high } = told;
  return { value, output, ...(low === null || high === null ? {} : { interval: [low, high] as const }) };
}

const card = { width: 310, height: 215 };

/** The metric along one range, as a small picture. */
export function drawAlong(
  {
    name,
    title,
    at,
    metric: told,
  }: { name: string; title: string | null; at: readonly number[]; metric: readonly Told[] },
  metric: Metric,
): Promise<Picture> {
  const x: SweepAxis = { name, values: at };
  const list = (of: keyof Told) => told.map((each) => each[of]);
  const lines = { values: list('value'), low: list('low'), high: list('high') };
  return smallPicture(curve({ title: title ?? name, bare: true, key: false, x, metric, ...lines }, card));
}

/** A trend under the name of its parameter. */
export function drawTrend({ parameter, ...trend }: Trend, metric: Metric): Promise<Picture> {
  return drawAlong({ name: parameter, ...trend }, metric);
}

const z95 = 1.959963984540054;

/** Mean shares over time at the low, the middle and the high value of one parameter. */
export function drawLevels({ name, title, levels }: FactorFigures): Promise<Picture> {
  const shares = Object.keys(levels[0]!.means);
  const input = {
    title: title === null ? name : `${title} (${name})`,
    bare: true,
    x: { name: 'Time', values: levels[0]!.times },
    metric: { name: 'Mean share', range: [0, 1] as const },
    levels: levels.map(({ value }) => `${name} = ${brief(value)}`),
    panels: shares.map((share) => ({
      title: share,
      curves: levels.map((level) => meanCurve(level, share)),
    })),
    bandWords: '95% confidence interval, at most',
  };
  return picture((size) => comparison(input, size), panelSize(shares.length), phonePanels(shares.length));
}

/** A share between 0 and 1 with mean m has a variance of at most m (1 - m). */
function meanCurve({ means, paths }: FactorLevel, share: string) {
  const values = means[share]!;
  const half = (m: number) => (paths === 1 ? 0 : z95 * Math.sqrt(Math.max(0, m * (1 - m)) / paths));
  return {
    values,
    low: values.map((mean) => Math.max(0, mean - half(mean))),
    high: values.map((mean) => Math.min(1, mean + half(mean))),
  };
}

/** The metric over two factors; a curve where there is one axis. */
export function drawPair({ result }: PairFigures, metric: Metric): Promise<Picture> {
  const { x, y, values, low, high } = result;
  if (y === null) {
    const line = { title: 'Along one factor', bare: true, x, metric, values: values[0]!, low: low[0]!, high: high[0]! };
    return picture((size) => curve(line, size), { height: 420 }, { height: 300 });
  }
  const hatch = result.tolerance === null ? 'neighbours' : 'none';
  const input = { title: 'Two factors at once', bare: true, x, y, metric, values, low, high, hatch } as const;
  return picture((size) => heatmap(input, size), {}, phoneMap);
}
