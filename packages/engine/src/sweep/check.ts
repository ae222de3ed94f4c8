/** What comes from elsewhere must fit a sweep before it is believed: numbers of cells, and records. */
import { EngineError } from '../errors.js';
import type { SweepPlan } from './plan.js';

/** Throws EngineError where a cell is not one of the sweep. */
export function checkCells(cells: ArrayLike<number>, { cells: count }: Pick<SweepPlan, 'cells'>): void {
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i];
    if (Number.isInteger(cell) && cell >= 0 && cell < count) continue;
    throw new EngineError('option', `cell ${cell} does not belong to this sweep of ${count} cells.`);
  }
}

/**
 * Throws EngineError where records are not of such cells of the plan.
 *
 * @param fewest paths that each must have
 */
export function checkRecords(cells: ArrayLike<number>, records: Float64Array, plan: SweepPlan, fewest: 0 | 1): void {
  checkCells(cells, plan);
  const size = plan.recordSize;
  if (records.length !== cells.length * size) {
    const wanted = `${cells.length} cells have ${cells.length * size} numbers`;
    throw new EngineError('option', `records of ${wanted} in this sweep; found ${records.length}.`);
  }
  for (let i = 0; i < cells.length; i++) {
    const paths = records[i * size];
    if (Number.isSafeInteger(paths) && paths >= fewest) continue;
    throw new EngineError('option', `the record of cell ${cells[i]} has ${paths} paths; expected a whole number.`);
  }
}
