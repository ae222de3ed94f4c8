/**
 * The best value of a lever whose best lies inside its range, with the values that cannot be told from it.
 *
 * A window around the best point of the scan is looked at closely, on common random numbers, repeated with seeds of their
 * own. The interval is everything from the first to the last value whose metric cannot be told from that of the best one: the
 * difference of both, by Student's t over the repeats, as in multiple comparisons with the best (Hsu 1981). So it needs no
 * form of the curve, and is as wide as a flat top is. The window is then drawn around that interval, and looked at again.
 */
import type { Estimate } from '@trilogue/sensitivity';
import type { Evaluate, Lever } from './lever.js';
import { type Curve, scanPaths } from './scan.js';

const repeats = 12;
/** The one-sided 99.5% point of Student's t with 11 degrees of freedom: many values are compared with the best. */
const t995 = 3.105806515539281;
/** The first and the closer look: values, and paths of each in a repeat. */
const wide = { points: 33, paths: 2048 };
const close = { points: 17, paths: 8192 };
/** Standard errors of the scan within which a value may be the best. */
const plausible = 4;

/** @returns null where the best cannot be told from that of both ends of the range */
export async function interiorOptimum(
  lever: Lever,
  curve: Curve,
  sign: 1 | -1,
  seed: string,
  evaluate: Evaluate,
): Promise<Estimate | null> {
  const [low, high] = lever.range;
  const first = await topOf(lever, windowOf(curve, sign), wide, sign, `${seed}\noptimum`, evaluate);
  const found = await topOf(lever, [first.low, first.high], close, sign, `${seed}\npeak`, evaluate);
  return found.low === low && found.high === high ? null : found;
}

/** From the best point of the scan outwards, until the curve is surely lower. */
function windowOf(curve: Curve, sign: 1 | -1): readonly [number, number] {
  const best = curve.reduce((top, next, i) => (sign * next.value > sign * curve[top]!.value ? i : top), 0);
  const lower = ({ value, variance }: Curve[number]) => {
    const error = Math.hypot(Math.sqrt(variance + curve[best]!.variance), 1 / scanPaths);
    return sign * (curve[best]!.value - value) > plausible * error;
  };
  const before = curve.slice(0, best).findLastIndex(lower);
  const after = curve.findIndex((point, i) => i > best && lower(point));
  return [curve[Math.max(0, before)]!.at, curve[after < 0 ? curve.length - 1 : after]!.at];
}

/** The best of equally spaced values and the first and last that cannot be told from it, one spacing added on each side. */
async function topOf(
  { name, range: [low, high] }: Lever,
  [from, to]: readonly [number, number],
  { points, paths }: typeof wide,
  sign: 1 | -1,
  seed: string,
  evaluate: Evaluate,
): Promise<Estimate> {
  const spacing = (to - from) / (points - 1);
  const at = Array.from({ length: points }, (_, i) => (i === points - 1 ? to : from + i * spacing));
  const set = at.map((value) => ({ [name]: value }));
  const told: number[][] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    told.push((await evaluate(set, paths, `${seed} ${repeat}`)).map(({ value }) => sign * value));
  }
  const means = at.map((_, i) => told.reduce((sum, values) => sum + values[i]!, 0) / repeats);
  const best = means.reduce((top, value, i) => (value > means[top]! ? i : top), 0);
  const equal = [...at.keys()].filter((i) => {
    const short = means[best]! - means[i]!;
    const variance = told.reduce((sum, values) => sum + (values[best]! - values[i]! - short) ** 2, 0) / (repeats - 1);
    return short <= t995 * Math.sqrt(variance / repeats);
  });
  const ends = [at[equal[0]!]! - spacing, at[equal.at(-1)!]! + spacing] as const;
  return { value: middleOf(at, best, equal), low: Math.max(low, ends[0]), high: Math.min(high, ends[1]) };
}

/** The middle of the values that cannot be told from the best, where the metric there is one of them; else the best itself. */
function middleOf(at: readonly number[], best: number, equal: readonly number[]): number {
  const centre = equal[0]! + equal.at(-1)!;
  const middle = centre % 2 === 0 ? centre / 2 : (centre - 1) / 2;
  if (!equal.includes(middle)) return at[best]!;
  return centre % 2 === 0 ? at[middle]! : (at[middle]! + at[middle + 1]!) / 2;
}
