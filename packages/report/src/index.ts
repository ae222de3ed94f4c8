/**
 * @trilogue/report: everything about a game on one page. Public names only.
 */
export type { Advice } from './gather/advice.js';
export type { Claims, Reward, Trend, Verdict } from './gather/claims.js';
export type { EvolutionFigures } from './gather/evolution.js';
export type { FactorFigures, FactorLevel } from './gather/factors.js';
export type { ReportFigures } from './gather/figures.js';
export type { ReportOptions } from './gather/job.js';
export type { ChosenMetric } from './gather/metric.js';
export type { PairFigures } from './gather/pair.js';
export {
  commonEnds,
  driftGrid,
  type PhaseFigures,
  type PhaseKind,
  type PhaseMark,
  phaseKind,
  phaseMarks,
  type StillPath,
  stillPaths,
} from './gather/phase.js';
export type { ScenarioFigures } from './gather/scenarios.js';
export type { StartMap } from './gather/start-map.js';
export type { StepCheck } from './gather/step-check.js';
export type { Difference, Told } from './gather/told.js';
export { reportGenerator } from './page.js';
export { type Report, report, reportInStages } from './report.js';
export type { Maker } from './sections/context.js';
export { type ReportStage, type ReportTask, taskWords } from './stage.js';
