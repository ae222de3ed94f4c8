/**
 * The plan of a sweep: scheme and step of all cells, and within a tolerance the bound of each cell's step bias. It follows
 * from the definition and from trial paths alone, whoever runs these and in whatever parts.
 */

import { EngineError } from '../../errors.js';
import { tallySize } from '../../measures/reduce/measure.js';
import { choosesSteps } from '../../schemes/choose.js';
import type { SchemeName } from '../../schemes/contract.js';
import { type Bounds, boundsOf } from '../cell-numbers.js';
import type { Progress } from '../ensemble.js';
import { prepareProgram } from '../prepare.js';
import { chooseStep } from '../tolerance/step.js';
import { windowsOf } from '../tolerance/window.js';
import { type SweepCells, type SweepDefinition, sweepCells } from './definition.js';
import { halvingProgram, type SweepTrial, trialsOf } from './trials.js';

/** What the cells of a sweep have in common. Plain data. */
export interface SweepPlan extends Bounds {
  /** Number of cells. */
  readonly cells: number;
  /** Null where step or paths were given. */
  readonly tolerance: number | null;
  /** Paths of each cell; null within a tolerance. */
  readonly paths: number | null;
  readonly scheme: SchemeName;
  /** Of a path that chooses its steps, what is usual: a guess of how long cells take. */
  readonly dt: number;
  readonly steps: number;
  /** Numbers of a cell's record. */
  readonly recordSize: number;
  /** Path-steps of the trials. */
  readonly trialSteps: number;
}

export interface PlannedSweep {
  readonly plan: SweepPlan;
  /** By cell, 95% bound of what the step adds, NaN where it could not be estimated; null without a tolerance. */
  readonly bias: Float64Array | null;
}

export interface PlanningOptions {
  /** Runs a trial: the change by halving the step and its variance, cell after cell. As `SweepRunner.trial` does. */
  readonly trial: (trial: SweepTrial) => Promise<Float64Array>;
  /** Trials that are asked for at a time; default 1. */
  readonly together?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** Steps of a path that chooses them, about. */
const USUAL_STEPS = 100;

/** Cells that are read at a time. */
const BLOCK = 8192;

/**
 * Plans a sweep. Cost: a pass over the cells, and within a tolerance a few more with trial paths.
 * Throws EngineError or GameError for wrong options, and where the game is defined at no cell, before the first trial. Other cells at
 * which it is not are run as if nothing moved; a summary has no value for them.
 */
export async function planSweep(definition: SweepDefinition, options: PlanningOptions): Promise<PlannedSweep> {
  const cells = sweepCells(definition);
  const bounds = await boundsOfAll(cells, options.signal);
  const [[, reason] = [0, '']] = cells.impossible;
  if (cells.impossible.size === cells.count) {
    // what is wrong with the options of every cell comes as its own error
    cells.pointOf(0);
    throw new EngineError('option', `the game is defined at no cell of this sweep. ${reason}`);
  }
  if (cells.tolerance === null) return { plan: planWith(cells, bounds, undefined, 0), bias: null };
  // what is wrong with the options is said before a trial runs
  const first = planWith(cells, bounds, undefined, 0);
  // paths that choose their steps bring their errors themselves
  if (cells.followed) return { plan: first, bias: new Float64Array(cells.count).fill(Number.NaN) };
  const step = await chooseStep({
    cells: cells.count,
    windows: windowsOf(cells.grid.columns, cells.grid.rows),
    quantities: 1,
    tolerance: cells.tolerance * cells.unit,
    metric: cells.metric.kind,
    largest: cells.unit,
    prepare: (dt) => halvingProgram(cells, bounds, dt),
    differences: (prepared, pairs, batches) => trialsOf(prepared, bounds, pairs, batches, options),
  });
  for (const cell of cells.impossible.keys()) step.bias[cell] = Number.NaN;
  return { plan: planWith(cells, bounds, step.dt, step.pathSteps), bias: step.bias };
}

/** The program that runs the cells of a plan. */
export function programOf({ options, shape, sampler }: SweepCells, bounds: Bounds, dt: number | undefined) {
  const given = dt === undefined || choosesSteps(options.scheme) ? options : { ...options, dt };
  return prepareProgram(given, shape, bounds, sampler.plan.trackers, sampler.form);
}

function planWith(cells: SweepCells, bounds: Bounds, dt: number | undefined, trialSteps: number): SweepPlan {
  const prepared = programOf(cells, bounds, dt);
  return {
    cells: cells.count,
    tolerance: cells.tolerance,
    paths: cells.tolerance === null ? cells.paths : null,
    scheme: prepared.scheme.name,
    dt: cells.followed ? prepared.grid.horizon / USUAL_STEPS : prepared.grid.dt,
    steps: cells.followed ? USUAL_STEPS : prepared.grid.steps,
    recordSize: 1 + tallySize(cells.sampler.measures(prepared)),
    rate: bounds.rate,
    sigma: bounds.sigma,
    trialSteps,
  };
}

async function boundsOfAll({ count, read }: SweepCells, signal: AbortSignal | undefined): Promise<Bounds> {
  let [rate, sigma] = [0, 0];
  for (let from = 0; from < count; from += BLOCK) {
    signal?.throwIfAborted();
    const bounds = boundsOf(read(Array.from({ length: Math.min(BLOCK, count - from) }, (_, i) => from + i)));
    rate = Math.max(rate, bounds.rate);
    sigma = Math.max(sigma, bounds.sigma);
    // lets an abort take effect
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return { rate, sigma };
}

/** Throws EngineError where a plan, such as one from a file, is not of the cells of a definition. */
export function checkPlan(cells: SweepCells, plan: SweepPlan): void {
  const { rate, sigma, dt } = plan;
  const own = planWith(cells, { rate, sigma }, dt, plan.trialSteps);
  const differing = (Object.keys(own) as (keyof SweepPlan)[]).filter((key) => own[key] !== plan[key]);
  if (differing.length === 0) return;
  const words = differing.map((key) => `${key} ${plan[key]} in place of ${own[key]}`);
  throw new EngineError('option', `the plan is not of this sweep: ${words.join(', ')}.`);
}
