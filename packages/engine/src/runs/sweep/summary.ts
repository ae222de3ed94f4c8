/** Records in, the numbers of cells out: column by column, so that a million cells need no object each. */
import { hitsOf } from '../tolerance/sampler.js';
import { recordCheckOf } from './check.js';
import { type SweepDefinition, sweepCells } from './definition.js';
import { checkPlan, programOf, type SweepPlan } from './plan.js';

/** By cell number; NaN where there is no value, or none yet. */
export interface SweepColumns {
  readonly value: Float64Array;
  /** 95% interval of the paths' noise. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Paths of each cell; 0 where its record has not come yet. */
  readonly paths: Float64Array;
  /** Bound of the error of a path without noise that chose its steps; absent where a plan bounds the error of the step. */
  readonly error?: Float64Array;
}

export interface SweepSummary {
  readonly columns: SweepColumns;
  /** Reads the records of these cells, which may come in any order. */
  add(cells: ArrayLike<number>, records: Float64Array): void;
  /** Of the cells read, those at which the game is not defined, with the place and the reason. */
  readonly impossible: ReadonlyMap<number, string>;
  /** How often a step left the simplex and was put back, over all cells read. */
  boundaryHits(): number;
}

/** Throws EngineError or GameError for a definition that cannot be or a plan that is not its. Memory: 32 bytes a cell. */
export function summariseSweep(definition: SweepDefinition, plan: SweepPlan): SweepSummary {
  const cells = sweepCells(definition);
  checkPlan(cells, plan);
  const prepared = programOf(cells, plan, plan.dt);
  const measures = cells.sampler.measures(prepared);
  const size = plan.recordSize;
  const check = recordCheckOf(cells, plan, prepared);
  const column = () => new Float64Array(cells.count).fill(Number.NaN);
  const columns: SweepColumns = {
    value: column(),
    low: column(),
    high: column(),
    paths: new Float64Array(cells.count),
    ...(cells.followed && { error: column() }),
  };
  let hits = 0;
  return {
    columns,
    add(numbers, records) {
      check(numbers, records, 'final');
      // only reading tells which cells are impossible
      cells.read(numbers);
      for (let i = 0; i < numbers.length; i++) {
        const tally = records.subarray(i * size + 1, (i + 1) * size);
        const count = records[i * size];
        const { value, low, high } = cells.sampler.read(prepared, tally, count);
        const there = !cells.impossible.has(numbers[i]);
        columns.value[numbers[i]] = there ? (value ?? Number.NaN) : Number.NaN;
        columns.low[numbers[i]] = there ? (low ?? Number.NaN) : Number.NaN;
        columns.high[numbers[i]] = there ? (high ?? Number.NaN) : Number.NaN;
        if (columns.error) columns.error[numbers[i]] = there ? cells.followed!.error(prepared, tally) : Number.NaN;
        columns.paths[numbers[i]] = count * cells.sampler.pathsEach;
        if (there) hits += hitsOf(prepared, measures, tally);
      }
    },
    impossible: cells.impossible,
    boundaryHits: () => hits,
  };
}
