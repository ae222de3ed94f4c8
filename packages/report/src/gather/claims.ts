/**
 * The four claims of the abstract of Dong, Liu and Mi (2023) that the bundled game stands for, each with the figures that
 * bear it out, or do not, at the point of the report.
 */
import type { ProfileConditions } from '@trilogue/analysis';
import type { Parameter } from '@trilogue/core';
import { sweep } from '@trilogue/engine';
import { piece, type Stages } from '../stage.js';
import { type FactorFigures, metricAlong } from './factors.js';
import { accurate, type ReportJob } from './job.js';
import { type Difference, difference, type Told, toldRow } from './told.js';

/** Whether a claim about a direction holds: `open` where the difference is within its error. */
export type Verdict = 'holds' | 'does not hold' | 'open';

/** A metric along one parameter. */
export interface Trend {
  readonly parameter: string;
  readonly title: string | null;
  readonly at: readonly number[];
  readonly metric: readonly Told[];
  /** From the low end to the high one; null where an end has no value. */
  readonly change: Difference | null;
  readonly verdict: Verdict;
}

/** The claims with their figures. */
export interface Claims {
  /** 1: the profile, its eigenvalues, and whether it is stable. */
  readonly stable: {
    readonly profile: readonly string[];
    readonly eigenvalues: readonly number[];
    readonly verdict: Verdict;
  };
  /** 2: the probability along the investments, and the external effect of each at full sharing. */
  readonly investment: {
    readonly trends: readonly Trend[];
    readonly effects: readonly {
      readonly parameter: string;
      readonly at: readonly number[];
      readonly effect: readonly number[];
    }[];
    readonly verdict: Verdict;
  };
  /** 3: the gap between both departments over time along trust. */
  readonly trust: { readonly trend: Trend; readonly largestAt: number; readonly verdict: Verdict };
  /** 4: the probability along coordination and reviews; the reward is told apart. */
  readonly coordination: {
    readonly trends: readonly Trend[];
    readonly reward: Reward;
    readonly verdict: Verdict;
  };
}

/** The probability along the reward, which helps only up to a point. */
export interface Reward {
  readonly trend: Trend;
  /** Where the metric is largest among the values looked at, and whether it beats both ends beyond the errors. */
  readonly best: number;
  readonly inside: boolean;
}

const profile = ['share', 'share', 'coordinate'];
export const fullSharing = `P(${profile.join(',')})`;
export const gapMetric = 'gap(A.share,B.share)';
const investments = ['I_A', 'I_B'];
const coordinating = ['kappa', 'p', 'v', 'd'];
/** Trust as it accumulates: from little to nearly full. */
const trust = { name: 'tau', from: 0.3, to: 0.9, count: 7 };

/**
 * @param metric what `factors` were looked at for
 * @returns null for any other game than the bundled one, and where its file was changed so that a name is missing
 */
export async function* gatherClaims(
  job: ReportJob,
  metric: string,
  conditions: readonly ProfileConditions[],
  factors: readonly FactorFigures[],
): Stages<Claims | null> {
  const { game, point } = job;
  const stable = conditions.find((each) => each.profile.join() === profile.join());
  const named = new Map(game.parameters.map((parameter) => [parameter.name, parameter]));
  const names = [...investments, ...coordinating, 'w', trust.name];
  if (game.name !== 'data-sharing' || stable === undefined || !named.has('e')) return null;
  if (names.some((name) => named.get(name)?.range === undefined)) return null;
  const along = async function* (name: string): Stages<Trend> {
    yield piece('claims', name, names.indexOf(name), names.length);
    const parameter = named.get(name)!;
    const known = factors.find((factor) => factor.name === name && factor.fault === null);
    if (metric === fullSharing && known !== undefined) return trendOf(parameter, known.at, known.metric, 1);
    const { at, told } = await metricAlong(job, fullSharing, parameter);
    return trendOf(parameter, at, told, 1);
  };
  const all = async function* (several: readonly string[]): Stages<Trend[]> {
    const trends: Trend[] = [];
    for (const name of several) trends.push(yield* along(name));
    return trends;
  };
  const invested = yield* all(investments);
  const coordinated = yield* all(coordinating);
  const rewarded = yield* along('w');
  yield piece('claims', trust.name, names.length - 1, names.length);
  const effect = point.parameters.e!;
  return {
    stable: {
      profile,
      eigenvalues: stable.conditions.map(({ value }) => value),
      verdict: stable.verdict === 'stable' ? 'holds' : stable.verdict === 'unstable' ? 'does not hold' : 'open',
    },
    investment: {
      trends: invested,
      effects: invested.map(({ parameter, at }) => ({ parameter, at, effect: at.map((value) => effect * value) })),
      verdict: together(invested),
    },
    trust: await trustClaim(job, named.get(trust.name)!),
    coordination: { trends: coordinated, reward: rewardOf(rewarded), verdict: together(coordinated) },
  };
}

async function trustClaim(job: ReportJob, parameter: Parameter): Promise<Claims['trust']> {
  const set = Object.fromEntries(Object.entries(job.set).filter(([name]) => name !== trust.name));
  const gap = await sweep({ ...accurate(job), set, metric: gapMetric, x: trust });
  const trend = trendOf(parameter, gap.x.values, toldRow(gap), -1);
  return { trend, largestAt: trend.at[largest(trend.metric)]!, verdict: trend.verdict };
}

/** @param sign 1 where the claim is that the metric rises */
function trendOf(
  { name, title }: Pick<Parameter, 'name' | 'title'>,
  at: readonly number[],
  metric: readonly Told[],
  sign: 1 | -1,
): Trend {
  const change = difference(metric[0]!, metric.at(-1)!);
  return { parameter: name, title: title ?? null, at, metric, change, verdict: verdictOf(change, sign) };
}

function verdictOf(change: Difference | null, sign: 1 | -1): Verdict {
  if (change === null || Math.abs(change.value) <= change.error) return 'open';
  return sign * change.value > 0 ? 'holds' : 'does not hold';
}

function together(trends: readonly Trend[]): Verdict {
  if (trends.some(({ verdict }) => verdict === 'does not hold')) return 'does not hold';
  return trends.every(({ verdict }) => verdict === 'holds') ? 'holds' : 'open';
}

function rewardOf(trend: Trend): Reward {
  const { at, metric } = trend;
  const best = largest(metric);
  const beats = (end: number) => {
    const gain = difference(metric[end]!, metric[best]!);
    return gain !== null && gain.value > gain.error;
  };
  return { trend, best: at[best]!, inside: beats(0) && beats(metric.length - 1) };
}

/** Index of the largest value; a metric without one is smaller than all. */
function largest(metric: readonly Told[]): number {
  const values = metric.map(({ value }) => value ?? Number.NEGATIVE_INFINITY);
  return values.indexOf(Math.max(...values));
}
