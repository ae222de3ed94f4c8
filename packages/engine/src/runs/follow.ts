/**
 * Runs of games without noise: the path of each cell, followed in double precision with steps of its own, and what of it is measured. Two
 * paths are followed, by a tolerance and by a smaller one, until what a result would show differs by less than the run allows: that
 * difference bounds the error of the better one.
 */
import { followPaths, type PathStep, shapeSystem } from '@trilogue/core';
import type { Region } from '../measures/observe/region.js';
import { countPaths, type Measure, tallySize } from '../measures/reduce/measure.js';
import type { CellNumbers } from './cell-numbers.js';
import type { EnsembleOptions } from './ensemble.js';
import { createWatch, depthOf, stateOf, type Watch, type Watched } from './watch.js';

/** What is measured of the path of each cell, and how accurate it is to be. */
export interface FollowTask extends Watched {
  readonly measures: readonly Measure[];
  /** The numbers that are held to a tolerance. */
  readonly values: readonly FollowedValue[];
}

export interface FollowedValue {
  read(tally: Float64Array): number | null;
  /** How much it may be wrong, in its unit: 1 for a share, the horizon for a time. */
  readonly allowed: number;
  readonly unit: number;
  /** The neighbourhood that it asks for: whether a path ends there, or with `passage`, a tracker's region, whether it enters. */
  readonly asks?: { readonly region: Region; readonly when: 'end' | 'passage' };
}

/** What the path of a cell left. */
export interface FollowedCell {
  readonly tally: Float64Array;
  /** Bound of the error of each value; NaN where it is not known. */
  readonly errors: readonly number[];
}

/** What of the tolerance is allowed in a step at first, and how much less of it at each further try. */
const FIRST_PART = 1 / 20;
const COARSER = 16;
const FINER = 1 / 16;
/** The smallest tolerance of a step; beyond it rounding is larger. */
const LEAST = 1e-12;
/** The part of what is allowed that the difference of two tolerances may be. */
const ENOUGH = 0.3;
/** The least part of a difference that the next one is expected to be. */
const LEAST_FALL = 1 / 4;
/** The least error that is stated, in tolerances of a step: two paths may agree by chance. */
const LEAST_ERROR = 4;
/** A path whose distance to the edge of a region is not so many times its error may be on either side. */
const SURE = 3;
/** What the edges of regions, which are in single precision, may be off. */
const EDGE = 1e-7;
/** Parts of a step at which a path is looked at by the first tolerance; twice as many by each further one, so that what they miss shows too. */
const LOOKS = 4;
/** Milliseconds without a look at the signal. */
const PATIENCE = 30;

/**
 * Follows the cells. Cost: some 50 steps a path for usual games.
 * @returns steps that were taken. Rejects with the signal's reason when aborted, with GameError where a path cannot be followed.
 */
export async function followCells(
  task: FollowTask,
  cells: CellNumbers,
  onCell: (cell: number, found: FollowedCell) => void,
  { signal, onProgress }: Pick<EnsembleOptions, 'signal' | 'onProgress'>,
): Promise<number> {
  const started = performance.now();
  let resumed = started;
  let done = 0;
  const report = () =>
    onProgress?.({
      ...{ stage: 'paths', done, total: cells.count, cellsDone: done, cells: cells.count },
      seconds: (performance.now() - started) / 1000,
    });
  const rest = async () => {
    if (performance.now() - resumed < PATIENCE) return;
    report();
    await new Promise((resolve) => setTimeout(resolve, 0));
    signal?.throwIfAborted();
    resumed = performance.now();
  };
  report();
  signal?.throwIfAborted();
  const allowed = task.values.map((value) => value.allowed);
  let tolerance = Math.max(LEAST, FIRST_PART * Math.min(...allowed));
  let steps = 0;
  let open = Array.from({ length: cells.count }, (_, cell) => cell);
  let before = new Map<number, Before>();
  const follow = async (numbers: readonly number[], by: number, onEnd: (cell: number, seen: Seen) => void) => {
    const rounds = followed(task, cells, numbers, { tolerance: by, looks }, onEnd);
    for (;;) {
      const { done: ended, value } = rounds.next();
      if (ended) return value.steps + value.rejected;
      await rest();
    }
  };
  let looks = LOOKS;
  steps += await follow(open, tolerance * COARSER, (cell, seen) => before.set(cell, { seen, changes: null }));
  while (open.length > 0) {
    const after = new Map<number, Before>();
    const left: number[] = [];
    const last = tolerance <= LEAST;
    looks *= 2;
    steps += await follow(open, tolerance, (cell, seen) => {
      const errors = errorsOf(task, before.get(cell)!, seen, tolerance);
      if (!last && !errors.every((error, i) => error <= ENOUGH * allowed[i] * task.values[i].unit)) {
        after.set(cell, { seen, changes: changesOf(before.get(cell)!.seen, seen) });
        left.push(cell);
        return;
      }
      done++;
      onCell(cell, { tally: seen.tally, errors });
    });
    [open, before] = [left, after];
    tolerance = Math.max(LEAST, tolerance * FINER);
  }
  report();
  return steps;
}

