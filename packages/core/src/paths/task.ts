/** What paths without noise are followed for. */
import { refuse } from '../fault/game-error.js';
import type { PathStart } from './system.js';

export interface PathTask {
  readonly count: number;
  start(path: number): PathStart;
  readonly horizon: number;
  /** Error allowed in a step: of a share's logarithm of its ratio, which is about its relative error; of the share itself with other dynamics. */
  readonly tolerance: number;
  /** The longest step; default the horizon. */
  readonly longest?: number;
  /** A path has taken a step. */
  onStep?(path: number, step: PathStep): void;
  /** A path is at the horizon. */
  onEnd(path: number, state: ArrayLike<number>, start: PathStart): void;
}

export interface PathStep {
  readonly time: number;
  readonly length: number;
  /** Shares of every strategy and states of the environment at a part of the step, from 0 to 1. */
  read(part: number, into: Float64Array): void;
}

/** A path on its way. */
export interface Following {
  readonly number: number;
  readonly start: PathStart;
  readonly time: number;
  readonly h: number;
  readonly state: ArrayLike<number>;
}

/** The most steps of a path. */
export const MOST_STEPS = 5_000_000;
/** Logarithms of ratios above its inverse are held to relative errors, so much smaller ones. */
export const FAR = 1e-3;

export function tooLong(time: number): Error {
  return refuse({
    code: 'limit',
    found: `a path without noise that cannot be followed beyond time ${Number(time.toPrecision(6))}: its steps are too many or too short`,
    expected: 'a shorter horizon, or payoffs in another unit',
  });
}
