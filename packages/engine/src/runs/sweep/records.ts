/**
 * Records of cells: a number of paths and the tally of these. With given paths every cell has as many; within a tolerance
 * each has what its variance needs.
 */
import type { Backend, Cells, Runner } from '../../backends/contract.js';
import { type Job, runEnsemble } from '../ensemble.js';
import { isNoisy, type PreparedProgram } from '../prepare.js';
import { type KnownPaths, spendPaths } from '../tolerance/paths.js';
import { type ErrorOfPath, followTask, type Sampler } from '../tolerance/sampler.js';
import type { SweepCells } from './definition.js';
import type { SweepPlan } from './plan.js';
import type { PartOptions, PartResult, SweepPart } from './runner.js';

/** A part with what runs it. */
export interface PartRun {
  readonly sweep: SweepCells;
  readonly plan: SweepPlan;
  readonly part: SweepPart;
  readonly prepared: PreparedProgram;
  readonly backend: Backend;
  readonly runner: Runner;
  readonly cells: Cells;
  readonly options: PartOptions;
}

/** Paths of the program that every cell has at first. */
const FIRST_PATHS = 256;
/** Room left for the interval where the bias alone fills the tolerance. */
const LEAST_ROOM = 0.3;
/** Times the paths that a number between 0 and 1 can need: more help no metric that has not come near by then. */
const PATIENCE = 16;

export async function fixedRecords(run: PartRun, paths: number): Promise<PartResult> {
  const { plan, part, cells, backend, runner, options } = run;
  const size = plan.recordSize - 1;
  const records = new Float64Array(cells.count * plan.recordSize);
  const jobs = new Map<number, Job & { cells: number[] }>();
  const repeated: Job[] = [];
  for (let i = 0; i < cells.count; i++) {
    const known = knownOf(run, i);
    const have = known?.units ?? 0;
    records.set([have, ...(known?.tally ?? [])], i * plan.recordSize);
    // paths run in fours: those of a four that was begun are run again and taken off
    const firstPath = have - (have % 4);
    if (have > firstPath) repeated.push({ cells: [i], firstPath, paths: have - firstPath });
    const job = jobs.get(firstPath) ?? { cells: [], firstPath, paths: paths - firstPath };
    if (have < paths) job.cells.push(i);
    if (job.cells.length > 0) jobs.set(firstPath, job);
  }
  if (repeated.length > 0) {
    const wanted = repeated.filter(({ cells: [i] }) => records[i * plan.recordSize] < paths);
    const tallies = await runEnsemble(backend, runner, cells, wanted, plan.steps, size, { signal: options.signal });
    for (const {
      cells: [i],
    } of wanted) {
      for (let k = 0; k < size; k++) records[i * plan.recordSize + 1 + k] -= tallies[i * size + k];
    }
  }
  let pathSteps = 0;
  const keep = (i: number, tally: Float64Array) => {
    const at = i * plan.recordSize;
    pathSteps += (paths - records[at]) * plan.steps;
    records[at] = paths;
    for (let k = 0; k < size; k++) records[at + 1 + k] += tally[k];
    options.onCell?.(part.cells[i], records.slice(at, at + plan.recordSize));
  };
  await runEnsemble(backend, runner, cells, [...jobs.values()], plan.steps, size, { ...options, onCell: keep });
  return { records, pathSteps };
}

export async function recordsWithin(run: PartRun, tolerance: number): Promise<PartResult> {
  const { sweep, plan, part, prepared, cells, backend, runner, options } = run;
  const { sampler, unit } = sweep;
  const absolute = tolerance * unit;
  const most = PATIENCE * (0.25 / (LEAST_ROOM * tolerance) ** 2) * 4;
  const records = new Float64Array(cells.count * plan.recordSize);
  const pathSteps = await spendPaths({
    ...{ backend, runner, cells, steps: plan.steps, size: plan.recordSize - 1 },
    first: isNoisy(prepared) ? FIRST_PATHS : 1,
    most: Math.min(2 ** 30, Math.ceil(most / 64) * 64),
    known: (i) => knownOf(run, i),
    need(i, tally, count) {
      const bias = part.bias?.[i] ?? Number.NaN;
      const room = Math.max(absolute - (Number.isNaN(bias) ? 0 : bias), LEAST_ROOM * absolute);
      return sampler.need(sampler.read(prepared, tally, count), count, room);
    },
    onCell(i, tally, count) {
      const record = Float64Array.of(count, ...tally);
      records.set(record, i * plan.recordSize);
      options.onCell?.(part.cells[i], record);
    },
    options: { signal: options.signal, onProgress: options.onProgress, chunk: options.chunk },
  });
  return { records, pathSteps: pathSteps * sampler.pathsEach };
}

/** Cells of one path each, followed anew: what is known of them may be less accurate. */
export async function followedRecords(
  sampler: Sampler & ErrorOfPath,
  { read, unit }: SweepCells,
  { plan, part, prepared, options }: Pick<PartRun, 'plan' | 'part' | 'prepared' | 'options'>,
): Promise<PartResult> {
  const records = new Float64Array(part.cells.length * plan.recordSize);
  // most pages never need it
  const { followCells } = await import('../follow.js');
  const pathSteps = await followCells(
    followTask(sampler, prepared, plan.tolerance!, unit),
    read(part.cells),
    (i, { tally, errors: [error] }) => {
      const record = Float64Array.of(1, ...tally);
      record[record.length - 1] = sampler.unitsOf(prepared, error);
      records.set(record, i * plan.recordSize);
      options.onCell?.(part.cells[i], record);
    },
    options,
  );
  return { records, pathSteps };
}

/** The record of the part's cell `i` that an earlier run has left; null where there is none. */
function knownOf({ plan, part }: PartRun, i: number): KnownPaths | null {
  const at = i * plan.recordSize;
  const units = part.known?.[at] ?? 0;
  return units > 0 ? { units, tally: part.known!.subarray(at + 1, at + plan.recordSize) } : null;
}
