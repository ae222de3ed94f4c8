/** What a metric needs of each path, and how it is read from the tally. */
import { regionOf } from '../observe/region.js';
import { shareOf } from '../observe/share.js';
import type { Tracker } from '../observe/tracker.js';
import { readDistribution } from '../reduce/distribution.js';
import { type Interval, meanInterval, quantileInterval, sdInterval, wilson } from '../reduce/intervals.js';
import type { Measure } from '../reduce/measure.js';
import { readPassage } from '../reduce/passage.js';
import type { Estimate, Metric, ShareIndex } from './metric.js';

/** Bins of the histogram that quantiles are read from. */
export const HISTOGRAM_BINS = 2048;

export interface MetricPlan {
  readonly trackers: readonly Tracker[];
  /** @param register where the first of the plan's trackers stands */
  measure(register: number, steps: number): Measure;
  /** @param noisy false where all paths are the same, so that one says everything */
  read(measure: Measure, tally: Float64Array, offset: number, paths: number, dt: number, noisy: boolean): Estimate;
}

export function planMetric(metric: Metric, strategies: readonly number[], delta: number): MetricPlan {
  const share = (index: ShareIndex) => shareOf({ strategies }, index.player, index.strategy);
  switch (metric.kind) {
    case 'P': {
      const region = regionOf(strategies, metric.pattern, delta);
      return {
        trackers: [],
        measure: () => ({ kind: 'region', region }),
        read(_measure, tally, offset, paths, _dt, noisy) {
          const value = tally[offset] / paths;
          return noisy ? estimate(value, wilson(tally[offset], paths)) : exactly(value);
        },
      };
    }
    case 'T':
      return {
        trackers: [{ kind: 'steps' }, { kind: 'passage', region: regionOf(strategies, metric.pattern, delta) }],
        measure: (register, steps) => ({ kind: 'passage', register: register + 1, steps, bins: 0 }),
        read(measure, tally, offset, _paths, dt, noisy) {
          if (measure.kind !== 'passage') throw new Error('bug: T reads a passage');
          const { mean, sd, entered } = readPassage(measure, tally, offset, dt);
          if (mean === null || sd === null) return { value: null, low: null, high: null };
          if (!noisy) return exactly(mean);
          // one path says nothing of the others
          if (entered < 2) return { value: mean, low: null, high: null };
          return estimate(mean, meanInterval(mean, sd, entered, [0, measure.steps * dt]));
        },
      };
    case 'mean':
    case 'sd':
    case 'quantile':
      return {
        trackers: [],
        measure: () => ({
          kind: 'distribution',
          of: { kind: 'share', share: share(metric.share) },
          powers: metric.kind === 'sd' ? 4 : 2,
          bins: metric.kind === 'quantile' ? HISTOGRAM_BINS : 0,
        }),
        read(measure, tally, offset, paths, _dt, noisy) {
          if (measure.kind !== 'distribution') throw new Error('bug: a share metric reads a distribution');
          const distribution = readDistribution(measure, tally, offset, paths);
          const [low, high] = metric.range ?? [0, 1];
          const scaled = (part: number) => (metric.kind === 'sd' ? 0 : low) + (high - low) * part;
          const of = (value: number, interval: Interval) =>
            estimate(scaled(value), { low: scaled(interval.low), high: scaled(interval.high) });
          if (!noisy) return exactly(metric.kind === 'sd' ? 0 : scaled(distribution.mean));
          if (metric.kind === 'sd') return of(distribution.sd, sdInterval(distribution));
          if (metric.kind === 'quantile') {
            return of(distribution.quantile(metric.part), quantileInterval(distribution, metric.part));
          }
          return of(distribution.mean, meanInterval(distribution.mean, distribution.sd, paths, [0, 1]));
        },
      };
    case 'gap': {
      const [a, b] = [share(metric.a), share(metric.b)];
      return {
        trackers: [{ kind: 'gap', a, b }],
        measure: (register, steps) => ({
          kind: 'distribution',
          of: { kind: 'gap', register, a, b, steps },
          powers: 2,
          bins: 0,
        }),
        read(measure, tally, offset, paths, _dt, noisy) {
          if (measure.kind !== 'distribution') throw new Error('bug: gap reads a distribution');
          const { mean, sd } = readDistribution(measure, tally, offset, paths);
          return noisy ? estimate(mean, meanInterval(mean, sd, paths, [0, 1])) : exactly(mean);
        },
      };
    }
  }
}

function estimate(value: number, { low, high }: Interval): Estimate {
  return { value, low, high };
}

function exactly(value: number): Estimate {
  return { value, low: value, high: value };
}
