/**
 * Models with known answers in place of the engine: a function of the point, and noise that all points of one seed share.
 */
import type { Evaluate, Lever } from '../../src/recommend/lever.js';

export function lever(name: string, from: number, group?: string): Lever {
  return { name, range: [0, 1], from, ...(group === undefined ? {} : { group }) };
}

/** @param start where the levers stand that a point does not set */
export function fake(
  start: Readonly<Record<string, number>>,
  f: (point: Record<string, number>) => number,
  noise: (seed: string) => number = () => 0,
): Evaluate {
  return async (points, _, seed = '') =>
    points.map((point) => ({ value: f({ ...start, ...point }) + noise(seed), variance: 1e-8 }));
}
