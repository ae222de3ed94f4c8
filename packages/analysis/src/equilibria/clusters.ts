/**
 * What subdivision left over: neighbouring boxes are joined, and looked at with numbers. A singular root shows up as
 * one point, a family as many. Either way the region stays open: that there is nothing else in it was not proven.
 */
import { exactValue, rounded } from '../exact/polynomial.js';
import { sign, simplestNear, toNumber } from '../exact/rational.js';
import type { Box } from './boxes.js';
import { type Candidate, gaussNewton } from './gauss-newton.js';
import { placed } from './refine.js';
import type { Family, OpenRegion, Root, System } from './system.js';

/** Points nearer than this are the same: Newton's method stops that far from a singular root. */
const apart = 1e-5;
/** Different solutions with a singular Jacobian that make a family. */
const family = 5;
/** Starts in each region. */
const starts = 60;

type Region = Pick<Box, 'low' | 'width'>;

interface Leftover {
  readonly roots: readonly Root[];
  readonly families: readonly Family[];
  readonly open: readonly OpenRegion[];
}

/** @param exhausted Whether boxes are left because too many had been looked at. */
export function clusters(system: System, left: readonly Box[], exhausted: boolean): Leftover {
  const results = connected(left).map((boxes) => examined(system, boxes, exhausted));
  return {
    roots: results.flatMap(({ roots }) => roots),
    families: results.flatMap(({ families }) => families),
    open: results.flatMap(({ open }) => open),
  };
}

function examined(system: System, boxes: readonly Box[], exhausted: boolean): Leftover {
  const bounds = hull(boxes);
  const equations = system.equations.map(rounded);
  const found: Candidate[] = [];
  for (let i = 0; i < Math.min(starts, boxes.length); i++) {
    const box = boxes[Math.floor((i * boxes.length) / Math.min(starts, boxes.length))]!;
    const candidate = gaussNewton(
      equations,
      box.low.map((at, v) => at + box.width[v]! / 2),
    );
    if (candidate === undefined || !isInside(candidate, bounds, system)) continue;
    if (found.every(({ point }) => distance(point, candidate.point) > apart)) found.push(candidate);
  }
  const singular = found.filter(({ rank }) => rank < system.variables);
  if (singular.length >= family) {
    const { point, rank } = singular.reduce((best, each) => (each.rank > best.rank ? each : best));
    const dimension = system.variables - rank;
    const reason = 'a family of equilibria, found by computation; that there is nothing else near it is not proven';
    const families = [{ dimension, equations: system.equations, sample: { point, error: apart }, proven: false }];
    return { roots: [], families, open: [{ bounds, reason }] };
  }
  if (exhausted) {
    return { roots: [], families: [], open: [{ bounds, reason: 'the limit of boxes was reached; allow more' }] };
  }
  // Only an exact point is proven to be an equilibrium; one on the border belongs to a smaller face.
  const roots = singular.flatMap(({ point }): Root[] => {
    const exact = point.map((at) => simplestNear(at, apart));
    if (system.equations.some((equation) => sign(exactValue(equation, exact)) !== 0)) return [];
    const root = { point: exact.map(toNumber), error: 0, exact };
    return placed(system, root) === 'inside' ? [root] : [];
  });
  const reason =
    roots.length === 0
      ? 'equations that touch or nearly touch: there may be an equilibrium here that is not listed'
      : 'an equilibrium at which the equations touch instead of cross: there may be others next to it';
  return { roots, families: [], open: [{ bounds, reason }] };
}

function isInside({ point }: Candidate, bounds: OpenRegion['bounds'], system: System): boolean {
  const near = point.every((at, v) => at >= bounds[v]![0] - apart && at <= bounds[v]![1] + apart);
  return near && placed(system, { point, error: 0 }) === 'inside';
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.max(...a.map((at, v) => Math.abs(at - b[v]!)));
}

export function hull(boxes: readonly Region[]): [number, number][] {
  return boxes[0]!.low.map((_, v) => [
    Math.min(...boxes.map(({ low }) => low[v]!)),
    Math.max(...boxes.map(({ low, width }) => low[v]! + width[v]!)),
  ]);
}

/** Boxes that touch, directly or through others. All together where there are too many to compare. */
export function connected<R extends Region>(boxes: readonly R[]): R[][] {
  if (boxes.length > 1500) return [[...boxes]];
  const waiting = new Set(boxes);
  const groups: R[][] = [];
  for (const first of boxes) {
    if (!waiting.delete(first)) continue;
    const group = [first];
    for (const box of group) {
      for (const other of waiting) {
        if (touch(box, other) && waiting.delete(other)) group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function touch(a: Region, b: Region): boolean {
  return a.low.every((at, v) => {
    const slack = 1e-9 + 0.5 * Math.min(a.width[v]!, b.width[v]!);
    return at <= b.low[v]! + b.width[v]! + slack && b.low[v]! <= at + a.width[v]! + slack;
  });
}
