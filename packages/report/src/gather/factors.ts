/**
 * One factor at a time: the metric along the range of every parameter, and the shares over time at its low, middle and
 * high value, the others staying where they are.
 */
import { GameError, type Parameter } from '@trilogue/core';
import { EngineError, type SimulateResult, simulate, sweep } from '@trilogue/engine';
import { piece, type Stages } from '../stage.js';
import { type ReportJob, sketched, swept } from './job.js';
import { type Told, toldRow } from './told.js';

/** What one parameter does, the others staying where they are. */
export interface FactorFigures {
  readonly name: string;
  readonly title: string | null;
  readonly group: string | null;
  readonly range: readonly [low: number, high: number];
  /** Where it stands. */
  readonly value: number;
  /** Values over the range, its ends included. */
  readonly at: readonly number[];
  readonly metric: readonly Told[];
  /** Largest less smallest value of the metric; null where it has none. */
  readonly swing: number | null;
  /** At the low, middle and high value. */
  readonly levels: readonly FactorLevel[];
  /** Why there are no figures; null where there are. */
  readonly fault: string | null;
}

/** Shares over time at one value of a parameter. */
export interface FactorLevel {
  readonly value: number;
  readonly metric: Told;
  readonly times: readonly number[];
  /** Mean over the paths by share name. */
  readonly means: Readonly<Record<string, readonly number[]>>;
  readonly paths: number;
}

/** Odd, so that the middle of the range is among them. */
const valuesOfRange = 7;
const curveTimes = 40;

export async function* gatherFactors(
  job: ReportJob,
  metric: string,
  ensemble: SimulateResult,
): Stages<FactorFigures[]> {
  const ranged = job.game.parameters.filter(({ range }) => range !== undefined);
  const found: FactorFigures[] = [];
  for (const [i, parameter] of ranged.entries()) {
    yield piece('factors', parameter.name, i, ranged.length);
    try {
      found.push(await alongRange(job, metric, ensemble, parameter));
    } catch (error) {
      // a range may hold values at which the game itself is not defined
      if (!(error instanceof GameError || error instanceof EngineError)) throw error;
      found.push({ ...identity(job, parameter), at: [], metric: [], swing: null, levels: [], fault: error.message });
    }
  }
  return found;
}

async function alongRange(
  job: ReportJob,
  metric: string,
  ensemble: SimulateResult,
  parameter: Parameter,
): Promise<FactorFigures> {
  const { name } = parameter;
  const { at, told } = await metricAlong(job, metric, parameter);
  const known = told.flatMap(({ value }) => (value === null ? [] : [value]));
  const levels: FactorLevel[] = [];
  for (const i of [0, (valuesOfRange - 1) / 2, valuesOfRange - 1]) {
    const value = at[i]!;
    const run = sketched(job, ensemble);
    const { bands, paths } = await simulate({
      ...run,
      set: { ...job.set, [name]: value },
      times: curveTimes,
      passages: false,
    }).catch((error: unknown) => {
      if (!(error instanceof GameError)) throw error;
      throw new GameError(error.faults.map((fault) => ({ ...fault, place: `at ${value}: ${fault.place}` })));
    });
    const means = Object.fromEntries(Object.entries(bands.shares).map(([share, { mean }]) => [share, mean]));
    levels.push({ value, metric: told[i]!, times: bands.times, means, paths });
  }
  return {
    ...identity(job, parameter),
    at,
    metric: told,
    swing: known.length === 0 ? null : Math.max(...known) - Math.min(...known),
    levels,
    fault: null,
  };
}

/** A metric along the range of a parameter that has one. */
export async function metricAlong(
  job: ReportJob,
  metric: string,
  { name, range }: Parameter,
): Promise<{ readonly at: readonly number[]; readonly told: readonly Told[] }> {
  const [from, to] = range!;
  const set = Object.fromEntries(Object.entries(job.set).filter(([other]) => other !== name));
  const found = await sweep({ ...swept(job), set, metric, x: { name, from, to, count: valuesOfRange } });
  return { at: found.x.values, told: toldRow(found) };
}

function identity({ point }: ReportJob, { name, title, group, range }: Parameter) {
  return { name, title: title ?? null, group: group ?? null, range: range!, value: point.parameters[name]! };
}
