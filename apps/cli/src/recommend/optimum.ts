/**
 * The best value of a lever whose best lies inside its range: a parabola through points around it, by least squares, on
 * common random numbers; repeated with seeds of their own, for an interval by Student's t over the repeats.
 */
import type { Estimate } from '@trilogue/sensitivity';
import type { Evaluate, Lever } from './lever.js';

const repeats = 12;
/** The two-sided 95% point of Student's t with 11 degrees of freedom. */
const t95 = 2.200985160082949;
const paths = 4096;
const points = 13;
/** Half the width of the window, as a part of the range. */
const reach = 0.12;

/** @param about a value near the best one @returns null where the points around it have no peak in the window */
export async function interiorOptimum(
  { name, range: [low, high] }: Lever,
  about: number,
  sign: 1 | -1,
  seed: string,
  evaluate: Evaluate,
): Promise<Estimate | null> {
  const [from, to] = [Math.max(low, about - reach * (high - low)), Math.min(high, about + reach * (high - low))];
  const at = Array.from({ length: points }, (_, i) => from + (i * (to - from)) / (points - 1));
  const set = at.map((value) => ({ [name]: value }));
  const vertices: number[] = [];
  for (let repeat = 0; repeat < repeats; repeat++) {
    const told = await evaluate(set, paths, `${seed}\noptimum ${repeat}`);
    const vertex = vertexOf(told.map(({ value }) => sign * value));
    if (vertex === null) return null;
    vertices.push(from + ((vertex + 1) / 2) * (to - from));
  }
  const value = vertices.reduce((sum, each) => sum + each, 0) / repeats;
  if (value < from || value > to) return null;
  const variance = vertices.reduce((sum, each) => sum + (each - value) ** 2, 0) / (repeats - 1);
  const half = t95 * Math.sqrt(variance / repeats);
  return { value, low: Math.max(low, value - half), high: Math.min(high, value + half) };
}

/**
 * Where the parabola a + b u + c u^2 of least squares has its highest point, for values at equally spaced u from -1 to 1;
 * null where it opens upwards. With q = u^2 less its mean, b = sum(u y) / sum(u^2) and c = sum(q y) / sum(q^2).
 */
export function vertexOf(values: readonly number[]): number | null {
  const u = values.map((_, i) => (2 * i) / (values.length - 1) - 1);
  const square = u.reduce((sum, each) => sum + each * each, 0);
  const q = u.map((each) => each * each - square / u.length);
  const b = dot(u, values) / square;
  const c = dot(q, values) / dot(q, q);
  return c < 0 ? -b / (2 * c) : null;
}

function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, each, i) => sum + each * other[i]!, 0);
}
