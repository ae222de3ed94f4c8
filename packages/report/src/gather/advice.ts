/**
 * The recommendation: every parameter with a range is a lever. Owns when there is none, and why.
 */
import { fieldShape } from '@trilogue/core';
import { accurateScheme, metricScale } from '@trilogue/engine';
import { type AdviceStage, type Model, type Recommendation, recommendInStages, StudyError } from '@trilogue/study';
import { type Stages, whole } from '../stage.js';
import { isNoisy } from './evolution.js';
import { common, type ReportJob } from './job.js';

/** A recommendation, or why there is none. */
export type Advice = { readonly given: Recommendation } | { readonly given: null; readonly reason: string };

/** How much of a recommendation is done when one of its stages begins. */
const done: Readonly<Record<AdviceStage, number>> = {
  'looking for a step': 0,
  'measuring effects': 0.2,
  'moving one lever at a time': 0.4,
  'looking for the best value inside a range': 0.6,
  'moving two levers at a time': 0.7,
  'checking the answers': 0.9,
};

export async function* gatherAdvice(job: ReportJob, metric: string): Stages<Advice> {
  yield whole('recommendation');
  const { game, point, horizon, target } = job;
  const none = (reason: string): Advice => ({ given: null, reason });
  const { quantity } = metricScale(game, metric, horizon);
  if (!job.targetAsked && quantity !== 'probability' && quantity !== 'share') {
    return none('No target was given, and for this metric none goes without saying.');
  }
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
  const model: Model = { ...common(job), metric, scheme: job.scheme ?? accurateScheme(fieldShape(game)) };
  const study = { model, factors, base, target, dt: job.accuracy.dt };
  try {
    const stages = recommendInStages(study);
    for (;;) {
      const next = await stages.next();
      if (next.done) return { given: next.value };
      const { stage } = next.value;
      yield { task: 'recommendation', about: stage, done: done[stage] };
    }
  } catch (error) {
    // such as a metric that has no value at some points of the ranges
    if (!(error instanceof StudyError)) throw error;
    return none(error.message);
  }
}