/** The path by the tolerance before, and how far its values were from those of the one before that. */
interface Before {
  readonly seen: Seen;
  readonly changes: readonly number[] | null;
}

function changesOf(rough: Seen, fine: Seen): number[] {
  return fine.values.map((value, i) => Math.abs((value ?? Number.NaN) - (rough.values[i] ?? Number.NaN)));
}

/** What a path shows. */
interface Seen {
  readonly tally: Float64Array;
  readonly values: readonly (number | null)[];
  /** For each value, how far inside its region the path ends, or how far inside it comes at most; below 0 outside. */
  readonly depths: readonly (number | null)[];
}

/**
 * Bound of the error of each value of the better of two paths: their difference, or where it is a part of the difference before, as much of
 * it as that falls by from one tolerance to the next, eightfold.
 */
function errorsOf({ values }: FollowTask, { seen: rough, changes }: Before, fine: Seen, tolerance: number): number[] {
  return fine.values.map((value, i) => {
    const [other, before, depth] = [rough.values[i], rough.depths[i], fine.depths[i]];
    const unsure =
      before !== null && depth !== null && !(Math.abs(depth) > SURE * Math.abs(before - depth) + tolerance + EDGE);
    if (unsure || (value === null) !== (other === null)) return Number.NaN;
    if (value === null || other === null) return 0;
    const change = Math.abs(value - other);
    const fall = changes === null ? 1 : Math.min(1, Math.max(LEAST_FALL, (8 * change) / changes[i]));
    const { asks, unit } = values[i];
    // what is 0 or 1 has no error where its side is sure
    return asks?.when === 'end'
      ? change
      : Math.max(Number.isNaN(fall) ? change : change * fall, LEAST_ERROR * tolerance * unit);
  });
}

/** Follows cells by one tolerance. */
function followed(
  task: FollowTask,
  cells: CellNumbers,
  numbers: readonly number[],
  { tolerance, looks }: { readonly tolerance: number; readonly looks: number },
  onEnd: (cell: number, seen: Seen) => void,
) {
  const { prepared, measures, records, values } = task;
  const { shape, grid } = prepared;
  const system = shapeSystem(shape);
  const startOf = startsOf(cells);
  const watches = new Map<number, Watch>();
  const all = new Float64Array(system.width);
  const watch = (index: number) => {
    let found = watches.get(index);
    if (found === undefined) {
      found = createWatch(task, system.width, looks);
      found.begin(startOf(numbers[index]).state);
      watches.set(index, found);
    }
    return found;
  };
  const watched = records.length > 1 || task.trackers.length > 0;
  return followPaths(system, {
    ...{ count: numbers.length, horizon: grid.horizon, tolerance },
    start: (index) => startOf(numbers[index]),
    ...(watched && { onStep: (index: number, step: PathStep) => watch(index).step(step) }),
    onEnd(index, state, start) {
      system.read(state, start, all);
      const own = watch(index);
      watches.delete(index);
      const tally = new Float64Array(tallySize(measures));
      countPaths(measures, own.end(all), records.length - 1, tally, 0);
      const end = stateOf(shape, all);
      const depths = values.map(({ asks }) => {
        if (asks === undefined) return null;
        return asks.when === 'end' ? depthOf(asks.region, end) : own.deepest(asks.region);
      });
      onEnd(numbers[index], { tally, values: values.map(({ read }) => read(tally)), depths });
    },
  });
}

/** Starts of cells as paths want them: states of the environment in their own units. */
function startsOf({ shape, numbers, starts, count }: CellNumbers) {
  const [width, own] = [starts.length / count, numbers.length / count];
  const { states = [] } = shape;
  const shares = width - states.length;
  return (cell: number) => {
    const state = starts.slice(cell * width, (cell + 1) * width);
    for (const [i, { low, high }] of states.entries()) state[shares + i] = low + (high - low) * state[shares + i];
    return { state, coefficients: numbers.subarray(cell * own, (cell + 1) * own) };
  };
}
