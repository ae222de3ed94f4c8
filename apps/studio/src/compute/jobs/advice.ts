/**
 * A recommendation, stage by stage: a rough look at the effects first, the answers last.
 */
import { metricScale } from '@trilogue/engine';
import type { Factor } from '@trilogue/sensitivity';
import {
  type AdviceStage,
  baseOf,
  type Effects,
  type Recommendation,
  recommendInStages,
  type Target,
} from '@trilogue/study';
import type { JobContext, Staged } from '../job';
import { type Roughly, roughly } from '../rough';
import type { RunSpec } from '../spec';
import { studyModel } from '../study';

export interface AdviceInput extends RunSpec {
  readonly metric: string;
  readonly target: Target;
  /** Each stands inside its range. */
  readonly factors: readonly Factor[];
}

export interface AdviceOutput {
  /** What is being done; null at the end. */
  readonly doing: AdviceStage | null;
  /** By factor in their order, and by group. */
  readonly effects: Roughly<Effects> | null;
  readonly advice: Recommendation | null;
}

const quickPaths = 64;

export async function* advice(
  { metric, target, factors, ...spec }: AdviceInput,
  { run }: JobContext,
): AsyncGenerator<Staged<AdviceOutput>, void, void> {
  const model = studyModel(spec, metric, run);
  const base = baseOf(model.game, { factors, scenario: model.scenario, set: model.set });
  // of a few paths perhaps none enters a neighbourhood: no rough look at times
  const quick = metricScale(spec.game, metric, spec.game.horizon).quantity === 'time' ? {} : { quickPaths };
  const stages = recommendInStages({ model, factors, base, target, dt: null, ...quick });
  for (;;) {
    const next = await stages.next();
    if (next.done) {
      const { value } = next;
      const effects = { levers: factors.map(({ name }) => effectOf(value, name)), groups: value.groups };
      yield { stage: 'final', output: { doing: null, effects, advice: value }, performance: value.performance };
      return;
    }
    const { stage, effects } = next.value;
    const first = stage === 'looking for a step' || stage === 'measuring effects';
    const told = effects && roughly(effects, ['levers', 'groups'], twoSignificant);
    yield { stage: first ? 'coarse' : 'finer', output: { doing: stage, effects: told, advice: null } };
  }
}

/** Effects are small: changes for one per cent of a range. */
function twoSignificant(value: number): number {
  return Number(value.toPrecision(2));
}

function effectOf({ levers }: Recommendation, name: string) {
  return levers.find(({ parameter }) => parameter === name)!.effect;
}
