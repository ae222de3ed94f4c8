/**
 * The part of a model that every run has, as jobs take it and as the engine takes it.
 */
import type { Model } from '../state/model';

/** Every option of a model, but for those that only some runs have. */
export type RunSpec = Omit<Model, 'point' | 'axes' | 'cells' | 'accuracy' | 'metric' | 'independent'>;

export function specOf({ point, axes, cells, accuracy, metric, independent, ...spec }: Model): RunSpec {
  return spec;
}

/** An ensemble as accurate as the last pass is to be. */
export function ensembleOf(model: Model): RunSpec & Pick<Model, 'accuracy'> {
  return { ...specOf(model), accuracy: model.accuracy };
}
