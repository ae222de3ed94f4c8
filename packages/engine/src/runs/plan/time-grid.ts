/** The steps of a run: how many, how long, and where the state is recorded. */
import { EngineError } from '../../errors.js';

export interface TimeGrid {
  readonly horizon: number;
  readonly steps: number;
  /** Length of a step: the horizon over the number of steps. */
  readonly dt: number;
}

/** More steps than this no run needs; single precision counts them exactly. */
export const MAX_STEPS = 10_000_000;

/** Of the grid on which times are told where each path chooses its steps: a multiple of usual numbers of records. */
export const TICKS = 7_200_000;

/**
 * The largest steps no longer than `dt` that divide the horizon evenly.
 * Throws EngineError where horizon or dt is not a positive number, or where there would be more than 10 million steps.
 */
export function timeGrid(horizon: number, dt: number): TimeGrid {
  positive('horizon', horizon);
  positive('dt', dt);
  const steps = Math.max(1, Math.ceil(horizon / dt - 1e-9));
  if (steps > MAX_STEPS) {
    throw new EngineError(
      'option',
      `horizon ${horizon} with dt ${dt} makes ${steps} steps; at most ${MAX_STEPS} are taken. Use a larger dt.`,
    );
  }
  return { horizon, steps, dt: horizon / steps };
}

/**
 * The default step: the largest of 1, 2 or 5 times a power of ten such that the payoff advantage changes a share's
 * logit by at most 0.9 in a step, the noise by a standard deviation of at most 0.75, and there are 50 steps or more.
 *
 * @param rate largest payoff advantage anywhere in the cells
 * @param sigma largest noise intensity in the cells
 */
export function defaultDt(horizon: number, rate: number, sigma: number): number {
  const limits = [horizon / 50, 0.1];
  if (rate > 0) limits.push(0.9 / rate);
  if (sigma > 0) limits.push((0.75 / sigma) ** 2);
  return roundDown(Math.min(...limits));
}

/**
 * The step that a search for a tolerance begins with: the longest that could do. For schemes of weak order 1 the default;
 * for those of order 2 a bound of the payoff advantages may change a logit by 5, the noise by a standard deviation of 1, and 40 steps do.
 */
export function longestDt(horizon: number, rate: number, sigma: number, weakOrder: number): number {
  if (weakOrder < 2) return defaultDt(horizon, rate, sigma);
  const limits = [horizon / 40];
  if (rate > 0) limits.push(5 / rate);
  if (sigma > 0) limits.push((1 / sigma) ** 2);
  return roundDown(Math.min(...limits));
}

/** The largest of 1, 2, 5 times a power of ten that is not above a value. */
export function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-12);
  const digit = value / power >= 5 - 1e-9 ? 5 : value / power >= 2 - 1e-9 ? 2 : 1;
  // powers of ten below 1 are exact as quotients, not as products
  return power >= 1 ? digit * power : digit / Math.round(1 / power);
}

/** Steps at which an evolution over time is recorded: at most `points` of them, evenly spaced, the horizon last. */
export function recordSteps(steps: number, points: number): number[] {
  const every = Math.ceil(steps / points);
  const records: number[] = [];
  for (let step = every; step < steps; step += every) records.push(step);
  return [...records, steps];
}

function positive(name: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) {
    throw new EngineError('option', `${name} must be a positive number; found ${value}.`);
  }
}
