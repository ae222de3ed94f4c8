/** What an ensemble keeps of its paths: outcomes, final shares, bands over time, first passages, shares put back. */
import type { Game } from '@trilogue/core';
import { HISTOGRAM_BINS } from '../../measures/metric/metric-plan.js';
import { shareOf } from '../../measures/observe/share.js';
import type { DistributionMeasure } from '../../measures/reduce/distribution.js';
import { type Measure, tallyOffsets } from '../../measures/reduce/measure.js';
import { recordSteps } from '../plan/time-grid.js';
import type { Prepared } from '../prepare.js';
import { namedShares, namedStates, type Observed } from './result.js';

const BAND_BINS = 512;

export interface MeasurePlan {
  readonly records: readonly number[];
  readonly measures: readonly Measure[];
  readonly offsets: readonly number[];
  /** Shares, then states of the environment; `at` and the numbers below are indices into the measures. */
  readonly final: readonly (Observed & { at: number })[];
  readonly bands: readonly (readonly number[])[];
  readonly passages: readonly number[];
  readonly outcomes: number;
  readonly hits: number | null;
}

export function planMeasures(game: Game, prepared: Prepared, times: number, passages: number): MeasurePlan {
  const { shape, grid, firstTracker } = prepared;
  const records = times > 0 ? recordSteps(grid.steps, times) : [grid.steps];
  const measures: Measure[] = [];
  const put = (measure: Measure) => measures.push(measure) - 1;
  const outcomes = put({ kind: 'profiles', strategies: shape.strategies, delta: prepared.delta });
  const final = [...namedShares(game), ...namedStates(game)].map((share) => ({
    ...share,
    at: put(distribution(prepared, share, 2, HISTOGRAM_BINS)),
  }));
  const bands =
    times > 0 ? final.map((share) => records.map((_, r) => put(distribution(prepared, share, 1, BAND_BINS, r)))) : [];
  const entered = Array.from({ length: passages }, (_, i) =>
    put({ kind: 'passage', register: firstTracker + 1 + i, steps: grid.steps, bins: HISTOGRAM_BINS }),
  );
  const hits = prepared.hits === null ? null : put({ kind: 'total', register: prepared.hits });
  return { records, measures, offsets: tallyOffsets(measures), final, bands, passages: entered, outcomes, hits };
}

function distribution(
  { shape }: Prepared,
  share: { player: number; strategy: number },
  powers: DistributionMeasure['powers'],
  bins: number,
  record?: number,
): DistributionMeasure {
  return {
    kind: 'distribution',
    of: { kind: 'share', share: shareOf(shape, share.player, share.strategy) },
    powers,
    bins,
    record,
  };
}
