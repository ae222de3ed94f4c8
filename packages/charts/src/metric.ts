/**
 * The scale of a metric and what is said about its values.
 * Owns the choice of the ends; colours and axes take them from here.
 */
import { brief } from './axis/ticks.js';
import type { Metric, SweepAxis } from './description.js';
import { printable, titled } from './text/printable.js';
import { type ChartWords, filled } from './text/words.js';

/** A value, or null where there is none (a failed cell, a mean over no path). */
export type MaybeValue = number | null;

/** Values closer than this, absolutely or in parts of the largest, are one point: doubles have no round numbers between. */
const smallest = 1e-290;
const resolution = 1e-12;

/** Ends of the scale: as given, 0 to 1 for a probability, else the extent of what is finite, widened if it is one point. */
export function scaleOf(metric: Metric, values: Iterable<MaybeValue>): [number, number] {
  if (metric.range !== undefined) {
    const [low, high] = metric.range;
    if (!(Number.isFinite(low) && Number.isFinite(high) && low < high)) {
      throw new RangeError(
        `metric "${metric.name}": range [${low}, ${high}] must be two finite numbers, the lower first.`,
      );
    }
    return [low, high];
  }
  if (metric.probability) return [0, 1];
  const [low, high] = extent(values) ?? [0, 1];
  const largest = Math.max(Math.abs(low), Math.abs(high));
  if (high - low > smallest && high - low > largest * resolution) return [low, high];
  const around = largest > smallest ? largest / 10 : 1;
  return [low - around, high + around];
}

/** Room at both ends of an axis of curves, as a part of its length: a line on the end is seen whole. */
const room = 0.02;

/** The ends of an axis, a little further apart. */
export function widened([low, high]: readonly [number, number]): [number, number] {
  return [low - room * (high - low), high + room * (high - low)];
}

/** What a metric is called on an axis: its words, or its name. */
export function metricTitle(metric: Metric): string {
  return printable(metric.title ?? '') || printable(metric.name);
}

/** Words and name, "Probability of full sharing, P(share,share,coordinate)", or the name alone. */
export function metricName(metric: Metric): string {
  const [name, title] = [printable(metric.name), metricTitle(metric)];
  return title === name ? name : `${title}, ${name}`;
}

/** "from 0.02 to 0.98", or that there is none. */
export function extentInWords(values: Iterable<MaybeValue>, words: ChartWords): string {
  const found = extent(values);
  if (found === undefined) return words.noValues;
  return filled(words.valuesFrom, { low: brief(found[0]), high: brief(found[1]) });
}

/** "Trust between the departments (tau) from 0 to 1". */
export function rangeInWords(axis: SweepAxis, words: ChartWords): string {
  const [from, to] = [axis.values[0]!, axis.values.at(-1)!].map(brief);
  return filled(words.axisRange, { axis: titled(axis), from: from!, to: to! });
}

function extent(values: Iterable<MaybeValue>): [number, number] | undefined {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!isValue(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low <= high ? [low, high] : undefined;
}

/** Whether there is a number to draw. */
export function isValue(value: MaybeValue | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
