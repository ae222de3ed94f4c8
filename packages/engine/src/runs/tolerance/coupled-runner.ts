/** Runs coupled paths on a backend, and keeps the kernel of the last step open between calls. */
import type { Backend, Cells, Runner } from '../../backends/contract.js';
import type { Measure } from '../../measures/reduce/measure.js';
import type { EnsembleOptions } from '../ensemble.js';
import { kernelOf, type PreparedProgram } from '../prepare.js';
import { type Differences, differencesOf, type HalvingReader } from './halving.js';

/** Some cells and how many coupled paths each is to have. */
export interface CoupledPaths {
  readonly cells: Cells;
  /** Numbers of these cells in the whole run. */
  readonly numbers: ArrayLike<number>;
  readonly pairs: ArrayLike<number>;
  readonly batches: number;
}

export interface CoupledRunner {
  run(
    prepared: PreparedProgram,
    paths: CoupledPaths,
    options: Pick<EnsembleOptions, 'signal' | 'onProgress' | 'chunk'>,
  ): Promise<Differences>;
  close(): Promise<void>;
}

export function coupledRunner(
  backend: Backend,
  quantities: number,
  readerOf: (prepared: PreparedProgram) => { readonly measures: readonly Measure[]; readonly reader: HalvingReader },
): CoupledRunner {
  let open: { readonly dt: number; readonly reader: HalvingReader; readonly runner: Promise<Runner> } | undefined;
  const close = async () => {
    const closing = open;
    open = undefined;
    await (await closing?.runner)?.close();
  };
  return {
    async run(prepared, { cells, numbers, pairs, batches }, options) {
      const { steps, dt } = prepared.grid;
      if (open?.dt !== dt) {
        const { measures, reader } = readerOf(prepared);
        // calls may overlap: the next one finds this runner open
        const runner = close().then(() => backend.open(kernelOf(prepared, [steps], measures)));
        open = { dt, reader, runner };
      }
      const { reader, runner } = open;
      return differencesOf(backend, await runner, cells, numbers, steps, pairs, batches, quantities, reader, options);
    },
    close,
  };
}
