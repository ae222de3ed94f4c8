/**
 * What a step's error is made of: the same metric by steps of dt and of dt / 2 on one noise, in batches of paths, and
 * the jackknife of their difference.
 * Source: Efron (1982), The Jackknife, for the variance; Giles (2008), Multilevel Monte Carlo Path Simulation, for coupled
 * steps.
 */
import { pickCells } from '../../backends/cells.js';
import type { Backend, Cells, Runner } from '../../backends/contract.js';
import { type EnsembleOptions, type Job, runEnsemble } from '../ensemble.js';

/** The metric by both steps, from one tally; null where the paths do not say. */
export interface Halves {
  readonly coarse: number | null;
  readonly fine: number | null;
}

/** How a tally of coupled paths is read: one entry for each quantity. */
export interface HalvingReader {
  readonly size: number;
  read(tally: Float64Array, paths: number): readonly Halves[];
}

/** For each cell and quantity, cell after cell: the metric by dt less that by dt / 2, and the variance of this. */
export interface Differences {
  readonly value: Float64Array;
  readonly variance: Float64Array;
}

/** Stream cells of batches begin here, so that they share no noise with the paths of a result. */
const FIRST_STREAM = 2 ** 31;

/** The most tally numbers that are held at a time. */
const TALLY_NUMBERS = 2 ** 22;

/**
 * Runs coupled paths.
 *
 * @param cells in the form `halving`
 * @param numbers of these cells in the whole run, which address their noise
 * @param pairs coupled paths of each cell, a multiple of 4 in each batch; 0 leaves a cell out (its entries are NaN)
 */
export async function differencesOf(
  backend: Backend,
  runner: Runner,
  cells: Cells,
  numbers: ArrayLike<number>,
  steps: number,
  pairs: ArrayLike<number>,
  batches: number,
  quantities: number,
  reader: HalvingReader,
  options: Pick<EnsembleOptions, 'signal' | 'onProgress' | 'chunk'>,
): Promise<Differences> {
  const value = new Float64Array(cells.count * quantities).fill(Number.NaN);
  const variance = new Float64Array(cells.count * quantities).fill(Number.NaN);
  const wanted = Array.from({ length: cells.count }, (_, cell) => cell).filter((cell) => pairs[cell] > 0);
  const together = Math.max(1, Math.floor(TALLY_NUMBERS / (batches * reader.size)));
  for (let from = 0; from < wanted.length; from += together) {
    const part = wanted.slice(from, from + together);
    const picked = pickCells(
      cells,
      part.flatMap((cell) => Array.from({ length: batches }, () => cell)),
    );
    const streams = picked.streams.map(
      (_, i) => FIRST_STREAM + numbers[part[Math.floor(i / batches)]] * batches + (i % batches),
    );
    const tallies = await runEnsemble(
      backend,
      runner,
      { ...picked, streams },
      jobsOf(part, pairs, batches),
      steps,
      reader.size,
      options,
    );
    for (const [i, cell] of part.entries()) {
      const width = batches * reader.size;
      const read = jackknife(tallies.subarray(i * width, (i + 1) * width), batches, pairs[cell], quantities, reader);
      for (const [q, difference] of read.entries()) {
        value[cell * quantities + q] = difference.value;
        variance[cell * quantities + q] = difference.variance;
      }
    }
  }
  return { value, variance };
}

/** The batches of cells, those with equal numbers of paths together. */
function jobsOf(part: readonly number[], pairs: ArrayLike<number>, batches: number): Job[] {
  const byPaths = new Map<number, number[]>();
  for (const [i, cell] of part.entries()) {
    const same = byPaths.get(pairs[cell] / batches) ?? [];
    for (let batch = 0; batch < batches; batch++) same.push(i * batches + batch);
    byPaths.set(pairs[cell] / batches, same);
  }
  return [...byPaths].map(([paths, cells]) => ({ cells, firstPath: 0, paths }));
}

function jackknife(
  tallies: Float64Array,
  batches: number,
  pairs: number,
  quantities: number,
  { size, read }: HalvingReader,
): { value: number; variance: number }[] {
  const sum = new Float64Array(size);
  for (let i = 0; i < tallies.length; i++) sum[i % size] += tallies[i];
  const differences = (tally: Float64Array, paths: number) =>
    read(tally, paths).map(({ coarse, fine }) => (coarse === null || fine === null ? Number.NaN : coarse - fine));
  const whole = differences(sum, pairs);
  const without = Array.from({ length: batches }, (_, batch) =>
    differences(
      sum.map((total, i) => total - tallies[batch * size + i]),
      pairs - pairs / batches,
    ),
  );
  return Array.from({ length: quantities }, (_, q) => {
    const mean = without.reduce((total, values) => total + values[q], 0) / batches;
    const squares = without.reduce((total, values) => total + (values[q] - mean) ** 2, 0);
    return { value: whole[q], variance: ((batches - 1) / batches) * squares };
  });
}
