/** The ensemble of a game without noise: one path, which chooses its steps. */
import type { Tracker } from '../../measures/observe/tracker.js';
import { UNITS } from '../../measures/reduce/distribution.js';
import { tallyOffsets, tallySize } from '../../measures/reduce/measure.js';
import type { CellNumbers } from '../cell-numbers.js';
import type { EnsembleOptions } from '../ensemble.js';
import type { FollowedCell } from '../follow.js';
import { type Prepared, type RunOptions, runDefaults } from '../prepare.js';
import { type MeasurePlan, planMeasures } from './plan-measures.js';
import { quantitiesOf } from './quantities.js';
import type { Accuracy } from './within-tolerance.js';

export interface FollowedEnsemble {
  readonly plan: MeasurePlan;
  readonly tally: Float64Array;
  readonly accuracy: Pick<Accuracy, 'outcomeBias' | 'shareBias'>;
  readonly pathSteps: number;
}

/** @param passages how many first passages are told, as many as the trackers have */
export async function followEnsemble(
  options: RunOptions & Pick<EnsembleOptions, 'signal' | 'onProgress'> & { readonly tolerance?: number },
  prepared: Prepared,
  cell: CellNumbers,
  trackers: readonly Tracker[],
  times: number,
  passages: number,
): Promise<FollowedEnsemble> {
  const { tolerance = runDefaults.tolerance } = options;
  const plan = planMeasures(options.game, prepared, times, passages);
  const { outcomes, shares } = quantitiesOf(options);
  const wanted = [...outcomes, ...shares];
  const measures = [...plan.measures, ...wanted.map(({ measure }) => measure)];
  const offsets = tallyOffsets(measures).slice(plan.measures.length);
  let found: FollowedCell | undefined;
  // most pages never need it
  const { followCells } = await import('../follow.js');
  const pathSteps = await followCells(
    {
      ...{ prepared, trackers, records: plan.records, measures },
      values: wanted.map(({ measure, read }, i) => ({
        read: (tally) => read(tally, offsets[i], 1).value,
        ...{ allowed: tolerance, unit: 1 },
        ...(measure.kind === 'region' && { asks: { region: measure.region, when: 'end' } }),
      })),
    },
    cell,
    (_, followed) => {
      found = followed;
    },
    options,
  );
  const { tally, errors } = found!;
  // a tally rounds each number to half a unit
  const bounds = errors.map((error, i) => error + (i < outcomes.length ? 0 : 1 / UNITS));
  const accuracy = { outcomeBias: bounds.slice(0, outcomes.length), shareBias: bounds.slice(outcomes.length) };
  return { plan, tally: tally.subarray(0, tallySize(plan.measures)), accuracy, pathSteps };
}
