/**
 * Everything that a report says, as plain data: computed first, written afterwards.
 */
import type { SimulateResult } from '@trilogue/engine';
import type { GameDescription } from '../../check/description.js';
import type { EquilibriaDocument } from '../../equilibria/document.js';
import type { EnsembleAccuracy } from '../../simulate/accuracy.js';
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

export interface ReportFigures extends ChosenMetric {
  readonly description: GameDescription;
  readonly equilibria: EquilibriaDocument;
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
