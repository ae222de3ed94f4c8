/**
 * The recommendation: every parameter with a range is a lever. Owns when there is none, and why.
 */
import { parseMetric } from '@trilogue/engine';
import { accurateScheme, type Model, type Recommendation, recommend, StudyError } from '@trilogue/study';
import { checkTarget } from '../../recommend/target.js';
import { isNoisy } from './evolution.js';
import type { ReportJob } from './job.js';

export type Advice = { readonly given: Recommendation } | { readonly given: null; readonly reason: string };

/** @param asked whether a target was asked for @throws UsageError for a target that the metric never has */
export async function gatherAdvice(job: ReportJob, metric: string, asked: boolean): Promise<Advice> {
  const { game, point, scenario, set, seed, horizon, delta, backend, signal, target } = job;
  const none = (reason: string): Advice => ({ given: null, reason });
  const { kind } = parseMetric(game, metric);
  if (!asked && (kind === 'T' || kind === 'sd' || kind === 'gap')) {
    return none('No target was given (--target), and for this metric none goes without saying.');
  }
  checkTarget(game, metric, horizon, target);
  if (!isNoisy(job)) return none('Without noise the metric jumps, and the search needs one that moves.');
  const ranged = game.parameters.filter(({ range }) => range !== undefined);
  if (ranged.length === 0) return none('No parameter of the game file has a range in which it could be moved.');
  const outside = ranged.filter(({ name, range }) => {
    const at = point.parameters[name]!;
    return at < range![0] || at > range![1];
  });
  const levers = ranged.filter((parameter) => !outside.includes(parameter));
  if (levers.length === 0) return none('Every parameter stands outside its range.');
  const factors = levers.map(({ name, range, group }) => ({ name, range: range!, ...(group ? { group } : {}) }));
  const base = levers.map(({ name }) => point.parameters[name]!);
  const scheme = job.scheme ?? accurateScheme(game);
  const model: Model = { game, metric, scenario, set, seed, horizon, delta, scheme, backend, signal };
  const study = { model, factors, base, target, dt: job.accuracy.dt };
  try {
    return { given: await recommend(study, (stage) => job.onStage(`recommendation: ${stage}`)) };
  } catch (error) {
    // such as a metric that has no value at some points of the ranges
    if (!(error instanceof StudyError)) throw error;
    return none(error.message);
  }
}
