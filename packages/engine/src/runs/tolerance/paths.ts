/**
 * As many paths as each cell needs: a few for all, then more where the estimate's interval is still too wide. What a cell
 * gets depends on its own paths alone.
 */
import type { Backend, Cells, Runner } from '../../backends/contract.js';
import { type EnsembleOptions, type Job, runEnsemble } from '../ensemble.js';

export interface PathSearch {
  readonly backend: Backend;
  readonly runner: Runner;
  readonly cells: Cells;
  readonly steps: number;
  /** Numbers of one cell's tally. */
  readonly size: number;
  /** Paths of the program that a cell has at first, and at most. */
  readonly first: number;
  readonly most: number;
  /** The tally of the first so many paths of a cell, where an earlier run has left one. */
  known?(cell: number): KnownPaths | null;
  /** By which factor more paths a cell needs; 1 or less where it has enough. */
  need(cell: number, tally: Float64Array, units: number): number;
  /** A cell has its paths. */
  onCell(cell: number, tally: Float64Array, units: number): void;
  readonly options: Pick<EnsembleOptions, 'signal' | 'onProgress' | 'chunk'>;
}

/** A tally of a cell's first paths. */
export interface KnownPaths {
  readonly units: number;
  readonly tally: Float64Array;
}

/** A round that adds less than this part is not worth its overhead. */
const LEAST_GROWTH = 1.15;
/** The first paths do not know their variance well enough to ask for more than this at once. */
const MOST_GROWTH = 64;
/** Aims a little further, since the estimate of what is needed is one. */
const RESERVE = 1.06;

/** Runs the paths of every cell. Cost: path-steps as needed; resolves to how many there were. */
export async function spendPaths(search: PathSearch): Promise<number> {
  const { cells, steps, size, first, most, options } = search;
  const tallies = new Float64Array(cells.count * size);
  let pathSteps = 0;
  let open: Wish[] = Array.from({ length: cells.count }, (_, cell) => ({ cell, have: 0, want: first }));
  while (open.length > 0) {
    // paths that are known stand for the first of those that are wanted, never for more
    for (const wish of open) {
      const known = search.known?.(wish.cell);
      if (!known || known.units <= wish.have || known.units > wish.want) continue;
      tallies.set(known.tally, wish.cell * size);
      wish.have = known.units;
    }
    const added = await runEnsemble(search.backend, search.runner, cells, jobsOf(open), steps, size, options);
    const next: Wish[] = [];
    for (const { cell, have, want } of open) {
      pathSteps += (want - have) * steps;
      const tally = tallies.subarray(cell * size, (cell + 1) * size);
      for (let i = 0; i < size; i++) tally[i] += added[cell * size + i];
      const need = search.need(cell, tally, want);
      if (!(need > 1) || want >= most) search.onCell(cell, tally.slice(), want);
      else next.push({ cell, have: want, want: Math.min(most, grown(want, need)) });
    }
    open = next;
  }
  return pathSteps;
}

/** A cell that has so many paths and is to have more. */
interface Wish {
  readonly cell: number;
  have: number;
  readonly want: number;
}

/** The next number of paths: one of eight to an octave, so that cells go together. */
function grown(paths: number, need: number): number {
  const factor = Math.min(MOST_GROWTH, Math.max(LEAST_GROWTH, need * RESERVE));
  const rounded = 2 ** (Math.ceil(8 * Math.log2(paths * factor)) / 8);
  return Math.ceil(rounded / 64) * 64;
}

/** Cells that go from one number of paths to another, together. */
function jobsOf(open: readonly Wish[]): Job[] {
  const jobs = new Map<string, { cells: number[]; firstPath: number; paths: number }>();
  for (const { cell, have, want } of open) {
    if (have === want) continue;
    const key = `${have} ${want}`;
    const job = jobs.get(key) ?? { cells: [], firstPath: have, paths: want - have };
    job.cells.push(cell);
    jobs.set(key, job);
  }
  return [...jobs.values()];
}
