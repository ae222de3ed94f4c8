/** Monte Carlo for stochastic evolutionary games: simulate, sweep, replay, on the fastest backend that works here. */
export { accuracyOfCells, type CellAccuracy, type CellError, type CellGrid, type CellTask } from './accuracy/cells.js';
export { accuracyOfEnsemble, type EnsembleAccuracy } from './accuracy/ensemble.js';
export { backendNames, type Opened, openBackend, opensGraphics } from './backend/choose.js';
export type { Backend, BackendName, BackendOptions } from './backend/contract.js';
export type { ChunkOptions, Progress } from './ensemble.js';
export { EngineError, type EngineErrorCode } from './errors.js';
export { describeMetric, type MetricDescription } from './metric/describe-metric.js';
export type { Estimate, Metric, ShareIndex } from './metric/metric.js';
export { parseMetric } from './metric/parse-metric.js';
export { type MetricFacts, type MetricScale, metricScale } from './metric/scale.js';
export { type ReplayOptions, type ReplayResult, replay } from './replay.js';
export { type NamedPoint, namedPoint, type Performance, type RunReport } from './run-report.js';
export { accurateScheme, chooseScheme } from './scheme/choose.js';
export type { Scheme, SchemeName } from './scheme/contract.js';
export { schemes } from './scheme/schemes.js';
export { likeliest } from './simulate/likeliest.js';
export type { Band, Outcome, PassageSummary, ShareSummary, SimulateResult } from './simulate/result.js';
export { type SimulateOptions, simulate } from './simulate/simulate.js';
export { type StepByBounds, stepByBounds } from './step-by-bounds.js';
export type { AxisValues } from './sweep/axes.js';
export { type Axis, axisValues } from './sweep/axis-values.js';
export { type RecordCheck, recordCheck } from './sweep/check.js';
export type { SweepDefinition } from './sweep/definition.js';
export { type PlannedSweep, type PlanningOptions, planSweep, type SweepPlan } from './sweep/plan.js';
export { metricAt, type PointsOptions, type PointsResult } from './sweep/points.js';
export {
  openSweepRunner,
  type PartOptions,
  type PartResult,
  type SweepPart,
  type SweepRunner,
} from './sweep/runner.js';
export { type SweepColumns, type SweepSummary, summariseSweep } from './sweep/summary.js';
export { type SweepOptions, type SweepResult, sweep } from './sweep/sweep.js';
export type { SweepTrial } from './sweep/trials.js';
export { biasOrder } from './tolerance/bias-order.js';
