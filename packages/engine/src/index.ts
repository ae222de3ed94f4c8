/** Monte Carlo for stochastic evolutionary games: simulate, sweep, replay, on the fastest backend that works here. */

export { backendNames, type Opened, openBackend, opensGraphics } from './backends/choose.js';
export type { Backend, BackendName, BackendOptions } from './backends/contract.js';
export { EngineError, type EngineErrorCode } from './errors.js';
export { describeMetric, type MetricDescription } from './measures/metric/describe-metric.js';
export type { Estimate, Metric, ShareIndex } from './measures/metric/metric.js';
export { parseMetric } from './measures/metric/parse-metric.js';
export { type MetricFacts, type MetricScale, metricScale } from './measures/metric/scale.js';
export {
  accuracyOfCells,
  type CellAccuracy,
  type CellError,
  type CellGrid,
  type CellTask,
} from './runs/accuracy/cells.js';
export { accuracyOfEnsemble, type EnsembleAccuracy } from './runs/accuracy/ensemble.js';
export type { ChunkOptions, Progress } from './runs/ensemble.js';
export { type RunOptions, runDefaults } from './runs/prepare.js';
export { type ReplayOptions, type ReplayResult, replay } from './runs/replay.js';
export { type NamedPoint, namedPoint, type Performance, type RunReport } from './runs/run-report.js';
export type { Band, Outcome, PassageSummary, ShareSummary, SimulateResult } from './runs/simulate/result.js';
export { likeliest } from './runs/simulate/result.js';
export { type SimulateOptions, simulate } from './runs/simulate/simulate.js';
export { type StepByBounds, stepByBounds } from './runs/step-by-bounds.js';
export type { AxisValues } from './runs/sweep/axes.js';
export { type Axis, axisValues } from './runs/sweep/axis-values.js';
export { type RecordCheck, recordCheck } from './runs/sweep/check.js';
export type { SweepDefinition } from './runs/sweep/definition.js';
export {
  type AskedOptions,
  askedOptions,
  commandLine,
  eachSweepOption,
  givenOptions,
  optionWords,
  type SweepOption,
  type SweepOptionName,
  type SweepSettings,
  sweepOptions,
} from './runs/sweep/options.js';
export { type PlannedSweep, type PlanningOptions, planSweep, type SweepPlan } from './runs/sweep/plan.js';
export { metricAt, type PointsOptions, type PointsResult } from './runs/sweep/points.js';
export {
  openSweepRunner,
  type PartOptions,
  type PartResult,
  type SweepPart,
  type SweepRunner,
} from './runs/sweep/runner.js';
export { type SweepColumns, type SweepSummary, summariseSweep } from './runs/sweep/summary.js';
export { type SweepOptions, type SweepResult, sweep } from './runs/sweep/sweep.js';
export type { SweepTrial } from './runs/sweep/trials.js';
export { biasOrder } from './runs/tolerance/bias-order.js';
export { type Accuracy, type AccuracyOptions, accuracyOf } from './runs/tolerance/option.js';
export { accurateScheme, chooseScheme, choosesSteps, steppedScheme } from './schemes/choose.js';
export type { Scheme, SchemeName } from './schemes/contract.js';
export { schemes } from './schemes/schemes.js';
