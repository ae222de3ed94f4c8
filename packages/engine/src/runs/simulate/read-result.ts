/** From the tally of an ensemble to its result. */

import type { Point } from '@trilogue/core';
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
  { initial, environment: starts = [] }: Point,
  accuracy: Pick<Accuracy, 'outcomeBias' | 'shareBias'> | undefined,
): Pick<SimulateResult, 'final' | 'environment' | 'outcomes' | 'undecided' | 'passages' | 'passageEdges' | 'bands'> {
  const { grid } = prepared;
  const shares = plan.final.filter(({ player }) => player >= 0).length;
  const states = shares < plan.final.length;
  const noisy = isNoisy(prepared);
  const read = (at: number) => {
    const found = readDistribution(plan.measures[at] as DistributionMeasure, tally, plan.offsets[at], paths);
    return noisy ? found : alike(found);
  };
  const interval = (count: number): Interval =>
    noisy ? wilson(count, paths) : { low: count / paths, high: count / paths };
  const counts = names.map((_, i) => tally[plan.offsets[plan.outcomes] + i]);
  const known = (bias: number | undefined) => (bias === undefined || Number.isNaN(bias) ? null : bias);
  const final = plan.final.map(({ name, range, at }, i) => {
    const { mean, sd, quantile } = read(at);
    const [from, to] = range;
    const scaled = (part: number) => from + (to - from) * part;
    const { low, high } = noisy ? meanInterval(mean, sd, paths, [0, 1]) : { low: mean, high: mean };
    const bias = known(accuracy?.shareBias[i]);
    const summary: ShareSummary = {
      ...{ mean: scaled(mean), low: scaled(low), high: scaled(high) },
      bias: bias === null ? null : bias * (to - from),
      sd: sd * (to - from),
      q10: scaled(quantile(0.1)),
      q25: scaled(quantile(0.25)),
      q50: scaled(quantile(0.5)),
      q75: scaled(quantile(0.75)),
      q90: scaled(quantile(0.9)),
    };
    return [name, summary] as const;
  });
  const bands = plan.bands.map((at, s) => {
    const { name, player, strategy, range } = plan.final[s];
    const start = player < 0 ? starts[strategy] : initial[player][strategy];
    const summaries = at.map(read);
    const line = (value: (d: ReturnType<typeof read>) => number) => [
      start,
      ...summaries.map((d) => range[0] + (range[1] - range[0]) * value(d)),
    ];
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
    final: Object.fromEntries(final.slice(0, shares)),
    ...(states && { environment: Object.fromEntries(final.slice(shares)) }),
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
      shares: Object.fromEntries(bands.slice(0, shares)),
      ...(states && { environment: Object.fromEntries(bands.slice(shares)) }),
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
