/**
 * Where a noisy straight line crosses zero. Owns the fit and its interval. Sources: weighted least squares; Fieller
 * (1954) for the interval of a ratio, as used in calibration.
 */
import { normalQuantile } from '@trilogue/random';

/** A point of the line: place, height and standard error of the height. */
interface Height {
  readonly at: number;
  readonly margin: number;
  readonly error: number;
}

/**
 * The crossing of the line through the points with its interval, or null where its slope cannot be told from zero.
 *
 * Independent noise: weights are inverse variances, and scatter about the line beyond the noise widens the interval.
 * Common noise: equal weights; the level has the mean variance of a point, and the scatter about the line comes on top.
 *
 * @param points at least three.
 */
export function crossingOfLine(
  points: readonly Height[],
  { confidence, noise }: { readonly confidence: number; readonly noise: 'independent' | 'common' },
): { value: number; low: number; high: number } | null {
  const common = noise === 'common' || points.some(({ error }) => error === 0);
  const weights = points.map(({ error }) => (common ? 1 : 1 / error ** 2));
  const total = sum(weights);
  const centre = sum(points.map(({ at }, i) => weights[i]! * at)) / total;
  const level = sum(points.map(({ margin }, i) => weights[i]! * margin)) / total;
  const spread = sum(points.map(({ at }, i) => weights[i]! * (at - centre) ** 2));
  const slope = sum(points.map(({ at, margin }, i) => weights[i]! * (at - centre) * (margin - level))) / spread;
  const residuals = points.map(({ at, margin }) => margin - level - slope * (at - centre));
  const scatter = sum(residuals.map((r, i) => weights[i]! * r * r)) / (points.length - 2);

  const factor = common ? scatter : Math.max(1, scatter);
  const shared = noise === 'common' ? sum(points.map(({ error }) => error ** 2)) / points.length : 0;
  const z2 = normalQuantile((1 + confidence) / 2) ** 2;
  const levelVariance = factor / total + shared;
  const slopeVariance = factor / spread;

  // (level + slope d)^2 <= z^2 (levelVariance + slopeVariance d^2), a quadratic in d = x - centre
  const a = slope ** 2 - z2 * slopeVariance;
  const b = slope * level;
  const c = level ** 2 - z2 * levelVariance;
  if (!(a > 0)) {
    return null;
  }
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  return { value: centre - level / slope, low: centre + (-b - root) / a, high: centre + (-b + root) / a };
}

/** Where the straight line between two points crosses zero. */
export function interpolate(one: Height, other: Height): number {
  return one.at - (one.margin * (other.at - one.at)) / (other.margin - one.margin);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
