/** How the paths of a metric are drawn and read: in antithetic pairs where it is a probability, singly otherwise. */
import type { Estimate, Metric } from '../metric/metric.js';
import { type MetricPlan, planMetric } from '../metric/metric-plan.js';
import type { PreparedProgram } from '../prepare.js';
import type { ProgramForm } from '../program/form.js';
import { type Measure, tallyOffsets, tallySize } from '../reduce/measure.js';
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
  /** The largest of the estimate's two distances to its limits; null where it says nothing. */
  distance(estimate: Estimate): number | null;
}

/** Antithetic pairs for a probability, single paths for all others. */
export function createSampler(metric: Metric, strategies: readonly number[], delta: number): Sampler {
  const single = singleSampler(metric, strategies, delta);
  if (metric.kind !== 'P') return single;
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
    read: (_, [first, second, both], pairs) => pairEstimate(first + second, both, pairs),
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
    read: (prepared, tally, paths) => plan.read(own(prepared), tally, 0, paths, prepared.grid.dt),
    distance,
  };
}

function total({ hits, width }: PreparedProgram, copies: number): Measure[] {
  return hits === null
    ? []
    : Array.from({ length: copies }, (_, copy) => ({ kind: 'total', register: hits + copy * width }));
}

function distance({ value, low, high }: Estimate): number | null {
  return value === null || low === null || high === null ? null : Math.max(high - value, value - low);
}

/** Shares put back, from the tally of a sampler. */
export function hitsOf(measures: readonly Measure[], tally: Float64Array): number {
  const offsets = tallyOffsets(measures);
  return measures.reduce((sum, measure, i) => sum + (measure.kind === 'total' ? tally[offsets[i]] : 0), 0);
}

/** The measures of a metric by both steps, and how they are read. */
export function halvingReader(
  plan: MetricPlan,
  { firstTracker, grid, width }: PreparedProgram,
): { measures: Measure[]; reader: HalvingReader } {
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
          fine: plan.read(fine, tally, 0, paths, grid.dt / 2).value,
          coarse: plan.read(coarse, tally, second, paths, grid.dt).value,
        },
      ],
    },
  };
}
