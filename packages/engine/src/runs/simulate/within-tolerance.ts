/**
 * Step and paths of an ensemble whose outcome probabilities and mean final shares are to be right within a tolerance.
 */
import { fieldShape } from '@trilogue/core';
import type { Backend } from '../../backends/contract.js';
import { pathsFactor } from '../../measures/reduce/intervals.js';
import { tallyOffsets, tallySize } from '../../measures/reduce/measure.js';
import { accurateScheme } from '../../schemes/choose.js';
import type { SchemeName } from '../../schemes/contract.js';
import { boundsOf, type CellNumbers } from '../cell-numbers.js';
import type { EnsembleOptions } from '../ensemble.js';
import { cellsFor, isNoisy, kernelOf, prepare, prepareProgram, type RunOptions } from '../prepare.js';
import { coupledRunner } from '../tolerance/coupled-runner.js';
import { spendPaths } from '../tolerance/paths.js';
import { onSecondCopy } from '../tolerance/second-copy.js';
import { chooseStep } from '../tolerance/step.js';
import { windowsOf } from '../tolerance/window.js';
import { type Quantity, quantitiesOf } from './quantities.js';

export interface Accuracy {
  readonly scheme: SchemeName;
  readonly dt: number;
  readonly paths: number;
  /** Bounds of the step bias of each outcome's probability and each named share's mean; NaN where not estimated. */
  readonly outcomeBias: readonly number[];
  readonly shareBias: readonly number[];
  /** Path-steps that finding this took. */
  readonly pathSteps: number;
}

/** A step that was tried on the way, and what is known of its bias. */
export type TriedStep = Pick<Accuracy, 'scheme' | 'dt' | 'outcomeBias' | 'shareBias'>;

/** Paths at first, and steps at least, which bands need to be smooth. */
const FIRST_PATHS = 10_240;
const LEAST_STEPS = 100;
const MOST_PATHS = 2 ** 30;
/** Room left for the interval where the bias alone fills the tolerance. */
const LEAST_ROOM = 0.3;

/** Where and how trial paths run. */
interface Ensemble {
  readonly backend: Backend;
  readonly options: Pick<EnsembleOptions, 'signal' | 'onProgress' | 'chunk'>;
}

export async function accuracyFor(
  options: RunOptions,
  cells: CellNumbers,
  tolerance: number,
  ensemble: Ensemble,
  onTried: (tried: TriedStep) => void = () => {},
): Promise<Accuracy> {
  const scheme = accurateScheme(fieldShape(options.game), options.scheme);
  const run: RunOptions = { ...options, scheme };
  const { outcomes, shares } = quantitiesOf(options);
  const wanted = [...outcomes, ...shares];
  const byKind = (bias: ArrayLike<number>) => ({
    outcomeBias: Array.from(bias).slice(0, outcomes.length),
    shareBias: Array.from(bias).slice(outcomes.length),
  });
  const halving = (dt: number | undefined) =>
    prepareProgram({ ...run, dt }, cells.shape, boundsOf(cells), [], 'halving');
  const coupled = coupledRunner(ensemble.backend, wanted.length, ({ width }) => {
    const fine = wanted.map(({ measure }) => measure);
    const measures = [...fine, ...fine.map((measure) => onSecondCopy(measure, width))];
    const offsets = tallyOffsets(measures);
    const read = (tally: Float64Array, paths: number) =>
      wanted.map((quantity, i) => ({
        fine: quantity.read(tally, offsets[i], paths).value,
        coarse: quantity.read(tally, offsets[wanted.length + i], paths).value,
      }));
    return { measures, reader: { size: tallySize(measures), read } };
  });
  const step = await chooseStep({
    cells: 1,
    windows: windowsOf(1, 1),
    quantities: wanted.length,
    tolerance,
    prepare(dt) {
      if (dt !== undefined) return halving(dt);
      const { longestDt, grid } = halving(undefined);
      return halving(Math.min(longestDt, grid.horizon / LEAST_STEPS));
    },
    onTried: ({ dt, bias }) => onTried({ scheme, dt, ...byKind(bias) }),
    differences: (prepared, pairs, batches) =>
      coupled.run(prepared, { cells: cellsFor(prepared, cells), numbers: [0], pairs, batches }, ensemble.options),
  }).finally(coupled.close);
  const bias = [...step.bias];
  const chosen = { ...run, dt: step.dt };
  const { paths, pathSteps } = await pathsFor(chosen, cells, wanted, bias, tolerance, ensemble);
  return {
    scheme,
    dt: step.dt,
    paths,
    pathSteps: step.pathSteps + pathSteps,
    ...byKind(bias),
  };
}

async function pathsFor(
  options: RunOptions,
  cells: CellNumbers,
  wanted: readonly Quantity[],
  bias: readonly number[],
  tolerance: number,
  ensemble: Ensemble,
): Promise<{ paths: number; pathSteps: number }> {
  const prepared = prepare(options, cells, []);
  if (!isNoisy(prepared)) return { paths: 1, pathSteps: 0 };
  const measures = wanted.map(({ measure }) => measure);
  const offsets = tallyOffsets(measures);
  const { steps } = prepared.grid;
  const runner = await ensemble.backend.open(kernelOf(prepared, [steps], measures));
  let enough = FIRST_PATHS;
  try {
    const pathSteps = await spendPaths({
      ...ensemble,
      runner,
      cells: prepared.cells,
      steps,
      size: tallySize(measures),
      first: FIRST_PATHS,
      most: MOST_PATHS,
      need(_, tally, paths) {
        const needs = wanted.map((quantity, i) => {
          const { value, low, high } = quantity.read(tally, offsets[i], paths);
          const room = Math.max(tolerance - (Number.isNaN(bias[i]) ? 0 : bias[i]), LEAST_ROOM * tolerance);
          return pathsFactor(value, Math.max(high - value, value - low), paths, room);
        });
        return Math.max(...needs);
      },
      onCell: (_cell, _tally, paths) => {
        enough = paths;
      },
    });
    return { paths: enough, pathSteps };
  } finally {
    await runner.close();
  }
}
