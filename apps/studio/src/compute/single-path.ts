/**
 * How single paths are run: a picture of a path wants many steps, and no longer ones than bounds of payoffs and noise allow.
 */
import { type SchemeName, stepByBounds } from '@trilogue/engine';
import type { RunSpec } from './spec';

export interface PathStep {
  readonly scheme: SchemeName;
  readonly dt: number;
}

/** Steps of a picture, at least. */
export const pictureSteps = 400;
const mostSteps = 20_000;

/** Null where a path has too many steps for a picture. */
export function singlePathStep(spec: Omit<RunSpec, 'seed'>): PathStep | null {
  const { scheme, dt, steps } = stepByBounds(spec);
  return steps > mostSteps ? null : { scheme, dt: Math.min(dt, spec.horizon / pictureSteps) };
}

/** Shares at a time, on a straight line between two steps, which are evenly spaced from 0. */
export function shareAt(times: readonly number[], shares: readonly number[], time: number): number {
  const place = Math.min(Math.max((time / times.at(-1)!) * (times.length - 1), 0), times.length - 1);
  const before = Math.min(Math.floor(place), times.length - 2);
  return shares[before]! + (place - before) * (shares[before + 1]! - shares[before]!);
}
