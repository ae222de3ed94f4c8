/**
 * How a result was made: the small print under its pictures, and the last lines of its summary.
 */
import type { RunReport } from '@trilogue/engine';
import { versions } from '../versions.js';
import { brief, count, duration, large } from './figures.js';

type Made = Pick<RunReport, 'paths' | 'horizon' | 'dt' | 'scheme' | 'seed' | 'backend'> & {
  /** Where cells differ in paths, and `paths` is the most. */
  readonly leastPaths?: number;
  readonly tolerance: number | null;
  /** Whether every stated error is within the tolerance. */
  readonly kept: boolean;
};

/** @param each what the number of paths is for, such as `a cell` */
export function caption(made: Made, each = ''): string {
  const { tolerance, kept, horizon, dt, scheme, seed, backend } = made;
  const sample = [pathsWords(made), ...(each === '' ? [] : [each])].join(' ');
  const parts = [
    `${sample} to time ${brief(horizon)}`,
    ...(tolerance === null ? [] : [`tolerance ${brief(tolerance)}${kept ? '' : ' (not kept everywhere)'}`]),
    scheme,
    ...(dt === null ? [] : [`dt ${brief(dt)}`, backend]),
    `seed "${seed}"`,
    `trilogue ${versions().trilogue}`,
  ];
  return parts.join(', ');
}

/** Such as `1,024 to 9,856 paths`. */
export function pathsWords({ leastPaths: least, paths }: { leastPaths?: number; paths: number }): string {
  const from = least === undefined || least === paths ? '' : `${count(least)} to `;
  return `${from}${count(paths)} ${paths === 1 ? 'path' : 'paths'}`;
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
  if (dt === null || steps === null) return `${scheme} in double precision; ${speed}`;
  return `${backend} (${device}), ${scheme}, ${count(steps)} steps of ${brief(dt)}; ${speed}`;
}

/** How often a step was put back, in words. */
export function boundaryWords(hits: number): string {
  return `${count(hits)} ${hits === 1 ? 'step that left' : 'steps that left'} the range 0 to 1 of a share`;
}
