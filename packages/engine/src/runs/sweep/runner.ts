/**
 * Runs parts of a sweep on a backend: trials, and cells of its plan. Any part may run anywhere and at any time; its
 * numbers are the same. Kernels stay open between parts.
 */
import type { Backend, Runner } from '../../backends/contract.js';
import { type EnsembleOptions, trialOptions } from '../ensemble.js';
import { cellsFor, kernelOf, type PreparedProgram } from '../prepare.js';
import { type CoupledRunner, coupledRunner } from '../tolerance/coupled-runner.js';
import { halvingReader } from '../tolerance/sampler.js';
import { checkCells, recordCheckOf } from './check.js';
import { type SweepDefinition, sweepCells } from './definition.js';
import { checkPlan, programOf, type SweepPlan } from './plan.js';
import { fixedRecords, followedRecords, type PartRun, recordsWithin } from './records.js';
import { halvingProgram, type SweepTrial } from './trials.js';

/** Some cells of a plan. Plain data, but for records that are known. */
export interface SweepPart {
  readonly cells: readonly number[];
  /** The plan's bound of each of these cells, in their order; null or NaN where there is none. */
  readonly bias?: ArrayLike<number | null>;
  /**
   * Records of these cells by the same step with fewer paths, or for another tolerance, one after the other; the first
   * number of a cell that has none is 0. Only further paths are run then, and the records are the same as without.
   */
  readonly known?: Float64Array;
}

export interface PartOptions extends Omit<EnsembleOptions, 'onCell'> {
  /** A cell of the part is finished. */
  readonly onCell?: (cell: number, record: Float64Array) => void;
}

export interface PartResult {
  /**
   * A record for each cell of the part, in their order: its number of paths (of antithetic pairs in a probability within a
   * tolerance), then its tally. All are whole numbers that add up.
   */
  readonly records: Float64Array;
  /** Path-steps that were run. */
  readonly pathSteps: number;
}

export interface SweepRunner {
  /** The change by halving the step and its variance, cell after cell. */
  trial(trial: SweepTrial, options?: PartOptions): Promise<Float64Array>;
  /** Throws EngineError for a plan or a part that is not of this sweep. Rejects with the signal's reason when aborted. */
  cells(plan: SweepPlan, part: SweepPart, options?: PartOptions): Promise<PartResult>;
  /** Closes kernels; the backend stays open. */
  close(): Promise<void>;
}

/** Throws EngineError or GameError for a definition that cannot be. */
export function openSweepRunner(definition: SweepDefinition, backend: Backend): SweepRunner {
  const cells = sweepCells(definition);
  const coupled: CoupledRunner = coupledRunner(backend, 1, (prepared) => halvingReader(cells.sampler.plan, prepared));
  let open:
    | { readonly plan: string; readonly prepared: PreparedProgram; readonly runner: Promise<Runner> | null }
    | undefined;
  const opened = (plan: SweepPlan) => {
    const text = JSON.stringify(plan);
    if (open?.plan !== text) {
      checkPlan(cells, plan);
      const prepared = programOf(cells, plan, plan.dt);
      if (cells.followed) {
        open = { plan: text, prepared, runner: null };
        return open;
      }
      const kernel = kernelOf(prepared, [plan.steps], cells.sampler.measures(prepared));
      const runner = closeCells().then(() => backend.open(kernel));
      open = { plan: text, prepared, runner };
    }
    return open;
  };
  const closeCells = async () => {
    const closing = open;
    open = undefined;
    await (await closing?.runner)?.close();
  };
  return {
    async trial(trial, options = {}) {
      const { rate, sigma, dt, pairs, batches } = trial;
      const prepared = halvingProgram(cells, { rate, sigma }, dt);
      const numbers = trial.cells;
      checkCells(numbers, { cells: cells.count });
      const paths = { cells: cellsFor(prepared, cells.read(numbers)), numbers, pairs, batches };
      const { value, variance } = await coupled.run(prepared, paths, trialOptions(options));
      return Float64Array.from({ length: 2 * value.length }, (_, i) => (i % 2 === 0 ? value : variance)[i >> 1]);
    },
    async cells(plan, part, options = {}) {
      const { prepared, runner } = opened(plan);
      const numbers = part.cells;
      checkCells(numbers, plan);
      if (part.known !== undefined) recordCheckOf(cells, plan, prepared)(numbers, part.known, 'known');
      if (cells.followed) return followedRecords(cells.followed, cells, { plan, part, prepared, options });
      const run: PartRun = {
        ...{ sweep: cells, plan, part, prepared, backend, options },
        runner: (await runner)!,
        cells: cellsFor(prepared, cells.read(numbers)),
      };
      return plan.tolerance === null ? fixedRecords(run, plan.paths!) : recordsWithin(run, plan.tolerance);
    },
    async close() {
      await Promise.all([closeCells(), coupled.close()]);
    },
  };
}
