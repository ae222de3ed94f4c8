/**
 * For each lever the smallest change that reaches the target, from what a scan of its range shows. All levers are searched
 * at the same time, so that every round of questions is one engine run.
 */
import { type CrossingOutput, type CrossingProblem, type CrossingResult, findCrossing } from '@trilogue/sensitivity';
import { type Evaluate, type Lever, signOf, type Target } from './lever.js';
import { beginnings, type Curve, scan } from './scan.js';

/** Paths of each point. */
export const crossingPaths = 16_384;

export interface LeverSearch {
  readonly lever: Lever;
  readonly result: CrossingResult;
  /** The whole range, with few paths. */
  readonly curve: Curve;
  /** Every output that the search asked for, rising. */
  readonly outputs: readonly Required<CrossingOutput>[];
  /** Whether the best point, in the sense of the goal, lies inside the range and beats both ends by more than noise. */
  readonly inside: boolean;
}

export async function searchLevers(
  levers: readonly Lever[],
  target: Target,
  evaluate: Evaluate,
): Promise<LeverSearch[]> {
  const curves = await scan(levers, target, evaluate);
  const searches = levers.map((lever, i) => ({
    problem: problemOf(lever, target, beginnings(curves[i]!, lever, target)),
    outputs: [] as Required<CrossingOutput>[],
  }));
  for (;;) {
    const asked = searches.flatMap((search) =>
      findCrossing(search.problem, search.outputs).ask.map((at) => ({ search, at })),
    );
    if (asked.length === 0) break;
    const told = await evaluate(
      asked.map(({ search, at }) => ({ [search.problem.factor.name]: at })),
      crossingPaths,
    );
    for (const [i, { search, at }] of asked.entries()) search.outputs.push({ at, ...told[i]! });
  }
  return searches.map(({ problem, outputs }, i) => {
    const rising = outputs.toSorted((a, b) => a.at - b.at);
    return {
      lever: levers[i]!,
      result: findCrossing(problem, outputs).result!,
      curve: curves[i]!,
      outputs: rising,
      inside: bestInside(rising, target),
    };
  });
}

function problemOf({ from, ...factor }: Lever, { value, goal }: Target, points: readonly number[]): CrossingProblem {
  return { factor, from, target: value, goal, points, noise: 'common' };
}

/** Standard errors by which an inner point must beat the ends; noise that runs share makes this rather strict. */
const sure = 3;

function bestInside(outputs: readonly Required<CrossingOutput>[], target: Target): boolean {
  const sign = signOf(target);
  const best = outputs.reduce((top, next) => (sign * next.value > sign * top.value ? next : top));
  const beats = (end: Required<CrossingOutput>) =>
    sign * (best.value - end.value) > sure * Math.sqrt(best.variance + end.variance);
  return beats(outputs[0]!) && beats(outputs.at(-1)!);
}
