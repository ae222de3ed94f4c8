/** What is kept of a path without noise while it is followed: its state at the records, entries into regions, the distance of two shares. */
import type { FieldShape, PathStep } from '@trilogue/core';
import type { Region } from '../measures/observe/region.js';
import { shareValue } from '../measures/observe/share.js';
import type { Tracker } from '../measures/observe/tracker.js';
import type { Columns } from '../measures/reduce/columns.js';
import type { PreparedProgram } from './prepare.js';

/** Coordinates, then parts of the environment's ranges, from what a system reads. */
export function stateOf({ strategies, states = [] }: FieldShape, all: ArrayLike<number>): number[] {
  let next = 0;
  const state: number[] = [];
  for (const count of strategies) {
    for (let s = 0; s < count - 1; s++) state.push(all[next + s]);
    next += count;
  }
  for (const { low, high } of states) state.push((all[next++] - low) / (high - low));
  return state;
}

/** How far inside a region a state is: the least of its shares' distances to the edge. */
export function depthOf({ shares, delta }: Region, state: readonly number[]): number {
  return Math.min(...shares.map((share) => shareValue(share, (c) => state[c]) - (1 - delta)));
}

/** What is kept of a path while it is followed. */
export interface Watch {
  begin(all: ArrayLike<number>): void;
  step(step: PathStep): void;
  /** The registers at each record. */
  end(all: ArrayLike<number>): Columns;
  deepest(region: Region): number;
}

/** What a watch needs to know. */
export interface Watched {
  readonly prepared: PreparedProgram;
  readonly trackers: readonly Tracker[];
  /** Steps of the grid at which the state is recorded; the last one is the horizon. */
  readonly records: readonly number[];
}

/**
 * @param width numbers that a step reads
 * @param looks parts of a step at which it is looked at
 */
export function createWatch({ prepared, trackers, records }: Watched, width: number, looks: number): Watch {
  const { shape, grid, width: registers, firstTracker } = prepared;
  const data = new Float64Array(registers * records.length);
  const kept = new Array<number>(trackers.length).fill(0);
  const deepest = new Map<Region, number>();
  const all = new Float64Array(width);
  let next = 0;
  const read = ({ read: readStep }: PathStep, part: number) => {
    readStep(part, all);
    return stateOf(shape, all);
  };
  const gapOf = ({ a, b }: Tracker & { kind: 'gap' }, state: readonly number[]) =>
    shareValue(a, (c) => state[c]) - shareValue(b, (c) => state[c]);
  return {
    begin(start) {
      const state = stateOf(shape, start);
      for (const [i, tracker] of trackers.entries()) {
        if (tracker.kind !== 'passage') continue;
        const depth = depthOf(tracker.region, state);
        kept[i] = depth >= 0 ? 0 : -1;
        deepest.set(tracker.region, depth);
      }
    },
    step(step) {
      const { time, length } = step;
      for (; next < records.length - 1 && records[next] * grid.dt <= time + length; next++) {
        const state = read(step, (records[next] * grid.dt - time) / length);
        for (const [i, value] of state.entries()) data[next * registers + i] = value;
      }
      if (trackers.length === 0) return;
      const start = trackers.some(({ kind }) => kind === 'gap') ? read(step, 0) : undefined;
      const gaps = trackers.map((tracker) => (tracker.kind === 'gap' ? gapOf(tracker, start!) : 0));
      for (let look = 1; look <= looks; look++) {
        const [from, to] = [(look - 1) / looks, look / looks];
        const state = read(step, to);
        for (const [i, tracker] of trackers.entries()) {
          if (tracker.kind === 'passage') {
            const depth = depthOf(tracker.region, state);
            deepest.set(tracker.region, Math.max(deepest.get(tracker.region)!, depth));
            if (kept[i] < 0 && depth >= 0) {
              const part = crossing((at) => depthOf(tracker.region, read(step, at)), from, to);
              kept[i] = Math.min(grid.steps, Math.round((time + part * length) / grid.dt));
            }
          } else if (tracker.kind === 'gap') {
            const [before, after] = [gaps[i], gapOf(tracker, state)];
            const gap = (at: number) => gapOf(tracker, read(step, at));
            const add = (low: number, high: number, ends: number) => {
              kept[i] += ((Math.abs(ends) + 4 * Math.abs(gap((low + high) / 2))) / 6) * (high - low) * length;
            };
            // shares that cross have a kink in their distance there
            if (before * after < 0) {
              const middle = crossing((at) => gap(at) * after, from, to);
              add(from, middle, before);
              add(middle, to, after);
            } else add(from, to, before + after);
            gaps[i] = after;
          }
        }
      }
    },
    end(last) {
      const from = (records.length - 1) * registers;
      const state = stateOf(shape, last);
      for (const [i, value] of state.entries()) data[from + i] = value;
      for (const [i, tracker] of trackers.entries()) {
        // the sum over the grid's steps, with half of the end's, as a measure wants it
        data[from + firstTracker + i] =
          tracker.kind === 'gap' ? kept[i] / grid.dt + Math.abs(gapOf(tracker, state)) / 2 : kept[i];
      }
      return {
        paths: 1,
        column: (register, record) => ({ data, offset: record * registers + register, group: 0, lane: 0 }),
      };
    },
    deepest: (region) => deepest.get(region) ?? Number.NEGATIVE_INFINITY,
  };
}

/** Where between two places a value rises through 0. */
function crossing(value: (at: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (value(middle) >= 0) high = middle;
    else low = middle;
  }
  return high;
}
