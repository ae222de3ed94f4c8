/**
 * The cheapest pair of levers that reach the target together, where the cost of a change is the square of its part of
 * the range, since a large change of one thing is harder than small ones of two; were the cost the part itself, the
 * cheapest pair would mostly be one lever alone.
 *
 * Every pair is looked at over its whole rectangle, in both directions of both levers, so that two that do nothing alone, or
 * harm, are found too: on a rough grid, and those that promise most on a closer one. Finer grids then find the cheapest
 * point of the best. The proportion of the two moves is then fixed, and the size of both is a crossing of the target like
 * that of one lever. What is narrower than the grids may be missed.
 */
import { type CrossingOutput, findCrossing } from '@trilogue/sensitivity';
import { crossingPaths } from './crossings.js';
import { changeOf, type Evaluate, type Lever, signOf, type Target } from './lever.js';

/** The three looks at rectangles: points along a side, and paths of each. */
const rough = { side: 5, paths: 512 };
const closer = { side: 17, paths: 1024, pairs: 8 };
const fine = { side: 9, paths: 4096, pairs: 3 };
/** The smallest move that counts as one, as a part of the range. */
const least = 1 / 64;

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

/** What was looked at. */
export interface PairSearch {
  /** Pairs, and points of the rectangle of each. */
  readonly pairs: number;
  readonly points: number;
  /** Pairs that were looked at closer, and points of each. */
  readonly closerPairs: number;
  readonly closerPoints: number;
}

type Levers = readonly [Lever, Lever];

/** Values of both levers, and the metric there. */
interface Spot {
  readonly at: readonly [number, number];
  /** How far the target is passed; below zero where it is missed. */
  readonly margin: number;
  readonly cost: number;
}

interface Looked {
  readonly levers: Levers;
  readonly spots: readonly Spot[];
}

/**
 * @param start the metric where the levers stand
 * @returns no pair where none was found that reaches the target.
 */
export async function cheapestPair(
  levers: readonly Lever[],
  start: number,
  target: Target,
  evaluate: Evaluate,
): Promise<{ readonly pair: Pair | null; readonly search: PairSearch }> {
  const pairs = levers.flatMap((one, i) => levers.slice(i + 1).map((other): Levers => [one, other]));
  const short = signOf(target) * (start - target.value);
  const whole = ({ levers: own }: { levers: Levers }, side: number) =>
    grid(own.map(({ range }) => spread(range, side)) as [number[], number[]]);
  const first = await look(
    pairs.map((own) => ({ levers: own, at: whole({ levers: own }, rough.side) })),
    ...([rough.paths, target, evaluate] as const),
  );
  const hopeful = first
    .toSorted((a, b) => promise(a, short) - promise(b, short))
    .slice(0, closer.pairs)
    .filter(({ spots }) => spots.length > 0);
  const second = await look(
    hopeful.map(({ levers: own }) => ({ levers: own, at: whole({ levers: own }, closer.side) })),
    ...([closer.paths, target, evaluate] as const),
  );
  const search = {
    ...{ pairs: pairs.length, points: rough.side ** 2 },
    ...{ closerPairs: hopeful.length, closerPoints: closer.side ** 2 },
  };
  let best = second
    .flatMap(({ levers: own, spots }) => cheapestOf(own, spots))
    .toSorted((a, b) => a.spot.cost - b.spot.cost)
    .slice(0, fine.pairs);
  for (const width of [1 / (closer.side - 1), 1 / (closer.side - 1) / 4]) {
    const around = await look(
      best.map(({ levers: own, spot }) => ({ levers: own, at: window(own, spot, width) })),
      ...([fine.paths, target, evaluate] as const),
    );
    best = best.map((old) => {
      const found = around.find(({ levers: own }) => own === old.levers)!;
      return cheapestOf(found.levers, found.spots)[0] ?? old;
    });
  }
  for (const { levers: own, spot } of best.toSorted((a, b) => a.spot.cost - b.spot.cost)) {
    const pair = await sized(own, spot, target, evaluate);
    if (pair !== null) return { pair, search };
  }
  return { pair: null, search };
}

