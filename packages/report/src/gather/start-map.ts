/**
 * The metric over the starting point: a map over the first two shares, or a curve where there is one share only.
 * Owns also the boundary between the basins without noise, where the metric is the probability of one profile.
 */
import { deterministicPath } from '@trilogue/analysis';
import { type Field, fieldAt } from '@trilogue/core';
import { metricAt, parseMetric, type SimulateResult, sweep } from '@trilogue/engine';
import { type ReportJob, sketched, swept, withoutStart } from './job.js';
import { type Told, toldRow } from './told.js';

/** The metric over where the game starts. */
export interface StartMap {
  readonly kind: 'curve' | 'square' | 'triangle';
  /** Shares that vary at the start; one of a curve. */
  readonly axes: readonly string[];
  readonly x: readonly number[];
  /** One value, which means nothing, for a curve. */
  readonly y: readonly number[];
  /** `[j][i]` at `y[j]`, `x[i]`; no value where there is no such start. */
  readonly cells: readonly (readonly Told[])[];
  /** Where the other players start. */
  readonly at: readonly { readonly name: string; readonly value: number }[];
  /** One strategy per player, where the metric is the probability of one profile. */
  readonly profile: readonly string[] | null;
  /** Boundary between the basins without noise, as lines of points (x, y); none where it is not known. */
  readonly boundary: readonly (readonly (readonly [x: number, y: number])[])[];
}

const curveValues = 41;
const squareValues = 25;
const triangleValues = 20;
const trianglePaths = 4096;

/** Null where players have more strategies than a map can show. */
export async function gatherStartMap(
  job: ReportJob,
  metric: string,
  ensemble: SimulateResult,
): Promise<StartMap | null> {
  const { game, point } = job;
  const counts = game.players.map(({ strategies }) => strategies.length);
  const profile = profileOf(job, metric);
  if (counts.every((count) => count === 2)) {
    const [first, second] = game.players;
    const set = withoutStart(job.set, game.players.slice(0, 2));
    const axis = (name: string, count: number) => ({ name: `initial.${name}`, from: 0, to: 1, count });
    const run = { ...swept(job), set, metric };
    const name = (i: number) => `${game.players[i]!.name}.${game.players[i]!.strategies[0]}`;
    if (second === undefined) {
      const found = await sweep({ ...run, x: axis(first!.name, curveValues) });
      const line = { x: found.x.values, y: [0], cells: [toldRow(found)] };
      return { kind: 'curve', axes: [name(0)], ...line, at: [], profile, boundary: [] };
    }
    const found = await sweep({ ...run, x: axis(first!.name, squareValues), y: axis(second.name, squareValues) });
    const fixed = game.players.slice(2).map((_, i) => ({ name: name(i + 2), value: point.initial[i + 2]![0]! }));
    const boundary =
      profile === null
        ? []
        : basinBoundary(
            job,
            profile,
            fixed.map(({ value }) => value),
          );
    return {
      ...{ kind: 'square', axes: [name(0), name(1)], x: found.x.values, y: found.y!.values },
      ...{ cells: found.y!.values.map((_, j) => toldRow(found, j)), at: fixed, profile, boundary },
    };
  }
  return counts.length === 1 && counts[0] === 3 ? triangle(job, metric, ensemble, profile) : null;
}

function profileOf({ game }: ReportJob, metric: string): string[] | null {
  const parsed = parseMetric(game, metric);
  if (parsed.kind !== 'P' || parsed.pattern.includes(null)) return null;
  return parsed.pattern.map((strategy, p) => game.players[p]!.strategies[strategy!]!);
}

async function triangle(
  job: ReportJob,
  metric: string,
  ensemble: SimulateResult,
  profile: string[] | null,
): Promise<StartMap> {
  const { name, strategies } = job.game.players[0]!;
  // middles of cells: on the edges of the triangle a strategy is gone, and the game is another one
  const values = Array.from({ length: triangleValues }, (_, i) => (i + 0.5) / triangleValues);
  const inside = values.flatMap((_, j) => values.flatMap((_, i) => (i + j + 1 < triangleValues ? [{ i, j }] : [])));
  const points = inside.map(({ i, j }) => ({
    [`initial.${name}.${strategies[0]}`]: values[i]!,
    [`initial.${name}.${strategies[1]}`]: values[j]!,
    [`initial.${name}.${strategies[2]}`]: 1 - values[i]! - values[j]!,
  }));
  const set = withoutStart(job.set, job.game.players);
  const run = { ...sketched(job, ensemble, trianglePaths), set };
  const found = await metricAt({ ...run, points, metric });
  const none: Told = { value: null, low: null, high: null, bias: null };
  const cells = values.map(() => values.map(() => none));
  for (const [k, { i, j }] of inside.entries()) {
    const told = { value: found.values[k] ?? null, low: found.low[k] ?? null, high: found.high[k] ?? null };
    cells[j]![i] = { ...told, bias: null };
  }
  const axes = [`${name}.${strategies[0]}`, `${name}.${strategies[1]}`];
  return { kind: 'triangle', axes, x: values, y: values, cells, at: [], profile, boundary: [] };
}

const boundaryRows = 31;
const boundaryColumns = 11;
const bisections = 7;

/** Row by row; rows that cross the boundary more than once are left out, since it is not known which lines their crossings belong to. */
function basinBoundary(
  { game, point, horizon, delta }: ReportJob,
  profile: readonly string[],
  rest: readonly number[],
): StartMap['boundary'] {
  const field = fieldAt(game, point);
  const goal = profile.map((strategy, p) => (game.players[p]!.strategies[0] === strategy ? 1 : 0));
  const ends = (x: number, y: number) => endsAt(field, [x, y, ...rest], goal, horizon, delta);
  const lines: [number, number][][] = [];
  let line: [number, number][] = [];
  for (let j = 0; j < boundaryRows; j++) {
    const y = j / (boundaryRows - 1);
    const xs = Array.from({ length: boundaryColumns }, (_, i) => i / (boundaryColumns - 1));
    const there = xs.map((x) => ends(x, y));
    // the edges are faces of their own, on which a share stands still
    const crossings = xs.flatMap((_, i) => (i > 1 && i < xs.length - 1 && there[i] !== there[i - 1] ? [i] : []));
    if (y > 0 && y < 1 && crossings.length === 1) {
      const i = crossings[0]!;
      line.push([bisect((x) => ends(x, y), xs[i - 1]!, xs[i]!, there[i]!), y]);
    } else if (line.length > 0) {
      lines.push(line);
      line = [];
    }
  }
  return [...lines, line].filter(({ length }) => length > 1);
}

function bisect(ends: (x: number) => boolean, from: number, to: number, atTo: boolean): number {
  let [low, high] = [from, to];
  for (let k = 0; k < bisections; k++) {
    const middle = (low + high) / 2;
    if (ends(middle) === atTo) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}

function endsAt(
  field: Field,
  first: readonly number[],
  goal: readonly number[],
  horizon: number,
  delta: number,
): boolean {
  const start = first.map((share) => [share, 1 - share]);
  const { states } = deterministicPath(field, start, [horizon], { tolerance: 1e-6 });
  return states[0]!.every((share, c) => Math.abs(share - goal[c]!) <= delta);
}
