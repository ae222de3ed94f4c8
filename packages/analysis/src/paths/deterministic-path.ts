/**
 * A path of the dynamics without noise: Dormand and Prince's Runge-Kutta method of orders 5 and 4 with error control.
 * All shares are carried, the last ones too, so that a strategy that nobody plays stays at exactly 0.
 * Sources: Dormand & Prince (1980), A family of embedded Runge-Kutta formulae; the step control and the continuous
 * extension of Hairer, Norsett & Wanner (1993), Solving Ordinary Differential Equations I, sections II.4 to II.6.
 */
import { type Field, ratesAt, requireFacts, velocitiesAt } from '@trilogue/core';

export interface PathOptions {
  /** Error allowed per step and share. Default 1e-9; at least 1e-13. */
  readonly tolerance?: number;
  /** Where the states of the environment start. Default: as at the field's point. */
  readonly environment?: readonly number[];
}

export interface DeterministicPath {
  readonly times: readonly number[];
  /** State by [time][coordinate], coordinates as in `coordinateNames`. */
  readonly states: readonly (readonly number[])[];
  /** States of the environment, by [time][state]; absent where there are none. */
  readonly environment?: readonly (readonly number[])[];
  /** Steps that were taken, and those that were tried and thrown away. */
  readonly steps: number;
  readonly rejected: number;
}

/** Rows of the tableau; the last one gives the solution. */
const stages: readonly (readonly number[])[] = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
/** Where in the step each row's state stands. */
const nodes: readonly number[] = [1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1];
/** The solution of order 5 less that of order 4. */
const difference: readonly number[] = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40];
/** The part of order 4 of the continuous extension. */
const between: readonly number[] = [
  -12715105075 / 11282082432,
  0,
  87487479700 / 32700410799,
  -10690763975 / 1880347072,
  701980252875 / 199316789632,
  -1453857185 / 822651844,
  69997945 / 29380423,
];

/**
 * The path from a start, read at the times given.
 * @param field The field at a parameter point, `fieldAt`; its noise plays no part.
 * @param start Share by [player][strategy]; each player's add up to 1.
 * @param times Ascending, from 0 on.
 * @throws GameError for dynamics that leave [0, 1] or jump. @throws RangeError where the start does not fit the field, times do not ascend, or the tolerance is out of range.
 */
export function deterministicPath(
  field: Field,
  start: readonly (readonly number[])[],
  times: readonly number[],
  { tolerance = 1e-9, environment = field.environment }: PathOptions = {},
): DeterministicPath {
  requireFacts(field, 'the path without noise', ['invariant', 'continuous', 'one-regime']);
  check(field, start, times, tolerance, environment);
  const states: number[][] = [];
  const around: number[][] = [];
  const keep = (all: readonly number[]) => {
    states.push(coordinates(field, all));
    around.push(environmentOf(field, all));
  };
  let state = [...start.flat(), ...environment];
  let time = 0;
  let steps = 0;
  let rejected = 0;
  let h = 0.01;
  let slope = drift(field, state, 0);
  while (states.length < times.length && times[states.length] === 0) keep(state);
  while (states.length < times.length) {
    const attempt = step(field, state, time, slope, h, tolerance);
    if (Number.isNaN(attempt.error)) {
      throw new RangeError(`The velocity at time ${time} is not a number: payoffs are too large for double precision.`);
    }
    const next = h * Math.min(5, Math.max(0.2, 0.9 * attempt.error ** -0.2));
    if (attempt.error <= 1) {
      // At an equilibrium steps grow without bound; one that passes the last time reads everything that is left.
      for (let at = times[states.length]; at !== undefined && at <= time + h; at = times[states.length]) {
        keep(attempt.at((at - time) / h));
      }
      steps++;
      time += h;
      state = normalised(field, attempt.state);
      slope = attempt.slope;
    } else rejected++;
    h = next;
  }
  return { times: [...times], states, ...(field.states && { environment: around }), steps, rejected };
}

/** A step that was tried. */
interface Attempt {
  readonly state: number[];
  /** Drift at `state`. */
  readonly slope: number[];
  /** Estimated error over the one allowed. */
  readonly error: number;
  /** State at a part of the step, from 0 to 1. */
  readonly at: (part: number) => number[];
}

