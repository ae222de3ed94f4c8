/** How the paths of a metric are drawn and read: in antithetic pairs where it is a probability, singly otherwise. */
import type { Estimate, Metric } from '../../measures/metric/metric.js';
import { type MetricPlan, planMetric } from '../../measures/metric/metric-plan.js';
import { isAverage, metricFacts, unitOf } from '../../measures/metric/scale.js';
import { UNITS } from '../../measures/reduce/distribution.js';
import { pathsFactor } from '../../measures/reduce/intervals.js';
import { type Measure, tallyOffsets, tallySize } from '../../measures/reduce/measure.js';
import type { ProgramForm } from '../../program/form.js';
import type { FollowTask } from '../follow.js';
import { isNoisy, type PreparedProgram } from '../prepare.js';
import type { HalvingReader } from './halving.js';
import { pairEstimate } from './pair-estimate.js';
import { onSecondCopy } from './second-copy.js';

export interface Sampler {
  readonly plan: MetricPlan;
  readonly form: ProgramForm;
  /** Paths in one path of the program. */
  readonly pathsEach: 1 | 2;
  /** What is kept: the metric's measures, then the count of shares put back where there is one. */
  measures(prepared: PreparedProgram): Measure[];
  /** The metric from a tally of so many paths of the program. */
  read(prepared: PreparedProgram, tally: Float64Array, units: number): Estimate;
  /** By which factor more paths of the program an estimate needs to come within `room` of its limits; 1 or less where it has. */
  need(estimate: Estimate, units: number, room: number): number;
}

/** Antithetic pairs for a probability, single paths for all others. */
export function createSampler(metric: Metric, strategies: readonly number[], delta: number): Sampler {
  const single = singleSampler(metric, strategies, delta);
  if (metricFacts[metric.kind].quantity !== 'probability') return single;
  return {
    ...single,
    form: 'mirrored',
    pathsEach: 2,
    measures(prepared) {
      const [measure] = single.measures(prepared);
      const mirror = onSecondCopy(measure, prepared.width);
      if (measure.kind !== 'region' || mirror.kind !== 'region') throw new Error('bug: P counts a region');
      const shares = [...measure.region.shares, ...mirror.region.shares];
      const both: Measure = { kind: 'region', region: { ...measure.region, shares } };
      return [measure, mirror, both, ...total(prepared, 2)];
    },
    read: (prepared, tally, pairs) => {
      const [first, second, both] = tally;
      return isNoisy(prepared) ? pairEstimate(first + second, both, pairs) : single.read(prepared, tally, pairs);
    },
    need: ({ value, low, high }, pairs, room) =>
      pathsFactor(value!, Math.max(high! - value!, value! - low!), 2 * pairs, room),
  };
}

/** Paths one by one, as the paths of an ensemble. */
export function singleSampler(metric: Metric, strategies: readonly number[], delta: number): Sampler {
  const plan = planMetric(metric, strategies, delta);
  const own = ({ firstTracker, grid }: PreparedProgram) => plan.measure(firstTracker, grid.steps);
  return {
    plan,
    form: 'single',
    pathsEach: 1,
    measures: (prepared) => [own(prepared), ...total(prepared, 1)],
    read: (prepared, tally, paths) => plan.read(own(prepared), tally, 0, paths, prepared.grid.dt, isNoisy(prepared)),
    need: ({ value, low, high }, units, room) => {
      // a mean time over paths that enter: few paths say that none does, and one says nothing of others
      if (value === null || low === null || high === null) return units < LEAST_FOR_A_TIME ? 8 : 1;
      const distance = Math.max(high - value, value - low);
      return isAverage(metric) ? pathsFactor(value, distance, units, room) : (distance / room) ** 2;
    },
  };
}

/** So many paths are run before it is believed that fewer than two in them enter. */
const LEAST_FOR_A_TIME = 2 ** 14;

function total({ hits, width }: PreparedProgram, copies: number): Measure[] {
  return hits === null
    ? []
    : Array.from({ length: copies }, (_, copy) => ({ kind: 'total', register: hits + copy * width }));
}

/** What stands for an error that is not known, in units. */
const UNKNOWN = 2 * UNITS;

/** The one path of a game without noise, with a bound of its error. */
export function followedSampler(metric: Metric, strategies: readonly number[], delta: number): Sampler & ErrorOfPath {
  const single = singleSampler(metric, strategies, delta);
  return {
    ...single,
    measures: (prepared) => [...single.measures(prepared), { kind: 'total', register: prepared.width - 1 }],
    error(prepared, tally) {
      const units = tally.at(-1)!;
      return units >= UNKNOWN ? Number.NaN : (units / UNITS) * unitOf(metric, prepared.grid.horizon);
    },
    unitsOf(prepared, error) {
      const part = error / unitOf(metric, prepared.grid.horizon);
      // a tally rounds each number to half a unit
      return part < 1 ? Math.ceil(part * UNITS + 0.5) : UNKNOWN;
    },
  };
}

/** What is followed for a metric that may be wrong by `allowed` of its unit. */
export function followTask(sampler: Sampler, prepared: PreparedProgram, allowed: number, unit: number): FollowTask {
  const { trackers } = sampler.plan;
  const measures = sampler.measures(prepared);
  const entered = trackers.find((tracker) => tracker.kind === 'passage');
  const ended = measures.find((measure) => measure.kind === 'region');
  const asks = entered
    ? ({ region: entered.region, when: 'passage' } as const)
    : ended && ({ region: ended.region, when: 'end' } as const);
  return {
    ...{ prepared, measures, trackers, records: [prepared.grid.steps] },
    values: [{ read: (tally) => sampler.read(prepared, tally, 1).value, allowed, unit, asks }],
  };
}

/** The bound of the error of a path, which stands last in its tally. */
export interface ErrorOfPath {
  /** In the units of the metric; NaN where it is not known. */
  error(prepared: PreparedProgram, tally: Float64Array): number;
  /** As it is written into a tally. */
  unitsOf(prepared: PreparedProgram, error: number): number;
}

/** Shares put back, from the tally of a sampler. */
export function hitsOf({ hits }: PreparedProgram, measures: readonly Measure[], tally: Float64Array): number {
  if (hits === null) return 0;
  const offsets = tallyOffsets(measures);
  return measures.reduce((sum, measure, i) => sum + (measure.kind === 'total' ? tally[offsets[i]] : 0), 0);
}

/** The measures of a metric by both steps, and how they are read. */
export function halvingReader(
  plan: MetricPlan,
  { firstTracker, grid, width, program }: PreparedProgram,
): { measures: Measure[]; reader: HalvingReader } {
  const noisy = isNoisy({ program });
  const fine = plan.measure(firstTracker, 2 * grid.steps);
  const coarse = plan.measure(firstTracker, grid.steps);
  const measures = [fine, onSecondCopy(coarse, width)];
  const [, second] = tallyOffsets(measures);
  return {
    measures,
    reader: {
      size: tallySize(measures),
      read: (tally, paths) => [
        {
          fine: plan.read(fine, tally, 0, paths, grid.dt / 2, noisy).value,
          coarse: plan.read(coarse, tally, second, paths, grid.dt, noisy).value,
        },
      ],
    },
  };
}
