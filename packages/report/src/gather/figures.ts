/**
 * Everything that a report says, as plain data: computed first, written afterwards.
 */
import type { Equilibria, ProfileConditions } from '@trilogue/analysis';
import type { GameDescription } from '@trilogue/core';
import type { EnsembleAccuracy, SimulateResult } from '@trilogue/engine';
import type { Advice } from './advice.js';
import type { Claims } from './claims.js';
import type { EvolutionFigures } from './evolution.js';
import type { FactorFigures } from './factors.js';
import type { ChosenMetric } from './metric.js';
import type { PairFigures } from './pair.js';
import type { PhaseFigures } from './phase.js';
import type { ScenarioFigures } from './scenarios.js';
import type { StartMap } from './start-map.js';
import type { StepCheck } from './step-check.js';

/** Everything that a report says; plain data. */
export interface ReportFigures extends ChosenMetric {
  readonly description: GameDescription;
  readonly equilibria: Equilibria;
  /** One entry per pure profile; none where there are too many of them. */
  readonly conditions: readonly ProfileConditions[];
  readonly ensemble: SimulateResult;
  readonly accuracy: EnsembleAccuracy;
  readonly stepCheck: readonly StepCheck[];
  readonly evolution: EvolutionFigures;
  /** Null where there is no picture of the space of the shares. */
  readonly phase: PhaseFigures | null;
  readonly startMap: StartMap | null;
  readonly factors: readonly FactorFigures[];
  readonly pair: PairFigures | null;
  readonly scenarios: readonly ScenarioFigures[];
  readonly advice: Advice;
  /** Null for other games than the bundled one that has claims. */
  readonly claims: Claims | null;
  /** Wall time of all of it, in seconds. */
  readonly seconds: number;
}
