/**
 * The cheapest pair of levers that reach the target together, where the cost of a change is the square of its part of
 * the range, since a large change of one thing is harder than small ones of two; were the cost the part itself, the
 * cheapest pair would mostly be one lever alone. Every lever moves from where it stands towards its best value, and no
 * farther than where it reaches the target alone.
 *
 * A grid over the moves of each pair finds the three pairs that look cheapest; finer grids find their cheapest point. The
 * proportion of the two moves is then fixed, and the size of both is a crossing of the target like that of one lever.
 */
import { type CrossingOutput, findCrossing } from '@trilogue/sensitivity';
import type { LeverSearch } from './crossings.js';
import { crossingPaths } from './crossings.js';
import { changeOf, type Evaluate, type Lever } from './lever.js';
import { signOf, type Target } from './target.js';

/** Levers that take part: those with the most to give. */
const mostLevers = 8;
const side = 8;
const coarsePaths = 2048;
const fineSide = 9;
const finePaths = 8192;
const finalists = 3;
/** The smallest move that counts as one, as a part of the whole move. */
const least = 1 / 32;
/** Standard errors by which a lever's best must beat its start. */
const sure = 3;

/** A lever in a pair. */
export interface Move {
  readonly parameter: string;
  readonly from: number;
  /** With the 95% interval of the size of both moves. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The change as a part of the range. */
  readonly change: number;
}

export interface Pair {
  readonly moves: readonly [Move, Move];
  /** Sum of the squares of both changes. */
  readonly cost: number;
}

/** A lever, and the farthest that it is moved to. */
interface Way {
  readonly lever: Lever;
  readonly to: number;
}

interface Candidate {
  readonly ways: readonly [Way, Way];
  /** Parts of the two ways. */
  readonly parts: readonly [number, number];
  readonly cost: number;
}

/** Null where fewer than two levers help, and where no pair of them reaches the target. */
export async function cheapestPair(
  searches: readonly LeverSearch[],
  target: Target,
  evaluate: Evaluate,
): Promise<Pair | null> {
  const ways = waysOf(searches, target);
  const pairs = ways.flatMap((one, i) => ways.slice(i + 1).map((other): [Way, Way] => [one, other]));
  if (pairs.length === 0) return null;
  const steps = Array.from({ length: side }, (_, i) => (i + 1) / side);
  const first = pairs.map((ways) => ({ ways, parts: grid(steps, steps) }));
  let best = (await cheapest(first, target, evaluate, coarsePaths))
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, finalists);
  for (const width of [1 / side, 1 / side ** 2]) {
    const around = best.map(({ ways, parts }) => ({
      ways,
      parts: grid(window(parts[0], width), window(parts[1], width)),
    }));
    const found = await cheapest(around, target, evaluate, finePaths);
    best = best.map((old) => found.find(({ ways }) => ways === old.ways) ?? old);
  }
  const chosen = best.reduce<Candidate | null>(
    (top, next) => (top === null || next.cost < top.cost ? next : top),
    null,
  );
  return chosen === null ? null : sized(chosen, target, evaluate);
}

function waysOf(searches: readonly LeverSearch[], target: Target): Way[] {
  const sign = signOf(target);
  return searches
    .flatMap(({ lever, result, outputs }) => {
      const start = outputs.find(({ at }) => at === lever.from)!;
      const top = outputs.find(({ at }) => at === result.best.at)!;
      const gain = sign * (top.value - start.value);
      const helps = gain > sure * Math.sqrt(start.variance + top.variance);
      return helps ? [{ lever, to: result.value ?? top.at, gain }] : [];
    })
    .toSorted((a, b) => b.gain - a.gain)
    .slice(0, mostLevers);
}

/** Of each group of points the cheapest that reaches the target; groups without one are left out. */
async function cheapest(
  asked: readonly { readonly ways: Candidate['ways']; readonly parts: readonly Candidate['parts'][] }[],
  target: Target,
  evaluate: Evaluate,
  paths: number,
): Promise<Candidate[]> {
  const sign = signOf(target);
  const points = asked.flatMap(({ ways, parts }) => parts.map((each) => pointOf(ways, each)));
  const told = await evaluate(points, paths);
  let next = 0;
  return asked.flatMap(({ ways, parts }) => {
    let best: Candidate | null = null;
    for (const each of parts) {
      const reached = sign * (told[next++]!.value - target.value) >= 0;
      const cost = costOf(ways, each);
      if (reached && (best === null || cost < best.cost)) best = { ways, parts: each, cost };
    }
    return best === null ? [] : [best];
  });
}

async function sized({ ways, parts }: Candidate, target: Target, evaluate: Evaluate): Promise<Pair | null> {
  // the longer of the two ways ends the common one
  const most = Math.min(2, ...ways.map(({ lever, to }, i) => roomOf(lever, to) / parts[i]!));
  const factor = { name: 'size of both moves', range: [0, most] as const };
  const outputs: CrossingOutput[] = [];
  const at = (size: number): readonly [number, number] => [size * parts[0], size * parts[1]];
  for (;;) {
    const problem = { factor, from: 0, target: target.value, goal: target.goal, noise: 'common' } as const;
    const { ask, result } = findCrossing(problem, outputs);
    if (result !== null) {
      const { value, low, high } = result;
      if (value === null || low === null || high === null) return null;
      const move = (i: 0 | 1): Move => {
        const [own, one, other] = [value, low, high].map((size) => placeOf(ways[i], at(size)[i])) as [
          number,
          number,
          number,
        ];
        const { name, from } = ways[i].lever;
        return {
          ...{ parameter: name, from, value: own, low: Math.min(one, other), high: Math.max(one, other) },
          change: changeOf(ways[i].lever, own),
        };
      };
      return { moves: [move(0), move(1)], cost: costOf(ways, at(value)) };
    }
    const told = await evaluate(
      ask.map((size) => pointOf(ways, at(size))),
      crossingPaths,
    );
    for (const [i, size] of ask.entries()) outputs.push({ at: size, ...told[i]! });
  }
}

/** How many times its way a lever could go before its range ends. */
function roomOf({ from, range: [low, high] }: Lever, to: number): number {
  return ((to > from ? high : low) - from) / (to - from);
}

function placeOf({ lever: { from, range }, to }: Way, part: number): number {
  return Math.min(range[1], Math.max(range[0], from + part * (to - from)));
}

function pointOf(ways: Candidate['ways'], parts: Candidate['parts']): Record<string, number> {
  return Object.fromEntries(ways.map((way, i) => [way.lever.name, placeOf(way, parts[i]!)]));
}

function costOf(ways: Candidate['ways'], parts: Candidate['parts']): number {
  return ways.reduce((sum, way, i) => sum + changeOf(way.lever, placeOf(way, parts[i]!)) ** 2, 0);
}

function window(centre: number, width: number): number[] {
  const values = Array.from({ length: fineSide }, (_, i) => centre + width * ((2 * i) / (fineSide - 1) - 1));
  return [...new Set(values.map((part) => Math.min(1, Math.max(least, part))))];
}

function grid(one: readonly number[], other: readonly number[]): [number, number][] {
  return one.flatMap((a) => other.map((b): [number, number] => [a, b]));
}
