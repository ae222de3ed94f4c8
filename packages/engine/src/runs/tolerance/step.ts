/**
 * The step of a run that is to be right within a tolerance: the longest whose bias is not much above half of it, as coupled
 * paths show.
 */

import type { Metric } from '../../measures/metric/metric.js';
import { metricFacts } from '../../measures/metric/scale.js';
import { MAX_STEPS, roundDown } from '../plan/time-grid.js';
import { isNoisy, type PreparedProgram } from '../prepare.js';
import { biasOrder } from './bias-order.js';
import type { Differences } from './halving.js';
import { batchesOf, fewestPairs, firstPairs, pairsFor, stepBias } from './step-bias.js';
import { type Windows, windowSize } from './window.js';

export interface StepSearch {
  /** Number of cells. */
  readonly cells: number;
  readonly windows: Windows;
  /** Quantities of each cell, all of which must keep the tolerance. */
  readonly quantities: number;
  /** In the units of the quantities. */
  readonly tolerance: number;
  /** What the quantities are, where all are of one kind. */
  readonly metric?: Metric['kind'];
  /** The largest value that a quantity can have; default 1. */
  readonly largest?: number;
  /** The run with steps of `dt`, in the form `halving`; with the longest step that could do where there is none. */
  prepare(dt: number | undefined): PreparedProgram;
  /** Called with each step that was tried, with what a first round of coupled paths says of its bias. */
  onTried?(tried: Pick<ChosenStep, 'dt' | 'bias'>): void;
  /** Runs coupled paths: of each cell so many, in batches; entries of cells that have none may be anything. */
  differences(prepared: PreparedProgram, pairs: Float64Array, batches: number): Promise<Differences>;
}

export interface ChosenStep {
  readonly dt: number;
  /** Bound of the bias by cell and quantity, cell after cell; NaN where it could not be estimated. */
  readonly bias: Float64Array;
  /** Path-steps that the search took. */
  readonly pathSteps: number;
}

/** The part of the tolerance that may be bias. */
const BIAS_PART = 0.6;
/** The part of the tolerance that the noise of the bias's bound may be: more where neighbours do not share its cost. */
const NOISE_PART = { pooled: 0.2, single: 0.35 };
/** Where a bias is reduced to when a step is too long: less far at an order below 1, where that takes many more steps. */
const AIM_PART = { fast: 0.3, slow: 0.5 };
/** The most coupled paths of a cell. */
const MOST_PAIRS = 2 ** 22;
/** Steps that are tried; the last is taken as it is. */
const MOST_TRIES = 10;

export async function chooseStep(search: StepSearch): Promise<ChosenStep> {
  const allowed = BIAS_PART * search.tolerance;
  let dt: number | undefined;
  let pathSteps = 0;
  for (let tries = 1; ; tries++) {
    const prepared = search.prepare(dt);
    const { grid } = prepared;
    const last = tries === MOST_TRIES || 2 * grid.steps > MAX_STEPS;
    const found = await measureBias(search, prepared, last ? Number.POSITIVE_INFINITY : allowed);
    pathSteps += found.pathSteps;
    // shorter steps are more, and would add to what rounding does
    const hopeless = !isNoisy(prepared) && roundingOf(grid.steps) > allowed;
    if (last || hopeless || !(found.worst > allowed))
      return { dt: grid.dt, bias: interleaved(found.bounds), pathSteps };
    dt = roundDown(
      grid.dt * shortening(biasOrder(prepared.shape, prepared.scheme, search.metric), search.tolerance / found.worst),
    );
  }
}

/** Paths without noise may round the same way step after step, half a unit of single precision each time; under noise that cancels. */
const roundingOf = (steps: number) => steps * 2 ** -24;

/** What a step that is too long is multiplied by. The bound is partly noise, which at an order below 1 would shorten it far too much. */
function shortening(order: number, wanted: number): number {
  const factor = order < 1 ? AIM_PART.slow * wanted : (AIM_PART.fast * wanted) ** (1 / order);
  return Math.min(0.5, factor);
}

/** Bounds of the bias by quantity. Stops early where the bias is surely above what is allowed. */
async function measureBias(
  search: StepSearch,
  prepared: PreparedProgram,
  allowed: number,
): Promise<{ bounds: Float64Array[]; worst: number; pathSteps: number }> {
  const { windows, quantities, tolerance } = search;
  const noise = tolerance * (windowSize(windows) > 1 ? NOISE_PART.pooled : NOISE_PART.single);
  const { grid, shape, scheme } = prepared;
  const order = biasOrder(shape, scheme, search.metric);
  const batches = batchesOf(windows);
  let pathSteps = 0;
  const take = (pairs: Float64Array) => {
    // each whole step is three
    pathSteps += 3 * grid.steps * pairs.reduce((sum, count) => sum + count, 0);
    return search.differences(prepared, pairs, batches);
  };
  const noisy = isNoisy(prepared);
  // pairs that all agree say that fewer than about 3 in their number differ, by as much as a value can
  const unseen = noisy ? 1.5 * (search.largest ?? 1) : 0;
  const hidden = search.metric === undefined ? 0 : metricFacts[search.metric].unseenByHalving(grid, prepared.rate);
  const sure = noisy ? 0 : roundingOf(grid.steps) + hidden;
  const biasOf = (differences: Differences, pairs: Float64Array) =>
    Array.from({ length: quantities }, (_, q) =>
      stepBias(windows, ofQuantity(differences, q, quantities), pairs, order, unseen, sure),
    );
  const first = new Float64Array(search.cells).fill(noisy ? firstPairs(windows) : fewestPairs(windows));
  const differences = await take(first);
  const early = biasOf(differences, first);
  search.onTried?.({ dt: grid.dt, bias: interleaved(early.map(({ bound }) => bound)) });
  const surely = largest(early.map(({ bound, noise }) => bound.map((value, cell) => value - 2 * noise[cell])));
  if (surely > allowed) return { bounds: early.map(({ bound }) => bound), worst: surely, pathSteps };

  const needs = early.map((bias, q) =>
    pairsFor(windows, ofQuantity(differences, q, quantities), bias, first, noise, MOST_PAIRS),
  );
  const pairs = first.map((count, cell) => Math.max(count, ...needs.map((need) => need[cell])));
  const again = pairs.map((count, cell) => (count > first[cell] ? count : 0));
  const second = await take(again);
  for (let i = 0; i < second.value.length; i++) {
    if (again[Math.floor(i / quantities)] === 0) continue;
    differences.value[i] = second.value[i];
    differences.variance[i] = second.variance[i];
  }
  const bounds = biasOf(differences, pairs).map(({ bound }) => bound);
  return { bounds, worst: largest(bounds), pathSteps };
}

function ofQuantity({ value, variance }: Differences, quantity: number, quantities: number): Differences {
  const column = (numbers: Float64Array) => numbers.filter((_, i) => i % quantities === quantity);
  return { value: column(value), variance: column(variance) };
}

/** Largest number of all, NaN left out. */
function largest(lists: readonly Float64Array[]): number {
  let found = Number.NEGATIVE_INFINITY;
  for (const list of lists) for (const value of list) if (value > found) found = value;
  return found;
}

/** Columns of quantities as one list, cell after cell. */
function interleaved(columns: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(columns.length * (columns[0]?.length ?? 0));
  for (const [q, column] of columns.entries()) {
    for (const [cell, value] of column.entries()) all[cell * columns.length + q] = value;
  }
  return all;
}
