/** The tolerance of a run, as its options say. */
import { EngineError } from '../../errors.js';

/** Default where nothing says how accurate a run is to be. */
const DEFAULT_TOLERANCE = 0.01;

/**
 * The tolerance; null where step or paths are given instead.
 * Throws EngineError where both are given, and for a tolerance outside (0, 0.5].
 */
export function toleranceOf(options: { tolerance?: number; paths?: number; dt?: number }): number | null {
  const { tolerance, paths, dt } = options;
  if (tolerance === undefined) return paths === undefined && dt === undefined ? DEFAULT_TOLERANCE : null;
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
