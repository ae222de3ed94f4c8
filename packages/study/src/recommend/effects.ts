/**
 * What a lever does where it stands: the change of the metric for one per cent of the lever's range, and of all levers of
 * a group when each is moved by one per cent in its better direction.
 * Central differences on common random numbers, repeated with seeds of their own; intervals by Student's t over the
 * repeats, which also holds where runs share their noise.
 */
import type { Estimate } from '@trilogue/sensitivity';
import type { Evaluate, Lever } from './lever.js';

const repeats = 16;
/** The two-sided 95% point of Student's t with 15 degrees of freedom. */
const t95 = 2.131449545559323;
const paths = 4096;
/** Half the distance of a difference, as a part of the range; shorter at its ends. */
const reach = 0.05;

export interface Effects {
  /** By lever. */
  readonly levers: readonly Estimate[];
  readonly groups: readonly ({ readonly group: string } & Estimate)[];
}

/** @param sign 1 where more of the metric is better, -1 where less is */
export async function localEffects(
  levers: readonly Lever[],
  sign: 1 | -1,
  seed: string,
  evaluate: Evaluate,
): Promise<Effects> {
  const ends = levers.map(({ range: [low, high], from }) => {
    const half = reach * (high - low);
    return { low: Math.max(low, from - half), high: Math.min(high, from + half), percent: (high - low) / 100 };
  });
  const points = levers.flatMap(({ name }, i) => [{ [name]: ends[i]!.low }, { [name]: ends[i]!.high }]);
  const slopes: number[][] = levers.map(() => []);
  for (let repeat = 0; repeat < repeats; repeat++) {
    const told = await evaluate(points, paths, `${seed}\neffects ${repeat}`);
    for (const [i, { low, high, percent }] of ends.entries()) {
      slopes[i]!.push(((told[2 * i + 1]!.value - told[2 * i]!.value) * percent) / (high - low));
    }
  }
  const own = slopes.map(overRepeats);
  // The better direction is that of the other repeats: taken from the same one, noise alone would seem to help.
  const better = (i: number, repeat: number) => sign * Math.sign(own[i]!.value * repeats - slopes[i]![repeat]!);
  const groups = [...new Set(levers.flatMap(({ group }) => (group === undefined ? [] : [group])))].map((group) => {
    const members = levers.flatMap((lever, i) => (lever.group === group ? [i] : []));
    const sums = Array.from({ length: repeats }, (_, repeat) =>
      members.reduce((sum, i) => sum + better(i, repeat) * slopes[i]![repeat]!, 0),
    );
    return { group, ...overRepeats(sums) };
  });
  return { levers: own, groups: groups.toSorted((a, b) => Math.abs(b.value) - Math.abs(a.value)) };
}

/** Mean of sixteen repeats and its 95% interval. */
function overRepeats(values: readonly number[]): Estimate {
  const value = values.reduce((sum, each) => sum + each, 0) / repeats;
  const variance = values.reduce((sum, each) => sum + (each - value) ** 2, 0) / (repeats - 1);
  const half = t95 * Math.sqrt(variance / repeats);
  return { value, low: value - half, high: value + half };
}
