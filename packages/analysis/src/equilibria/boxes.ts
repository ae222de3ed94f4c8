/**
 * Boxes that are cut until every one is settled. Owns the covering of the simplices, where boxes are cut, and when one
 * is thrown away: it is outside, or an equation has no zero in it.
 * The first box is a little larger than the simplices, so that roots near their border lie inside a box.
 */
import { add, addWork, multiply, type Rational, rational, toNumber } from '../exact/rational.js';
import { type Bernstein, bernsteinForm, formSize, range, slopeRange, split } from './bernstein.js';
import type { System } from './system.js';

/** A part of the space, with the equations on it. */
export interface Box {
  readonly low: readonly number[];
  readonly width: readonly number[];
  readonly forms: readonly Bernstein[];
}

/** Boxes narrower than this are not cut. */
const narrowest = 2 ** -22;
/** Steps of exact arithmetic that take as long as a box without its numbers. */
const perBox = 500;
/** Numbers of the equations of a usual box; twice as many take twice as long. */
const usualNumbers = 1_000;
/** Fewer boxes find nothing. */
const least = 50;
/** Where boxes are cut: not in the middle, where roots of simple games lie. */
const cutAt = 0.4921875;
const outside = rational(1n, 37n);

/**
 * Cuts boxes, the largest first, until all are settled, too narrow or `most` have been looked at; of equations of many numbers fewer
 * are.
 * @param settled whether a box needs no further cutting.
 * @returns what could not be settled, and whether that is since so many had been looked at.
 */
export function search(
  system: System,
  most: number,
  settled: (box: Box) => boolean,
): { readonly left: Box[]; readonly boxes: number; readonly exhausted: boolean } {
  const rooms = roomsOf(system);
  const low = rooms.map((room) => multiply(room, rational(-outside.n, outside.d)));
  const width = rooms.map((room) => multiply(room, add(rational(1n), multiply(outside, rational(2n)))));
  const whole = { low: low.map(toNumber), width: width.map(toNumber) };
  const numbers = system.equations.reduce((sum, equation) => sum + formSize(equation), 0);
  const fewer = Math.floor(most / Math.max(1, numbers / usualNumbers));
  if (fewer < least) return { left: [{ ...whole, forms: [] }], boxes: 0, exhausted: true };
  const forms = system.equations.map((equation) => bernsteinForm(equation, low, width));
  let queue: Box[] = [{ ...whole, forms }];
  const left: Box[] = [];
  let boxes = 0;
  while (queue.length > 0) {
    const next: Box[] = [];
    for (const [i, box] of queue.entries()) {
      if (boxes >= fewer) return { left: [...left, ...queue.slice(i), ...next], boxes, exhausted: true };
      boxes++;
      addWork(perBox + numbers);
      if (isOutside(system, box) || box.forms.some(hasNoZero) || settled(box)) continue;
      const axis = widest(box);
      if (box.width[axis]! < narrowest) left.push(box);
      else next.push(...halves(box, axis));
    }
    queue = next;
  }
  return { left, boxes, exhausted: false };
}

/** Bounds of every coordinate of a box. */
export function boundsOf({ low, width }: Pick<Box, 'low' | 'width'>): [number, number][] {
  return low.map((at, v) => [at, at + width[v]!]);
}

function roomsOf({ variables, simplices }: System): Rational[] {
  return Array.from({ length: variables }, (_, v) => simplices.find(({ variables: own }) => own.includes(v))!.room);
}

/** No point of the box is inside the simplices; 1e-12 is far above the rounding of the corners. */
function isOutside({ simplices }: System, { low, width }: Box): boolean {
  return simplices.some(({ variables, room }) => {
    if (variables.some((v) => low[v]! + width[v]! < -1e-12)) return true;
    return variables.reduce((total, v) => total + Math.max(0, low[v]!), 0) > toNumber(room) + 1e-12;
  });
}

function hasNoZero(form: Bernstein): boolean {
  const [low, high] = range(form);
  return low > 0 || high < 0;
}

/** The variable along which the equations change most over the box; a long box is cut along its length in any case. */
function widest({ width, forms }: Box): number {
  const longest = Math.max(...width);
  const change = width.map((own, v) => {
    if (own < longest / 16) return 0;
    const slopes = forms.map((form) => {
      const [low, high] = slopeRange(form, v);
      return form.size === 0 ? 0 : Math.max(-low, high) / form.size;
    });
    return Math.max(...slopes) + (own / longest) * 1e-9;
  });
  return change.indexOf(Math.max(...change));
}

function halves({ low, width, forms }: Box, axis: number): [Box, Box] {
  const parts = forms.map((form) => split(form, axis, cutAt));
  const first = width[axis]! * cutAt;
  return [
    { low, width: width.with(axis, first), forms: parts.map(([part]) => part) },
    {
      low: low.with(axis, low[axis]! + first),
      width: width.with(axis, width[axis]! - first),
      forms: parts.map(([, part]) => part),
    },
  ];
}
