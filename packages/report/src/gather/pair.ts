/**
 * The metric over two factors at once: those that were asked for, those of the bundled game, or the two that do most.
 */
import type { Game } from '@trilogue/core';
import {
  type Axis,
  accuracyOfCells,
  type CellAccuracy,
  type CellGrid,
  type SweepResult,
  sweep,
} from '@trilogue/engine';
import type { FactorFigures } from './factors.js';
import { type ReportJob, swept, sweptTolerance } from './job.js';

/** The metric over two factors, or over one where one was asked for. */
export interface PairFigures {
  readonly result: SweepResult;
  readonly accuracy: CellAccuracy;
  /** Why these axes. */
  readonly why: 'asked' | 'own' | 'largest';
}

const values = 25;
/** What the authors of the bundled game ask about. */
const ownAxes: Readonly<Record<string, readonly [x: string, y: string]>> = { 'data-sharing': ['tau', 'p'] };

/** Null where fewer than two parameters have a range, and no axes were asked for. */
export async function gatherPair(
  job: ReportJob,
  metric: string,
  factors: readonly FactorFigures[],
): Promise<PairFigures | null> {
  const axes = axesOf(job, factors);
  if (axes === null) return null;
  const { x, y, why } = axes;
  const varied = [x, ...(y === null ? [] : [y])].map(({ name }) => name);
  const set = Object.fromEntries(Object.entries(job.set).filter(([name]) => !varied.includes(name)));
  const result = await sweep({ ...swept(job), set, metric, x, ...(y === null ? {} : { y }) });
  const tolerance = sweptTolerance(job.accuracy.tolerance);
  const accuracy = accuracyOfCells(job.game, { tolerance, metric, horizon: job.horizon }, gridOf(result));
  return { result, accuracy, why };
}

/** The cells column by column, NaN for what is not known. */
function gridOf({ x, y, values, low, high, bias, tolerance }: SweepResult): CellGrid {
  const column = (rows: SweepResult['values']) => Float64Array.from(rows.flat(), (entry) => entry ?? Number.NaN);
  const columns = { value: column(values), low: column(low), high: column(high) };
  return { x, y, columns, bias: tolerance === null ? null : column(bias) };
}

function axesOf(
  { game, axes }: ReportJob,
  factors: readonly FactorFigures[],
): { x: Axis; y: Axis | null; why: PairFigures['why'] } | null {
  if (axes !== null) return { x: axes.x, y: axes.y ?? null, why: 'asked' };
  const own = Object.hasOwn(ownAxes, game.name) ? ownAxes[game.name]!.map((name) => rangeOf(game, name)) : [];
  if (own[0] && own[1]) return { x: own[0], y: own[1], why: 'own' };
  const [first, second] = factors
    .filter(({ swing }) => swing !== null)
    .toSorted((a, b) => b.swing! - a.swing!)
    .map(({ name }) => rangeOf(game, name)!);
  return first === undefined || second === undefined ? null : { x: first, y: second, why: 'largest' };
}

function rangeOf(game: Game, name: string): Axis | undefined {
  const range = game.parameters.find((parameter) => parameter.name === name)?.range;
  return range === undefined ? undefined : { name, from: range[0], to: range[1], count: values };
}
