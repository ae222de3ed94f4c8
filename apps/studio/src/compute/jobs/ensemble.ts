/**
 * One ensemble: bands over time, outcomes, final shares; few paths first, then as many as the accuracy asks for.
 */
import { type SimulateResult, simulate, stepByBounds } from '@trilogue/engine';
import type { Model } from '../../state/model';
import type { JobContext, NoResult, Staged } from '../job';
import { pathsWithin, type Roughly, roughly } from '../rough';
import type { RunSpec } from '../spec';

export interface EnsembleInput extends RunSpec {
  readonly accuracy: Model['accuracy'];
}

export type EnsembleOutput = Roughly<SimulateResult>;

const coarsePaths = { fewest: 256, most: 4096 };
/** A graphics device takes a launch from each time to the next. */
const coarseTimes = 12;

export async function* ensemble(
  { accuracy, ...spec }: EnsembleInput,
  { run, coarse, begun }: JobContext,
): AsyncGenerator<Staged<EnsembleOutput> | NoResult, void, void> {
  if (!begun) {
    const { scheme, dt, steps } = stepByBounds(spec);
    // half of them, since looking at the paths at every time takes as long on a slow device
    const paths = pathsWithin({ work: coarse / 2, steps, ...coarsePaths });
    if (paths === null) yield { stage: null };
    else {
      const first = await simulate({ ...spec, ...run, scheme, dt, paths, times: coarseTimes, passages: false });
      yield { stage: 'coarse', output: roughEnsemble(first), performance: first.performance };
    }
  }
  const last = await simulate({ ...spec, ...run, ...accuracy });
  yield { stage: 'final', output: last, performance: last.performance };
}

function roughEnsemble(result: SimulateResult): EnsembleOutput {
  const bands = roughly(result.bands, ['shares']);
  return { ...roughly(result, ['final', 'outcomes', 'undecided', 'passages']), bands };
}
