/**
 * A look along the whole range of every lever with few paths, all on the same random numbers, so that the curves are smooth;
 * and closer around their peaks. It says where a search for a crossing begins, and where a best value may lie. What is
 * narrower than the distance of its points may be missed.
 */
import type { CrossingOutput } from '@trilogue/sensitivity';
import { type Evaluate, type Lever, signOf, type Target } from './lever.js';

/** Equally spaced points of each range. */
export const scanPoints = 145;
/** Paths of each. */
export const scanPaths = 1024;
/** Peaks of a curve that are looked at closer, and points between the neighbours of each. */
const mostPeaks = 4;
const between = 8;
/** Standard errors within which a point may reach the target. */
const sure = 3;

/** A curve over a lever's range, rising in `at`. */
export type Curve = readonly Required<CrossingOutput>[];

export async function scan(levers: readonly Lever[], target: Target, evaluate: Evaluate): Promise<Curve[]> {
  const first = await curvesAt(
    levers,
    levers.map(({ range: [low, high], from }) => {
      const grid = Array.from({ length: scanPoints }, (_, i) => low + (i * (high - low)) / (scanPoints - 1));
      return [...new Set([from, ...grid.slice(0, -1), high])];
    }),
    evaluate,
  );
  const closer = await curvesAt(
    levers,
    first.map((curve) => peaksOf(curve, signOf(target)).flatMap((place) => closerPoints(curve, place))),
    evaluate,
  );
  return first.map((curve, i) => [...curve, ...closer[i]!].toSorted((a, b) => a.at - b.at));
}

async function curvesAt(
  levers: readonly Lever[],
  values: readonly (readonly number[])[],
  evaluate: Evaluate,
): Promise<Curve[]> {
  const asked = values.flatMap((own, i) => own.map((at) => ({ [levers[i]!.name]: at })));
  const told = asked.length === 0 ? [] : await evaluate(asked, scanPaths);
  let next = 0;
  return values.map((own) => own.map((at) => ({ at, ...told[next++]! })).toSorted((a, b) => a.at - b.at));
}

/** Places of the highest points that no neighbour exceeds. */
function peaksOf(curve: Curve, sign: 1 | -1): number[] {
  const height = (i: number) => sign * (curve[i]?.value ?? Number.NEGATIVE_INFINITY * sign);
  return [...curve.keys()]
    .filter((i) => height(i) > height(i - 1) && height(i) >= height(i + 1))
    .toSorted((a, b) => height(b) - height(a))
    .slice(0, mostPeaks);
}

function closerPoints(curve: Curve, place: number): number[] {
  const [from, to] = [curve[Math.max(0, place - 1)]!.at, curve[Math.min(curve.length - 1, place + 1)]!.at];
  const values = Array.from({ length: between }, (_, i) => from + ((i + 1) * (to - from)) / (between + 1));
  const known = new Set(curve.map(({ at }) => at));
  return values.filter((at) => !known.has(at));
}

/**
 * The points of a curve that a search begins with: both ends, the best one, and on each side of the start the first that
 * may reach the target, the one before it, and the first from there on that surely does, or else the best of them.
 */
export function beginnings(curve: Curve, { from }: Lever, target: Target): number[] {
  const sign = signOf(target);
  const above = ({ value, variance }: Required<CrossingOutput>, errors: number) =>
    // one path more or less, where none or all of them are there
    sign * (value - target.value) >= errors * Math.hypot(Math.sqrt(variance), 1 / scanPaths);
  const bestOf = (points: Curve) => points.reduce((top, next) => (sign * next.value > sign * top.value ? next : top));
  const sides = [curve.filter(({ at }) => at >= from), curve.filter(({ at }) => at <= from).toReversed()];
  const near = sides.flatMap((side) => {
    const first = side.findIndex((point) => above(point, -sure));
    if (first < 0) return [];
    const rest = side.slice(first);
    return [side[Math.max(0, first - 1)]!, rest[0]!, rest.find((point) => above(point, sure)) ?? bestOf(rest)];
  });
  return [curve[0]!, curve.at(-1)!, bestOf(curve), ...near].map(({ at }) => at);
}
