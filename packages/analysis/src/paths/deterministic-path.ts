/** A path of the dynamics without noise, at the times that are asked for. */
import {
  type Field,
  type Followed,
  fieldSystem,
  followPaths,
  type PathSystem,
  type PathTask,
  requireFacts,
} from '@trilogue/core';

export interface PathOptions {
  /** Error allowed in a step: relative to a share under replicator dynamics, of the share with others. Default 1e-9; at least 1e-13. */
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

/**
 * The path from a start, read at the times given.
 * @param field The field at a parameter point, `fieldAt`; its noise plays no part.
 * @param start Share by [player][strategy]; each player's add up to 1.
 * @param times Ascending, from 0 on.
 * @throws GameError for dynamics that leave [0, 1] or jump, and for a path of more than five million steps. @throws RangeError where the start does
 * not fit the field, times do not ascend, or the tolerance is out of range.
 */
export function deterministicPath(
  field: Field,
  start: readonly (readonly number[])[],
  times: readonly number[],
  { tolerance = 1e-9, environment = field.environment }: PathOptions = {},
): DeterministicPath {
  requireFacts(field, 'the path without noise', ['invariant', 'continuous', 'one-regime']);
  check(field, start, times, tolerance, environment);
  const system = fieldSystem(field);
  const from = [...start.flat(), ...environment];
  const states: number[][] = [];
  const around: number[][] = [];
  const keep = (all: ArrayLike<number>) => {
    let next = 0;
    states.push(
      field.strategies.flatMap((count) => {
        next += count;
        return Array.from({ length: count - 1 }, (_, s) => all[next - count + s]!);
      }),
    );
    around.push(Array.from({ length: environment.length }, (_, i) => all[next + i]!));
  };
  while (states.length < times.length && times[states.length] === 0) keep(from);
  let followed: Followed = { steps: 0, rejected: 0 };
  if (states.length < times.length) {
    const horizon = times.at(-1)!;
    const all = new Float64Array(system.width);
    followed = follow(system, {
      ...{ count: 1, horizon, tolerance },
      start: () => ({ state: from }),
      onStep(_, { time, length, read }) {
        for (
          let at = times[states.length];
          at !== undefined && at < horizon && at <= time + length;
          at = times[states.length]
        ) {
          read((at - time) / length, all);
          keep(all);
        }
      },
      onEnd(_, state, begun) {
        system.read(state, begun, all);
        while (states.length < times.length) keep(all);
      },
    });
  }
  return { times: [...times], states, ...(field.states && { environment: around }), ...followed };
}

/** Follows paths without a stop. */
function follow(system: PathSystem, task: PathTask): Followed {
  const rounds = followPaths(system, task);
  for (;;) {
    const { done, value } = rounds.next();
    if (done) return value;
  }
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
