/** What a sweep's ways of running have in common: cells by number in, estimates by cell out. */
import type { Opened } from '../backend/choose.js';
import type { EnsembleOptions } from '../ensemble.js';
import type { Estimate, Metric } from '../metric/metric.js';
import type { CellPlan, Prepared, RunOptions } from '../prepare.js';

export interface SweepRun {
  readonly options: RunOptions;
  readonly metric: Metric;
  readonly cells: CellPlan;
  readonly opened: Opened;
  /** Records of cells that need not be run again, and where new ones go. */
  readonly finished: ReadonlyMap<number, Float64Array>;
  onCell(cell: number, record: Float64Array): void;
  readonly ensemble: Pick<EnsembleOptions, 'signal' | 'onProgress' | 'chunk'>;
}

export interface SweepOutcome {
  readonly prepared: Prepared;
  readonly estimates: readonly Estimate[];
  /** Paths of each cell. */
  readonly paths: readonly number[];
  /** Bound of each cell's step bias, null where it is not known. */
  readonly bias: readonly (number | null)[];
  readonly boundaryHits: number;
  /** Path-steps of this run: those of finished cells left out. */
  readonly pathSteps: number;
}
