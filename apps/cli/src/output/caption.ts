/**
 * How a result was made: the small print under its pictures, and the last lines of its summary.
 */
import type { RunReport } from '@trilogue/engine';
import { versions } from '../versions.js';
import { brief, count, duration, large } from './figures.js';

type Made = Pick<RunReport, 'paths' | 'horizon' | 'dt' | 'scheme' | 'seed' | 'backend'>;

/** @param each what the number of paths is for, such as `a cell` */
export function caption({ paths, horizon, dt, scheme, seed, backend }: Made, each = ''): string {
  const sample = `${count(paths)} paths${each === '' ? '' : ` ${each}`} to time ${brief(horizon)}`;
  return `${sample}, ${scheme}, dt ${brief(dt)}, ${backend}, seed "${seed}", trilogue ${versions().trilogue}`;
}

/** What differs from the game file: the scenario and the values that were set. */
export function departures({
  scenario,
  set,
}: {
  scenario?: string | null;
  set: Readonly<Record<string, number>>;
}): string[] {
  const values = Object.entries(set).map(([name, value]) => `${name} = ${brief(value)}`);
  return scenario ? [`scenario ${scenario}`, ...values] : values;
}

type Ran = Pick<RunReport, 'scheme' | 'dt' | 'steps' | 'backend' | 'device' | 'performance'>;

/** What really ran and how fast. */
export function ranWords({ scheme, dt, steps, backend, device, performance }: Ran): string {
  const { steps: done, seconds, stepsPerSecond } = performance;
  const speed = `${large(done)} steps in ${duration(seconds)} (${large(stepsPerSecond)} a second)`;
  return `${backend} (${device}), ${scheme}, ${count(steps)} steps of ${brief(dt)}; ${speed}`;
}
