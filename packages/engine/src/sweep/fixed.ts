/** A sweep with the same number of paths in every cell. A cell's record is its tally. */
import { pickCells } from '../backend/cells.js';
import { allPaths, runEnsemble } from '../ensemble.js';
import { EngineError } from '../errors.js';
import { planMetric } from '../metric/metric-plan.js';
import { DEFAULT_DELTA, kernelOf, prepare, readCells } from '../prepare.js';
import { type Measure, tallyOffsets, tallySize } from '../reduce/measure.js';
import type { SweepOutcome, SweepRun } from './run.js';

export async function fixedSweep(run: SweepRun, paths: number): Promise<SweepOutcome> {
  const { options, cells: plan, opened, finished } = run;
  const { count } = plan;
  const strategies = options.game.players.map((player) => player.strategies.length);
  const metric = planMetric(run.metric, strategies, options.delta ?? DEFAULT_DELTA);
  const prepared = prepare(options, readCells(options.game, plan), metric.trackers);
  const { grid } = prepared;
  const measure = metric.measure(prepared.firstTracker, grid.steps);
  const measures: Measure[] =
    prepared.hits === null ? [measure] : [measure, { kind: 'total', register: prepared.hits }];
  const size = tallySize(measures);
  const tallies = new Float64Array(count * size);
  for (const [cell, record] of finished) tallies.set(checkRecord(cell, record, count, size), cell * size);
  const left = Array.from({ length: count }, (_, cell) => cell).filter((cell) => !finished.has(cell));
  const cells = pickCells(prepared.cells, left);
  const runner = await opened.backend.open(kernelOf(prepared, [grid.steps], measures));
  try {
    await runEnsemble(opened.backend, runner, cells, allPaths(cells, paths), grid.steps, size, {
      ...run.ensemble,
      onCell(index, tally) {
        tallies.set(tally, left[index] * size);
        run.onCell(left[index], tally);
      },
    });
  } finally {
    await runner.close();
  }
  const [, hits] = tallyOffsets(measures);
  let boundaryHits = 0;
  if (prepared.hits !== null) for (let cell = 0; cell < count; cell++) boundaryHits += tallies[cell * size + hits];
  const numbers = Array.from({ length: count }, (_, cell) => cell);
  return {
    prepared,
    estimates: numbers.map((cell) => metric.read(measure, tallies, cell * size, paths, grid.dt)),
    paths: numbers.map(() => paths),
    bias: numbers.map(() => null),
    boundaryHits,
    pathSteps: left.length * paths * grid.steps,
  };
}

export function checkRecord(cell: number, record: Float64Array, count: number, size: number): Float64Array {
  if (!(Number.isInteger(cell) && cell >= 0 && cell < count) || record.length !== size) {
    throw new EngineError('option', `finished cell ${cell} does not belong to this sweep of ${count} cells.`);
  }
  return record;
}
