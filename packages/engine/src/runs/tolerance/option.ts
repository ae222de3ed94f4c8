/** The tolerance of a run, as its options say. */
import { EngineError } from '../../errors.js';
import { runDefaults } from '../prepare.js';

/** How accurate a run is to be: a tolerance, or paths and perhaps a step. */
export type AccuracyOptions = { readonly [K in keyof Accuracy]?: number };

/**
 * The tolerance; null where step or paths are given instead.
 * Throws EngineError where both are given, and for a tolerance outside (0, 0.5].
 */
export function toleranceOf(options: AccuracyOptions): number | null {
  const { tolerance, paths, dt } = options;
  if (tolerance === undefined) return paths === undefined && dt === undefined ? runDefaults.tolerance : null;
  for (const [name, value] of Object.entries({ paths, dt })) {
    if (value === undefined) continue;
    throw new EngineError(
      'option',
      `tolerance ${tolerance} and ${name} ${value} are both given, and a tolerance chooses dt and paths. Leave one out.`,
    );
  }
  if (!(tolerance >= 1e-6 && tolerance <= 0.5)) {
    throw new EngineError('option', `tolerance must be a number from 1e-6 to 0.5; found ${tolerance}.`);
  }
  return tolerance;
}

/** The same with defaults filled in; null where the engine chooses. */
export interface Accuracy {
  readonly tolerance: number | null;
  readonly paths: number | null;
  readonly dt: number | null;
}

/** @param defaultPaths where only a step is given; default 10,000 */
export function accuracyOf(
  { tolerance, paths, dt }: AccuracyOptions,
  defaultPaths: number = runDefaults.paths,
): Accuracy {
  if (paths === undefined && dt === undefined) {
    return { tolerance: tolerance ?? runDefaults.tolerance, paths: null, dt: null };
  }
  return { tolerance: tolerance ?? null, paths: paths ?? defaultPaths, dt: dt ?? null };
}
