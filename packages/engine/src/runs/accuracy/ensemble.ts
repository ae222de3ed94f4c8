/**
 * How accurate an ensemble is: the stated error of an outcome's probability or a mean share is the larger distance to the
 * limits of its 95% interval and the bound of its step bias together.
 */
import type { SimulateResult } from '../simulate/result.js';

export interface EnsembleAccuracy {
  /** Largest distance to a 95% limit. */
  readonly noise: number;
  /** Largest bound of a step bias; null where none is known. */
  readonly bias: number | null;
  /** Names of what is not within the tolerance, the largest error first; null where no tolerance was asked for. */
  readonly outside: readonly string[] | null;
}

/** The most outcomes that the engine holds to a tolerance: beyond, mean shares alone are. */
const mostOutcomes = 64;
/** What rounding may add to a sum. */
const rounding = 1e-9;

/** The largest errors of an ensemble, and what is not within its tolerance. */
export function accuracyOfEnsemble(result: Pick<SimulateResult, 'tolerance' | 'outcomes' | 'final'>): EnsembleAccuracy {
  const { tolerance, outcomes, final } = result;
  const noise = (value: number, low: number, high: number) => Math.max(high - value, value - low);
  const errors = [
    ...(outcomes.length > mostOutcomes ? [] : outcomes).map(({ profile, probability, low, high, bias }) => {
      return { name: `P(${profile.join(',')})`, noise: noise(probability, low, high), bias };
    }),
    ...Object.entries(final).map(([name, { mean, low, high, bias }]) => {
      return { name: `mean(${name})`, noise: noise(mean, low, high), bias };
    }),
  ].map((error) => ({ ...error, total: error.noise + (error.bias ?? Number.POSITIVE_INFINITY) }));
  const known = errors.flatMap(({ bias }) => (bias === null ? [] : [bias]));
  const allowed = (tolerance ?? 0) * (1 + rounding);
  const outside = errors.filter(({ total }) => !(total <= allowed)).sort((a, b) => b.total - a.total);
  return {
    noise: Math.max(...errors.map((error) => error.noise)),
    bias: known.length === 0 ? null : Math.max(...known),
    outside: tolerance === null ? null : outside.map(({ name }) => name),
  };
}