function step(
  field: Field,
  x: readonly number[],
  time: number,
  slope: readonly number[],
  h: number,
  tolerance: number,
): Attempt {
  const k: number[][] = [[...slope]];
  let state: number[] = [];
  for (const [i, row] of stages.entries()) {
    state = x.map((value, c) => value + h * row.reduce((total, weight, s) => total + weight * k[s]![c]!, 0));
    k.push(drift(field, state, time + nodes[i]! * h));
  }
  const weighted = (weights: readonly number[], c: number) =>
    h * weights.reduce((total, weight, s) => total + weight * k[s]![c]!, 0);
  const error = Math.max(...x.map((_, c) => Math.abs(weighted(difference, c)))) / tolerance;
  const at = (part: number): number[] =>
    x.map((value, c) => {
      const whole = state[c]! - value;
      const first = h * k[0]![c]! - whole;
      const second = whole - h * k[6]![c]! - first;
      const rest = 1 - part;
      return value + part * (whole + rest * (first + part * (second + rest * weighted(between, c))));
    });
  return { state, slope: k[6]!, error, at };
}

/** Without what Stratonovich's reading of a noise adds. */
function drift({ reading: _, ...field }: Field, shares: readonly number[], time: number): number[] {
  const own = byPlayer(field, shares);
  if (field.states === undefined) return velocitiesAt(field, own, time).flat();
  const environment = environmentOf(field, shares);
  return [...velocitiesAt(field, own, time, environment).flat(), ...ratesAt(field, own, time, environment)];
}

/** The states of the environment, which follow the shares; the tolerance may have put one that far outside its range. */
function environmentOf(
  { strategies, states = [] }: Pick<Field, 'strategies' | 'states'>,
  all: readonly number[],
): number[] {
  const shares = strategies.reduce((sum, k) => sum + k, 0);
  return states.map(({ low, high }, i) => Math.min(high, Math.max(low, all[shares + i]!)));
}

/** Sums of shares, which rounding moves, back at 1. */
function normalised(field: Field, shares: readonly number[]): number[] {
  const kept = byPlayer(field, shares).flatMap((own) => {
    const total = own.reduce((sum, share) => sum + share, 0);
    return own.map((share) => share / total);
  });
  return [...kept, ...environmentOf(field, shares)];
}

/** State coordinates; the tolerance may have put a share that far outside [0, 1]. */
function coordinates(field: Field, shares: readonly number[]): number[] {
  return byPlayer(field, shares).flatMap((own) => own.slice(0, -1).map((share) => Math.min(1, Math.max(0, share))));
}

function byPlayer({ strategies }: Field, shares: readonly number[]): number[][] {
  let at = 0;
  return strategies.map((k) => {
    at += k;
    return shares.slice(at - k, at);
  });
}

function check(
  field: Field,
  start: readonly (readonly number[])[],
  times: readonly number[],
  tolerance: number,
  environment: readonly number[],
): void {
  const wanted = field.states?.length ?? 0;
  if (environment.length !== wanted) {
    throw new RangeError(`A start needs ${wanted} states of the environment, found ${environment.length}.`);
  }
  const fits = start.length === field.strategies.length && start.every((own, i) => own.length === field.strategies[i]);
  if (!fits) {
    const sizes = start.map((own) => own.length).join(', ');
    throw new RangeError(
      `A start needs ${field.strategies.join(', ')} shares for the players in turn, found ${sizes}.`,
    );
  }
  for (const own of start) {
    const total = own.reduce((sum, share) => sum + share, 0);
    if (!own.every((share) => share >= 0) || !(Math.abs(total - 1) <= 1e-9)) {
      throw new RangeError(`Shares lie in [0, 1] and add up to 1, found ${own.join(', ')}.`);
    }
  }
  const wrong = times.findIndex((time, i) => !(time >= (times[i - 1] ?? 0) && Number.isFinite(time)));
  if (wrong >= 0) {
    throw new RangeError(
      `Times ascend from 0 and are finite, found ${times[wrong]} after ${times[wrong - 1] ?? 'the start'}.`,
    );
  }
  if (!(tolerance >= 1e-13 && tolerance < 1)) {
    throw new RangeError(`A tolerance lies between 1e-13 and 1, found ${tolerance}.`);
  }
}
