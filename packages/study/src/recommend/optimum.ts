/**
 * The best value of a lever whose best lies inside its range: the peak of a cubic through points around it, by least squares,
 * on common random numbers; repeated with seeds of their own. A cubic, since peaks are lopsided and a parabola leans to
 * the flat side.
 * The window is then drawn closer around the peak. The interval holds the noise, by Student's t over the repeats, and the
 * error of the form: what the closer window changed, and no less than a thousandth of the range.
 */
import type { Estimate } from '@trilogue/sensitivity';
import type { Evaluate, Lever } from './lever.js';

const repeats = 12;
/** The two-sided 95% point of Student's t with 11 degrees of freedom. */
const t95 = 2.200985160082949;
const paths = 4096;
const points = 13;
/** Half the width of the first and of the closer window, as parts of the range. */
const reaches = [0.12, 0.08] as const;
/** The least error of the form, as a part of the range. */
const leastError = 0.001;

/** @param about a value near the best one @returns null where the points around it have no peak in the window */
export async function interiorOptimum(
  lever: Lever,
  about: number,
  sign: 1 | -1,
  seed: string,
  evaluate: Evaluate,
): Promise<Estimate | null> {
  const [low, high] = lever.range;
  const first = await peakOf(lever, about, reaches[0], sign, `${seed}\noptimum`, evaluate);
  if (first === null) return null;
  const { value, half } = (await peakOf(lever, first.value, reaches[1], sign, `${seed}\npeak`, evaluate)) ?? first;
  const error = Math.hypot(half, Math.max(Math.abs(value - first.value), leastError * (high - low)));
  return { value, low: Math.max(low, value - error), high: Math.min(high, value + error) };
}

/** The mean peak of the repeats and half the width of its interval; null where one has none, or the mean lies outside. */
async function peakOf(
  { name, range: [low, high] }: Lever,
  about: number,
  reach: number,
  sign: 1 | -1,
  seed: string,
  evaluate: Evaluate,
): Promise<{ value: number; half: number } | null> {
  const [from, to] = [Math.max(low, about - reach * (high - low)), Math.min(high, about + reach * (high - low))];
  const at = Array.from({ length: points }, (_, i) => from + (i * (to - from)) / (points - 1));
  const set = at.map((value) => ({ [name]: value }));
  const peaks: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const told = await evaluate(set, paths, `${seed} ${repeat}`);
    const peak = cubicPeak(told.map(({ value }) => sign * value));
    if (peak === null) return null;
    peaks.push(from + ((peak + 1) / 2) * (to - from));
  }
  const value = peaks.reduce((sum, each) => sum + each, 0) / repeats;
  if (value < from || value > to) return null;
  const variance = peaks.reduce((sum, each) => sum + (each - value) ** 2, 0) / (repeats - 1);
  return { value, half: t95 * Math.sqrt(variance / repeats) };
}

/**
 * Where the cubic a + b u + c u^2 + d u^3 of least squares has its local maximum, for at least four values at equally spaced u
 * from -1 to 1; null where it has none. With q = u^2 and r = u^3 made orthogonal to 1 and to u, c = sum(q y) / sum(q^2) and
 * d = sum(r y) / sum(r^2); of b + 2 c u + 3 d u^2 = 0 the root with a falling slope is -(c + sqrt(c^2 - 3 b d)) / (3 d), or,
 * without cancellation where c is negative, b / (sqrt(c^2 - 3 b d) - c).
 */
export function cubicPeak(values: readonly number[]): number | null {
  const u = values.map((_, i) => (2 * i) / (values.length - 1) - 1);
  const square = dot(u, u);
  const q = u.map((each) => each ** 2 - square / u.length);
  const slant =
    dot(
      u,
      u.map((each) => each ** 3),
    ) / square;
  const r = u.map((each) => each ** 3 - slant * each);
  const c = dot(q, values) / dot(q, q);
  const d = dot(r, values) / dot(r, r);
  const b = dot(u, values) / square - slant * d;
  const root = Math.sqrt(c * c - 3 * b * d);
  const peak = c < 0 ? b / (root - c) : -(c + root) / (3 * d);
  return Number.isFinite(peak) ? peak : null;
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, each, i) => sum + each * other[i]!, 0);
}
