/** What comes from elsewhere must fit a sweep before it is believed: numbers of cells, and records. */
import { EngineError } from '../../errors.js';
import { tallyFault } from '../../measures/reduce/tally-fault.js';
import type { PreparedProgram } from '../prepare.js';
import { type SweepCells, type SweepDefinition, sweepCells } from './definition.js';
import { checkPlan, programOf, type SweepPlan } from './plan.js';

/** Throws EngineError where a cell is not one of the sweep. */
export function checkCells(cells: ArrayLike<number>, { cells: count }: Pick<SweepPlan, 'cells'>): void {
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (Number.isInteger(cell) && cell >= 0 && cell < count) continue;
    throw new EngineError('option', `cell ${cell} does not belong to this sweep of ${count} cells.`);
  }
}

/**
 * What checks records from elsewhere, such as a file or another machine: as many numbers as the cells have, all of them counts, and none
 * that is impossible for its number of paths. It throws EngineError with what it found.
 *
 * @param whether `final`: with all the paths of the plan, where that says how many; `known`: with fewer, or none
 */
export type RecordCheck = (cells: ArrayLike<number>, records: Float64Array, whether: 'final' | 'known') => void;

/** Throws EngineError or GameError for a definition that cannot be or a plan that is not its. */
export function recordCheck(definition: SweepDefinition, plan: SweepPlan): RecordCheck {
  const cells = sweepCells(definition);
  checkPlan(cells, plan);
  return recordCheckOf(cells, plan, programOf(cells, plan, plan.dt));
}

export function recordCheckOf({ sampler }: SweepCells, plan: SweepPlan, prepared: PreparedProgram): RecordCheck {
  const measures = sampler.measures(prepared);
  const size = plan.recordSize;
  const shares = prepared.shape.strategies.reduce((sum, count) => sum + count, 0);
  const pathsFault = (paths: number, whether: 'final' | 'known') => {
    if (!(Number.isSafeInteger(paths) && paths >= 0)) return `${paths} paths; expected a whole number`;
    if (whether === 'known')
      return plan.paths !== null && paths > plan.paths
        ? `${paths} paths already, more than the ${plan.paths} wanted`
        : null;
    if (paths === 0) return '0 paths; expected a whole number from 1';
    return plan.paths === null || paths === plan.paths ? null : `${paths} paths in place of ${plan.paths}`;
  };
  return (cells, records, whether) => {
    checkCells(cells, plan);
    if (records.length !== cells.length * size) {
      const wanted = `${cells.length} cells have ${cells.length * size} numbers`;
      throw new EngineError('option', `records of ${wanted} in this sweep; found ${records.length}.`);
    }
    for (let i = 0; i < cells.length; i++) {
      const paths = records[i * size];
      const tally = records.subarray(i * size + 1, (i + 1) * size);
      const fault =
        pathsFault(paths, whether) ??
        tallyFault(measures, tally, { paths, steps: prepared.grid.steps, shares }) ??
        (sampler.pathsEach === 2 ? pairsFault(tally, paths) : null);
      if (fault !== null) throw new EngineError('option', `the record of cell ${cells[i]} has ${fault}.`);
    }
  };
}

/** Pairs in whose first path, second path, and both paths something occurs. */
function pairsFault([first, second, both]: Float64Array, pairs: number): string | null {
  if (both <= Math.min(first, second) && first + second - both <= pairs) return null;
  return `${first}, ${second} and ${both} hits in ${pairs} pairs, which no pairs give`;
}
