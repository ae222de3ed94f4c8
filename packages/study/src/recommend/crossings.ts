/**
 * For each lever the smallest change that reaches the target. All levers are searched at the same time, so that every
 * round of questions is one engine run.
 */
import { type CrossingOutput, type CrossingProblem, type CrossingResult, findCrossing } from '@trilogue/sensitivity';
import type { Evaluate, Lever } from './lever.js';
import { signOf, type Target } from './target.js';

/** Paths of each point. */
export const crossingPaths = 16_384;

export interface LeverSearch {
  readonly lever: Lever;
  readonly result: CrossingResult;
  /** Every output that the search asked for, rising. */
  readonly outputs: readonly Required<CrossingOutput>[];
  /** The highest point inside the range, in the sense of the goal, where it beats both ends by more than noise; else null. */
  readonly inside: number | null;
}

export async function searchLevers(
  levers: readonly Lever[],
  target: Target,
  evaluate: Evaluate,
): Promise<LeverSearch[]> {
  const searches = levers.map((lever) => ({
    problem: problemOf(lever, target),
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
      outputs: rising,
      inside: bestInside(rising, target),
    };
  });
}

function problemOf({ from, ...factor }: Lever, { value, goal }: Target): CrossingProblem {
  return { factor, from, target: value, goal, noise: 'common' };
}

/** Standard errors by which an inner point must beat the ends; noise that runs share makes this rather strict. */
const sure = 3;

function bestInside(outputs: readonly Required<CrossingOutput>[], target: Target): number | null {
  const sign = signOf(target);
  const best = outputs.reduce((top, next) => (sign * next.value > sign * top.value ? next : top));
  const beats = (end: Required<CrossingOutput>) =>
    sign * (best.value - end.value) > sure * Math.sqrt(best.variance + end.variance);
  return beats(outputs[0]!) && beats(outputs.at(-1)!) ? best.at : null;
}
