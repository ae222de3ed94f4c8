/**
 * A sweep whose every cell is to be right within a tolerance: the step by the bias that halving it shows, then paths where
 * the variance is. A cell's record is its number of paths of the program and its tally.
 */
import { fieldShape } from '@trilogue/core';
import { pickCells } from '../backend/cells.js';
import { trialOptions } from '../ensemble.js';
import type { Estimate } from '../metric/metric.js';
import { type CellNumbers, DEFAULT_DELTA, kernelOf, prepare, type RunOptions, readCells } from '../prepare.js';
import { tallySize } from '../reduce/measure.js';
import { accurateScheme } from '../scheme/choose.js';
import { spendPaths } from '../tolerance/paths.js';
import { createSampler, halvingReader, hitsOf, type Sampler } from '../tolerance/sampler.js';
import { chooseStep } from '../tolerance/step.js';
import { windowsOf } from '../tolerance/window.js';
import type { Grid } from './axes.js';
import { checkRecord } from './fixed.js';
import type { SweepOutcome, SweepRun } from './run.js';

/** Paths of the program that every cell has at first. */
const FIRST_PATHS = 256;
/** Room left for the interval where the bias alone fills the tolerance. */
const LEAST_ROOM = 0.3;
/** Times the paths that a number between 0 and 1 can need: more help no metric that has not come near by then. */
const PATIENCE = 16;

export async function sweepWithin(run: SweepRun, grid: Grid, tolerance: number): Promise<SweepOutcome> {
  const { opened, cells: plan, ensemble } = run;
  const { game } = run.options;
  const scheme = run.options.scheme ?? accurateScheme(fieldShape(game));
  const strategies = game.players.map((player) => player.strategies.length);
  const sampler = createSampler(run.metric, strategies, run.options.delta ?? DEFAULT_DELTA);
  const absolute = tolerance * unitOf(run);
  const options: RunOptions = { ...run.options, scheme };
  const cells = readCells(game, plan);
  const step = await chooseStep({
    backend: opened.backend,
    windows: windowsOf(grid.columns, grid.rows),
    quantities: 1,
    tolerance: absolute,
    prepare: (dt) => prepareHalving(options, dt, cells, sampler),
    reader: (prepared) => halvingReader(sampler.plan, prepared),
    options: trialOptions(ensemble),
  });

  const prepared = prepare({ ...options, dt: step.dt }, cells, sampler.plan.trackers, sampler.form);
  const noisy = prepared.program.increments !== 'none';
  const measures = sampler.measures(prepared);
  const size = tallySize(measures);
  const units = new Float64Array(plan.count);
  const tallies = new Float64Array(plan.count * size);
  const keep = (cell: number, tally: Float64Array, count: number) => {
    units[cell] = count;
    tallies.set(tally, cell * size);
  };
  for (const [cell, record] of run.finished) {
    keep(cell, checkRecord(cell, record, plan.count, size + 1).subarray(1), record[0]);
  }
  const left = Array.from({ length: plan.count }, (_, cell) => cell).filter((cell) => !run.finished.has(cell));
  const read = (tally: Float64Array, count: number) => certain(sampler.read(prepared, tally, count), noisy);
  const most = PATIENCE * (0.25 / (LEAST_ROOM * tolerance) ** 2) * 4;
  const runner = await opened.backend.open(kernelOf(prepared, [prepared.grid.steps], measures));
  try {
    const pathSteps = await spendPaths({
      backend: opened.backend,
      runner,
      cells: pickCells(prepared.cells, left),
      steps: prepared.grid.steps,
      size,
      first: noisy ? FIRST_PATHS : 1,
      most: Math.min(2 ** 30, Math.ceil(most / 64) * 64),
      need(index, tally, count) {
        const bias = step.bias[left[index]];
        const room = Math.max(absolute - (Number.isNaN(bias) ? 0 : bias), LEAST_ROOM * absolute);
        const distance = sampler.distance(read(tally, count));
        return distance === null ? 1 : (distance / room) ** 2;
      },
      onCell(index, tally, count) {
        keep(left[index], tally, count);
        run.onCell(left[index], Float64Array.of(count, ...tally));
      },
      options: ensemble,
    });
    const numbers = Array.from({ length: plan.count }, (_, cell) => cell);
    const tallyOf = (cell: number) => tallies.subarray(cell * size, (cell + 1) * size);
    return {
      prepared,
      estimates: numbers.map((cell) => read(tallyOf(cell), units[cell])),
      paths: numbers.map((cell) => units[cell] * sampler.pathsEach),
      bias: numbers.map((cell) => (Number.isNaN(step.bias[cell]) ? null : step.bias[cell])),
      boundaryHits: numbers.reduce((sum, cell) => sum + hitsOf(measures, tallyOf(cell)), 0),
      pathSteps: step.pathSteps + pathSteps * sampler.pathsEach,
    };
  } finally {
    await runner.close();
  }
}

function prepareHalving(options: RunOptions, dt: number | undefined, cells: CellNumbers, sampler: Sampler) {
  const first = prepare({ ...options, dt }, cells, sampler.plan.trackers, 'halving');
  return dt === undefined
    ? prepare({ ...options, dt: first.longestDt }, cells, sampler.plan.trackers, 'halving')
    : first;
}

/** What a tolerance of 1 means: 1 for probabilities and shares, the horizon for times. */
function unitOf({ metric, options }: SweepRun): number {
  return metric.kind === 'T' ? (options.horizon ?? options.game.horizon) : 1;
}

/** Where all paths are the same, one of them says everything. */
function certain(estimate: Estimate, noisy: boolean): Estimate {
  return noisy ? estimate : { value: estimate.value, low: estimate.value, high: estimate.value };
}
