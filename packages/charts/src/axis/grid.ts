/**
 * The grid of one swept parameter: where its values and the cells around them lie.
 * Owns checks and half-way edges; units and ticks are ticks.ts.
 */
import type { SweepAxis } from '../description.js';
import { niceTicks, type Ticks } from './ticks.js';

/** Edges of the cells around `values`, one more than there are values: half-way between neighbours, even at the ends. */
export function cellEdges(values: readonly number[]): number[] {
  const first = values[0]!;
  if (values.length === 1) {
    const half = Math.abs(first) / 2 || 0.5;
    return [first - half, first + half];
  }
  const middles = values.slice(1).map((value, k) => (value + values[k]!) / 2);
  const last = values.at(-1)!;
  return [2 * first - middles[0]!, ...middles, 2 * last - middles.at(-1)!];
}

/** The value at a fractional index, linear between the two values around it. */
export function valueAt(values: readonly number[], index: number): number {
  const from = Math.min(Math.floor(index), values.length - 1);
  const to = Math.min(from + 1, values.length - 1);
  return values[from]! + (index - from) * (values[to]! - values[from]!);
}

/** @throws RangeError naming the axis, if its values are none, not finite, or not strictly monotone. */
export function checkAxis(which: string, { name, values }: SweepAxis): void {
  const at = `axis ${which} ("${name}")`;
  if (values.length === 0) throw new RangeError(`${at} has no values.`);
  const odd = values.findIndex((value) => !Number.isFinite(value));
  if (odd >= 0) throw new RangeError(`${at}: value ${odd} is ${values[odd]}; every value must be finite.`);
  const direction = Math.sign((values[1] ?? 0) - values[0]!);
  const turn = values.findIndex((value, k) => k > 0 && Math.sign(value - values[k - 1]!) !== direction);
  if (values.length > 1 && (direction === 0 || turn >= 0)) {
    const k = direction === 0 ? 1 : turn;
    throw new RangeError(
      `${at}: values must strictly increase or strictly decrease, but value ${k - 1} is ${values[k - 1]} and value ${k} is ${values[k]}.`,
    );
  }
}

/** Ticks between the ends of `edges`, whichever way they run. */
export function axisTicks(edges: readonly number[], length: number, horizontal: boolean): Ticks {
  const [low, high] = ends(edges);
  return niceTicks(low, high, { length, horizontal });
}

/** The lower and the upper end of a monotone list. */
export function ends(values: readonly number[]): [number, number] {
  const [first, last] = [values[0]!, values.at(-1)!];
  return first < last ? [first, last] : [last, first];
}