/** Runs the points at which both levers move. */
async function look(
  asked: readonly { readonly levers: Levers; readonly at: readonly (readonly [number, number])[] }[],
  paths: number,
  target: Target,
  evaluate: Evaluate,
): Promise<Looked[]> {
  const moved = asked.map(({ levers, at }) => ({
    levers,
    at: at.filter((values) => levers.every((lever, i) => changeOf(lever, values[i]!) >= least)),
  }));
  const points = moved.flatMap(({ levers, at }) => at.map((values) => pointOf(levers, values)));
  const told = points.length === 0 ? [] : await evaluate(points, paths);
  let next = 0;
  return moved.map(({ levers, at }) => ({
    levers,
    spots: at.map((values) => ({
      at: values,
      margin: signOf(target) * (told[next++]!.value - target.value),
      cost: costOf(levers, values),
    })),
  }));
}

/**
 * What a pair may cost, from a rough grid: for points that reach the target as if the metric ran straight from the start
 * to them; for a pair without such points, beyond all costs, by how far its best one misses.
 */
function promise({ spots }: Looked, short: number): number {
  return spots.reduce((least, { margin, cost }) => {
    const own = margin >= 0 ? cost * (short / (short - margin)) ** 2 : 2 - margin;
    return Math.min(least, own);
  }, Number.POSITIVE_INFINITY);
}

function cheapestOf(levers: Levers, spots: readonly Spot[]): { levers: Levers; spot: Spot }[] {
  const reached = spots.filter(({ margin }) => margin >= 0);
  if (reached.length === 0) return [];
  return [{ levers, spot: reached.reduce((top, next) => (next.cost < top.cost ? next : top)) }];
}

async function sized(levers: Levers, { at: whole }: Spot, target: Target, evaluate: Evaluate): Promise<Pair | null> {
  const placeOf = (i: 0 | 1, size: number) => {
    const { from, range } = levers[i];
    return Math.min(range[1], Math.max(range[0], from + size * (whole[i] - from)));
  };
  const at = (size: number) => [placeOf(0, size), placeOf(1, size)] as const;
  const room = levers.map(({ from, range: [low, high] }, i) => {
    const way = whole[i]! - from;
    return ((way > 0 ? high : low) - from) / way;
  });
  const factor = { name: 'size of both moves', range: [0, Math.min(2, Math.max(...room))] as const };
  const outputs: CrossingOutput[] = [];
  for (;;) {
    const problem = { factor, from: 0, target: target.value, goal: target.goal, noise: 'common' } as const;
    const { ask, result } = findCrossing(problem, outputs);
    if (result !== null) {
      const { value, low, high } = result;
      if (value === null || low === null || high === null) return null;
      const move = (i: 0 | 1): Move => {
        const ends = [placeOf(i, low), placeOf(i, high)];
        return {
          ...{ parameter: levers[i].name, from: levers[i].from, value: placeOf(i, value) },
          ...{ low: Math.min(...ends), high: Math.max(...ends) },
          change: changeOf(levers[i], placeOf(i, value)),
        };
      };
      return { moves: [move(0), move(1)], cost: costOf(levers, at(value)) };
    }
    const told = await evaluate(
      ask.map((size) => pointOf(levers, at(size))),
      crossingPaths,
    );
    for (const [i, size] of ask.entries()) outputs.push({ at: size, ...told[i]! });
  }
}

function pointOf(levers: Levers, at: readonly [number, number]): Record<string, number> {
  return Object.fromEntries(levers.map(({ name }, i) => [name, at[i]!]));
}

function costOf(levers: Levers, at: readonly [number, number]): number {
  return levers.reduce((sum, lever, i) => sum + changeOf(lever, at[i]!) ** 2, 0);
}

function spread([low, high]: readonly [number, number], side: number): number[] {
  return Array.from({ length: side }, (_, i) => (i === side - 1 ? high : low + (i * (high - low)) / (side - 1)));
}

/** A grid around a spot, as wide as `width` of both ranges to each side. */
function window(levers: Levers, { at }: Spot, width: number): [number, number][] {
  return grid(
    levers.map(({ range: [low, high] }, i) => {
      const half = width * (high - low);
      return spread([Math.max(low, at[i]! - half), Math.min(high, at[i]! + half)], fine.side);
    }) as [number[], number[]],
  );
}

function grid([one, other]: readonly [readonly number[], readonly number[]]): [number, number][] {
  return one.flatMap((a) => other.map((b): [number, number] => [a, b]));
}
