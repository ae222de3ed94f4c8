/**
 * Trials: coupled paths by a step and by half of it, some cells at a time. How the trials of a round are cut follows from
 * the round alone, so that a round that was cut off, or goes to many machines, asks for the same trials again.
 */

import type { SchemeName } from '../../schemes/contract.js';
import type { Bounds } from '../cell-numbers.js';
import type { Progress } from '../ensemble.js';
import { type PreparedProgram, prepareProgram } from '../prepare.js';
import type { Differences } from '../tolerance/halving.js';
import type { SweepCells } from './definition.js';
import type { PlanningOptions } from './plan.js';

/** Coupled paths of some cells. Plain data. */
export interface SweepTrial extends Bounds {
  readonly scheme: SchemeName;
  readonly dt: number;
  /** Batches that a cell's paths are cut into for their variance. */
  readonly batches: number;
  /** Numbers of cells, and the coupled paths of each. */
  readonly cells: readonly number[];
  readonly pairs: readonly number[];
}

/** The most cells and path-steps of a trial, but for those of a single cell. */
const MOST_CELLS = 8192;
const MOST_STEPS = 5e8;

/** The program of trials with a step; with the longest that could do where there is none. */
export function halvingProgram({ options, shape, sampler }: SweepCells, bounds: Bounds, dt?: number): PreparedProgram {
  const at = (step: number | undefined) =>
    prepareProgram({ ...options, dt: step }, shape, bounds, sampler.plan.trackers, 'halving');
  return at(dt ?? at(undefined).longestDt);
}

/** Has the coupled paths of all cells run as trials. */
export async function trialsOf(
  { scheme, grid }: PreparedProgram,
  { rate, sigma }: Bounds,
  pairs: Float64Array,
  batches: number,
  { trial, together = 1, signal, onProgress }: PlanningOptions,
): Promise<Differences> {
  const value = new Float64Array(pairs.length).fill(Number.NaN);
  const variance = new Float64Array(pairs.length).fill(Number.NaN);
  const started = performance.now();
  const all = { cells: 0, steps: 0 };
  for (const count of pairs) {
    if (count > 0) all.cells++;
    all.steps += 3 * grid.steps * count;
  }
  let [done, cellsDone] = [0, 0];
  const report = () => {
    const seconds = (performance.now() - started) / 1000;
    const progress: Progress = { stage: 'trials', done, total: all.steps, cellsDone, cells: all.cells, seconds };
    onProgress?.(progress);
  };
  report();
  const parts = cut(pairs, 3 * grid.steps);
  let ended = false;
  const lane = async () => {
    try {
      while (!ended) {
        signal?.throwIfAborted();
        const { value: part, done: finished } = parts.next();
        if (finished) return;
        const found = await trial({ scheme: scheme.name, dt: grid.dt, rate, sigma, batches, ...part });
        for (const [i, cell] of part.cells.entries()) {
          [value[cell], variance[cell]] = [found[2 * i], found[2 * i + 1]];
          done += 3 * grid.steps * part.pairs[i];
        }
        cellsDone += part.cells.length;
        report();
      }
    } finally {
      ended = true;
    }
  };
  const lanes = await Promise.allSettled(Array.from({ length: together }, lane));
  for (const result of lanes) if (result.status === 'rejected') throw result.reason;
  return { value, variance };
}

/** Cells that have paths to run, in parts. */
function* cut(pairs: Float64Array, steps: number): Generator<{ cells: number[]; pairs: number[] }, undefined> {
  let part: { cells: number[]; pairs: number[] } = { cells: [], pairs: [] };
  let work = 0;
  for (let cell = 0; cell < pairs.length; cell++) {
    if (pairs[cell] === 0) continue;
    if (part.cells.length === MOST_CELLS || (work > 0 && work + pairs[cell] * steps > MOST_STEPS)) {
      yield part;
      part = { cells: [], pairs: [] };
      work = 0;
    }
    part.cells.push(cell);
    part.pairs.push(pairs[cell]);
    work += pairs[cell] * steps;
  }
  if (part.cells.length > 0) yield part;
}
