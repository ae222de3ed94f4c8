/**
 * The header of a chunk, read like a stranger's: a folder may come from anywhere, and its checksum says only that nothing has
 * changed since. What fits is data of bounded size; whether it is of the sweep that is wanted is another question.
 */
import type { SweepPlan } from '@trilogue/engine';
import type { ChunkHeader } from './chunk.js';

/** As the engine allows. */
const mostCells = 10_000_000;

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= most;
const isNumber = (value: unknown): value is number => typeof value === 'number';

const isAxis = (value: unknown): boolean =>
  isObject(value) &&
  typeof value.name === 'string' &&
  isNumber(value.from) &&
  isNumber(value.to) &&
  isCount(value.count, mostCells);

const isPlan = (value: unknown): boolean =>
  isObject(value) &&
  isNumber(value.dt) &&
  typeof value.scheme === 'string' &&
  isCount(value.recordSize, 2 ** 31) &&
  (value.tolerance === null || isNumber(value.tolerance));

/** Runs ascend, so that no cell is there twice, and no number of cells is more than there can be. */
function areRuns(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  let next = 0;
  for (const run of value as unknown[]) {
    if (!Array.isArray(run) || run.length !== 2) return false;
    const [first, count] = run as unknown[];
    if (!Number.isInteger(first) || (first as number) < next || !isCount(count, mostCells)) return false;
    next = (first as number) + count;
    if (next > mostCells) return false;
  }
  return true;
}

export interface PlanHeader {
  readonly kind: 'plan';
  readonly sweep: string;
  readonly plan: SweepPlan;
}

/** All of a plan, as it stands beside the bounds of its bias. */
export function isPlanHeader(value: unknown): value is PlanHeader {
  if (!isObject(value) || value.kind !== 'plan' || typeof value.sweep !== 'string' || !isPlan(value.plan)) return false;
  const { cells, paths, steps, rate, sigma, trialSteps } = value.plan as Fields;
  return isCount(cells, mostCells) && paths === null && [steps, rate, sigma, trialSteps].every(isNumber);
}

const areNumbers = (value: unknown): boolean => Array.isArray(value) && value.every(Number.isSafeInteger);

export function isChunkHeader(value: unknown): value is ChunkHeader {
  return (
    isObject(value) &&
    value.kind === 'cells' &&
    typeof value.base === 'string' &&
    typeof value.sweep === 'string' &&
    isAxis(value.x) &&
    (value.y === null || isAxis(value.y)) &&
    isPlan(value.plan) &&
    areRuns(value.runs) &&
    (value.gone === undefined || areNumbers(value.gone))
  );
}
