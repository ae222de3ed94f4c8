/**
 * The part of a model that every run has, as jobs take it and as the engine takes it.
 */
import type { Model } from '../state/model';

export type RunSpec = Pick<Model, 'game' | 'scenario' | 'set' | 'seed' | 'horizon'>;

export function specOf({ game, scenario, set, seed, horizon }: Model): RunSpec {
  return { game, scenario, set, seed, horizon };
}

/** The accuracy of the last pass, as the engine takes it. */
export function accuracyOptions(accuracy: Model['accuracy']): { tolerance?: number; paths?: number; dt?: number } {
  if ('tolerance' in accuracy) return { tolerance: accuracy.tolerance };
  return { paths: accuracy.paths, ...(accuracy.dt === null ? {} : { dt: accuracy.dt }) };
}
