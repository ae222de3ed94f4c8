/**
 * Computes everything that a report says, one thing after the other. Owns the order; each thing has a file of its own.
 */
import { conditions, equilibria, lackingConditions } from '@trilogue/analysis';
import { describeGame, gameLimits, profiles } from '@trilogue/core';
import { accuracyOfEnsemble, simulate } from '@trilogue/engine';
import { type Stages, whole } from '../stage.js';
import { gatherAdvice } from './advice.js';
import { gatherClaims } from './claims.js';
import { gatherEvolution } from './evolution.js';
import { gatherFactors } from './factors.js';
import type { ReportFigures } from './figures.js';
import { accurate, type ReportJob } from './job.js';
import { chooseMetric } from './metric.js';
import { gatherPair } from './pair.js';
import { gatherPhase } from './phase.js';
import { gatherScenarios } from './scenarios.js';
import { gatherStartMap } from './start-map.js';
import { gatherStepCheck } from './step-check.js';

/** @throws EngineError and GameError for wrong options; rejects with the signal's reason when aborted. */
export async function* gather(job: ReportJob): Stages<ReportFigures> {
  const { game, point } = job;
  const started = performance.now();
  yield whole('ensemble');
  const ensemble = await simulate(accurate(job));
  const { metric, why } = chooseMetric(game, job.metric, ensemble);
  // what was asked for comes first: what is wrong with it is said at once
  if (job.axes !== null) yield whole('pair');
  const asked = job.axes === null ? null : await gatherPair(job, metric, []);
  yield whole('equilibria');
  const found = equilibria(game, point);
  const isListed = lackingConditions(game) === undefined && profiles(game).length <= gameLimits.rows;
  const listed = isListed ? conditions(game, point) : [];
  yield whole('evolution');
  const evolution = await gatherEvolution(job, ensemble);
  yield whole('phase');
  const phase = await gatherPhase(job, found);
  yield whole('start');
  const startMap = await gatherStartMap(job, metric, ensemble);
  const factors = yield* gatherFactors(job, metric, ensemble);
  if (asked === null) yield whole('pair');
  const pair = asked ?? (await gatherPair(job, metric, factors));
  const scenarios = yield* gatherScenarios(job);
  const claims = yield* gatherClaims(job, metric, listed, factors);
  const advice = yield* gatherAdvice(job, metric);
  yield whole('step');
  const stepCheck = await gatherStepCheck(job, metric, ensemble);
  return {
    ...{ metric, why, description: describeGame(game, point), equilibria: found, conditions: listed },
    ...{ ensemble, accuracy: accuracyOfEnsemble(ensemble), stepCheck, evolution, phase, startMap },
    ...{ factors, pair, scenarios, advice, claims, seconds: (performance.now() - started) / 1000 },
  };
}
