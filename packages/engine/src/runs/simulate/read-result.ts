/** From the tally of an ensemble to its result. */

import { alike, type DistributionMeasure, readDistribution } from '../../measures/reduce/distribution.js';
import { type Interval, meanInterval, wilson } from '../../measures/reduce/intervals.js';
import { alikePassage, type PassageMeasure, passageEdges, readPassage } from '../../measures/reduce/passage.js';
import { isNoisy, type Prepared } from '../prepare.js';
import type { MeasurePlan } from './plan-measures.js';
import type { Band, PassageSummary, ShareSummary, SimulateResult } from './result.js';
import type { Accuracy } from './within-tolerance.js';

export function readResult(
  plan: MeasurePlan,
  tally: Float64Array,
  paths: number,
  prepared: Prepared,
  names: readonly (readonly string[])[],
  initial: readonly (readonly number[])[],
  accuracy: Pick<Accuracy, 'outcomeBias' | 'shareBias'> | undefined,
): Pick<SimulateResult, 'final' | 'outcomes' | 'undecided' | 'passages' | 'passageEdges' | 'bands'> {
  const { grid } = prepared;
  const noisy = isNoisy(prepared);
  const read = (at: number) => {
    const found = readDistribution(plan.measures[at] as DistributionMeasure, tally, plan.offsets[at], paths);
    return noisy ? found : alike(found);
  };
  const interval = (count: number): Interval =>
    noisy ? wilson(count, paths) : { low: count / paths, high: count / paths };
  const counts = names.map((_, i) => tally[plan.offsets[plan.outcomes] + i]);
  const known = (bias: number | undefined) => (bias === undefined || Number.isNaN(bias) ? null : bias);
  const final = plan.final.map(({ name, at }, i) => {
    const { mean, sd, quantile } = read(at);
    const summary: ShareSummary = {
      mean,
      ...(noisy ? meanInterval(mean, sd, paths, [0, 1]) : { low: mean, high: mean }),
      bias: known(accuracy?.shareBias[i]),
      sd,
      q10: quantile(0.1),
      q25: quantile(0.25),
      q50: quantile(0.5),
      q75: quantile(0.75),
      q90: quantile(0.9),
    };
    return [name, summary] as const;
  });
  const bands = plan.bands.map((at, s) => {
    const { name, player, strategy } = plan.final[s];
    const start = initial[player][strategy];
    const summaries = at.map(read);
    const line = (value: (d: ReturnType<typeof read>) => number) => [start, ...summaries.map(value)];
    const band: Band = {
      mean: line((d) => d.mean),
      q10: line((d) => d.quantile(0.1)),
      q25: line((d) => d.quantile(0.25)),
      q50: line((d) => d.quantile(0.5)),
      q75: line((d) => d.quantile(0.75)),
      q90: line((d) => d.quantile(0.9)),
    };
    return [name, band] as const;
  });
  return {
    final: Object.fromEntries(final),
    outcomes: names.map((profile, i) => ({
      profile,
      probability: counts[i] / paths,
      ...interval(counts[i]),
      bias: known(accuracy?.outcomeBias[i]),
      count: counts[i],
    })),
    undecided: 1 - counts.reduce((sum, count) => sum + count, 0) / paths,
    passages: plan.passages.map((at, i) => readPassageSummary(names[i], plan, at, tally, paths, prepared, interval)),
    passageEdges:
      plan.passages.length === 0 ? [] : passageEdges(grid.steps).map((step) => grid.horizon * (step / grid.steps)),
    bands: {
      times: plan.bands.length > 0 ? [0, ...plan.records.map((step) => step * grid.dt)] : [],
      shares: Object.fromEntries(bands),
    },
  };
}

function readPassageSummary(
  profile: readonly string[],
  plan: MeasurePlan,
  at: number,
  tally: Float64Array,
  paths: number,
  prepared: Prepared,
  intervalOf: (count: number) => Interval,
): PassageSummary {
  const measure = plan.measures[at] as PassageMeasure;
  const { dt, horizon } = prepared.grid;
  const found = readPassage(measure, tally, plan.offsets[at], dt);
  const noisy = isNoisy(prepared);
  const { entered, mean, sd, quantile, counts } = noisy ? found : alikePassage(found);
  const limits = (value: number, spread: number) =>
    noisy ? meanInterval(value, spread, entered, [0, horizon]) : { low: value, high: value };
  // one path says nothing of the others
  const interval = mean === null || sd === null || (noisy && entered < 2) ? null : limits(mean, sd);
  return {
    profile,
    probability: entered / paths,
    ...intervalOf(entered),
    mean,
    meanLow: interval?.low ?? null,
    meanHigh: interval?.high ?? null,
    q10: quantile(0.1),
    q50: quantile(0.5),
    q90: quantile(0.9),
    counts: counts(passageEdges(measure.steps)),
  };
}
