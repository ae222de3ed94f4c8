/**
 * Every root of equations in a product of simplices, by branch and bound over intervals: a box is thrown away where an equation
 * has no zero in it or Krawczyk's operator leads out of it, a root is proven where the operator leads inside, and the box is cut in two
 * otherwise. What is left when boxes are too narrow, or too many, is listed. The proof is about the equations at the numbers that they hold.
 * Source: Moore, Kearfott and Cloud (2009), Introduction to Interval Analysis, chapter 8.
 */
import { type Interval, intervals } from '@trilogue/core';
import { connected, hull } from '../equilibria/clusters.js';
import type { OpenRegion } from '../equilibria/system.js';
import { type Enclosure, type Equations, jacobianOver, krawczykOver } from './krawczyk.js';

export interface Problem {
  readonly variables: number;
  /** Variables that are above 0 and add up to less than 1; every one in one of them. */
  readonly simplices: readonly {
    readonly variables: readonly number[];
    /** Whether every root of the equations is known to be inside. */
    readonly inside: boolean;
  }[];
  readonly equations: Equations;
}

export interface Enclosures {
  /** In each there is exactly one root, and elsewhere there is none but in `open`. */
  readonly roots: readonly Enclosure[];
  readonly open: readonly OpenRegion[];
  readonly boxes: number;
}

/** Boxes narrower than this are not cut. */
const narrowest = 2 ** -22;
/** Wide boxes on which no equation is larger than this are not cut: rounding hides what is there. */
const flat = 1e-13;
/** Where boxes are cut: not in the middle, where roots of simple games lie. */
const cutAt = 0.4921875;
/** The first box is that much larger than the simplices on each side, so that roots near their border lie inside a box. */
const beyond = 1 / 37;
/** A box is tested with that part of its width around it, so that roots on its own border are no special case. */
const around = 1 / 16;

const reasons = {
  boxes: 'the limit of boxes was reached; allow more',
  level: 'strategies that pay alike, or so nearly that rounding hides the difference: a family of equilibria perhaps',
  border: 'a root so near the border of the face that rounding hides on which side',
  touching:
    'equations that touch, or have a kink or no finite slope where they meet: there may be equilibria here that are not listed',
} as const;

/** @param most Boxes to look at; what is left then is open. */
export function enclosedRoots(problem: Problem, most: number): Enclosures {
  const { variables, equations } = problem;
  if (variables === 0) return { roots: [[]], open: [], boxes: 0 };
  let queue: Enclosure[] = [Array.from({ length: variables }, () => ({ low: -beyond, high: 1 + beyond }))];
  const unique: { readonly within: Enclosure; readonly root: Enclosure }[] = [];
  const left: Enclosure[] = [];
  const late: Enclosure[] = [];
  const level: Enclosure[] = [];
  let boxes = 0;
  while (queue.length > 0) {
    const next: Enclosure[] = [];
    for (const box of queue) {
      if (boxes >= most) {
        late.push(box);
        continue;
      }
      boxes++;
      if (placed(problem.simplices, box) === 'outside' || unique.some(({ within }) => contains(within, box))) continue;
      const values = equations(intervals, box);
      if (values.some(({ low, high }) => low > 0 || high < 0)) continue;
      if (widest(box) > near && values.every(({ low, high }) => low > -flat && high < flat)) {
        level.push(box);
        continue;
      }
      const wider = box.map(({ low, high }) => {
        const more = (high - low) * around;
        return { low: low - more, high: high + more };
      });
      const jacobian = jacobianOver(equations, wider);
      const image = krawczykOver(equations, wider, jacobian);
      const rest = image === undefined ? box : meet(image, box);
      if (rest === undefined) continue;
      if (image?.every(({ low, high }, v) => low > wider[v]!.low && high < wider[v]!.high)) {
        const root = closer(equations, image);
        const known = unique.some((each) => contains(each.within, root) || contains(wider, each.root));
        if (!known) unique.push({ within: wider, root });
        continue;
      }
      const axis = steepest(jacobian, rest);
      const { low, high } = rest[axis]!;
      if (high - low < narrowest) {
        left.push(rest);
        continue;
      }
      const cut = low + cutAt * (high - low);
      next.push(rest.with(axis, { low, high: cut }), rest.with(axis, { low: cut, high }));
    }
    queue = next;
  }
  const roots = unique.map(({ root }) => root).sort((a, b) => order(b, a));
  const doubtful = problem.simplices.filter(({ inside }) => !inside);
  const places = roots.map((root) => placed(doubtful, root));
  return {
    roots: roots.filter((_, i) => places[i] === 'inside'),
    open: [
      ...regions(left, reasons.touching),
      ...regions(late, reasons.boxes),
      ...regions(level, reasons.level),
      ...roots.flatMap((root, i) => (places[i] === 'undecided' ? regions([root], reasons.border) : [])),
    ],
    boxes,
  };
}

function order(a: Enclosure, b: Enclosure): number {
  const v = a.findIndex(({ low }, i) => low !== b[i]!.low);
  return v < 0 ? 0 : a[v]!.low - b[v]!.low;
}

/** The root of an enclosure that has exactly one, as near as rounding allows. */
function closer(equations: Equations, first: Enclosure): Enclosure {
  let root = first;
  for (let i = 0; i < 60; i++) {
    const image = krawczykOver(equations, root);
    const next = image && meet(image, root);
    if (next === undefined || widest(next) > 0.9 * widest(root)) return next ?? root;
    root = next;
  }
  return root;
}

/** Where the points of a box are. */
function placed(simplices: Problem['simplices'], box: Enclosure): 'inside' | 'outside' | 'undecided' {
  const all = simplices.flatMap(({ variables }) => {
    const own = variables.map((v) => box[v]!);
    return [...own, own.reduce(intervals.sub, intervals.constant(1))];
  });
  if (all.some(({ high }) => high < 0)) return 'outside';
  return all.every(({ low }) => low > 0) ? 'inside' : 'undecided';
}

/** The variable along which the equations change most over the box; a long box is cut along its length in any case. */
function steepest(jacobian: readonly (readonly Interval[])[], box: Enclosure): number {
  const widths = box.map(({ low, high }) => high - low);
  const longest = Math.max(...widths);
  const change = widths.map((width, v) => {
    if (width < longest / 16) return 0;
    const slope = Math.max(...jacobian.map((row) => Math.max(-row[v]!.low, row[v]!.high)));
    return (Number.isFinite(slope) ? slope * width : 0) + width * 1e-9;
  });
  return change.indexOf(Math.max(...change));
}

function meet(a: Enclosure, b: Enclosure): Enclosure | undefined {
  const both = a.map(({ low, high }, v) => ({ low: Math.max(low, b[v]!.low), high: Math.min(high, b[v]!.high) }));
  return both.some(({ low, high }) => low > high) ? undefined : both;
}

function contains(outer: Enclosure, inner: Enclosure): boolean {
  return outer.every(({ low, high }, v) => low <= inner[v]!.low && high >= inner[v]!.high);
}

const widest = (box: Enclosure) => Math.max(...box.map(({ low, high }) => high - low));

/** Boxes nearer to each other than this are one region. */
const near = 2 ** -11;

function regions(boxes: readonly Enclosure[], reason: string): OpenRegion[] {
  const plain = boxes.map((box) => {
    const low = box.map((own) => own.low);
    const region = { low, width: box.map((own) => own.high - own.low) };
    return { low, width: region.width.map((width) => Math.max(width, near)), region };
  });
  return connected(plain).map((group) => ({ bounds: hull(group.map(({ region }) => region)), reason }));
}
