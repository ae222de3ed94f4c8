/**
 * Computes everything that a report says, one thing after the other. Owns the order; each thing has a file of its own.
 */
import { conditions, equilibria } from '@trilogue/analysis';
import { gameLimits, profiles } from '@trilogue/core';
import { simulate } from '@trilogue/engine';
import { describeGame } from '../../check/description.js';
import { equilibriaDocument } from '../../equilibria/document.js';
import { accuracyOfEnsemble } from '../../simulate/accuracy.js';
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

/**
 * @param targetAsked whether the target was given, not taken as a default
 * @throws EngineError, GameError and UsageError for wrong options; rejects with the signal's reason when aborted.
 */
export async function gather(job: ReportJob, targetAsked: boolean): Promise<ReportFigures> {
  const { game, point, signal } = job;
  const started = performance.now();
  const stage = (name: string) => {
    signal.throwIfAborted();
    job.onStage(name);
  };
  stage('one ensemble');
  const ensemble = await simulate(accurate(job));
  const { metric, why } = chooseMetric(game, job.metric, ensemble);
  // what was asked for comes first: what is wrong with it is said at once
  const asked = job.x === null ? null : await gatherPair(job, metric, []);
  stage('equilibria');
  const listed = profiles(game).length <= gameLimits.rows;
  const found = equilibria(game, point);
  const document = equilibriaDocument(game, point, found, listed ? conditions(game, point) : []);
  stage('evolution from a grid of starts');
  const evolution = await gatherEvolution(job, ensemble);
  stage('the space of the shares');
  const phase = await gatherPhase(job, found);
  stage(`${metric} over the start`);
  const startMap = await gatherStartMap(job, metric, ensemble);
  const factors = await gatherFactors(job, metric, ensemble);
  stage('two factors at once');
  const pair = asked ?? (await gatherPair(job, metric, factors));
  const scenarios = await gatherScenarios(job);
  const claims = await gatherClaims(job, metric, document.conditions, factors);
  stage('recommendation');
  const advice = await gatherAdvice(job, metric, targetAsked);
  stage('the step again');
  const stepCheck = await gatherStepCheck(job, metric, ensemble);
  signal.throwIfAborted();
  return {
    ...{ metric, why, description: describeGame(game, point), equilibria: document },
    ...{ ensemble, accuracy: accuracyOfEnsemble(ensemble), stepCheck, evolution, phase, startMap },
    ...{ factors, pair, scenarios, advice, claims, seconds: (performance.now() - started) / 1000 },
  };
}
