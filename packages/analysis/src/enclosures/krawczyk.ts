/**
 * Krawczyk's operator over intervals, for equations that are no polynomials:
 * K(X) = c - Y F(c) + (I - Y J(X)) (X - c), c the middle of the box X and Y about the inverse of the Jacobian there. Every root
 * in X is in K(X); where K(X) lies inside X there is exactly one. At kinks J holds the slopes of both sides, which the proof needs.
 * Source: Krawczyk (1969); Neumaier (1990), Interval Methods for Systems of Equations, chapter 5; Moore, Kearfott and Cloud
 * (2009), Introduction to Interval Analysis, chapter 8.
 */
import { type Algebra, duals, type Interval, intervals } from '@trilogue/core';
import { inverted } from '../equilibria/krawczyk.js';

/** As many values as coordinates, over any arithmetic. */
export type Equations = <V>(algebra: Algebra<V>, at: readonly V[]) => V[];

export type Enclosure = readonly Interval[];

export const middle = ({ low, high }: Interval) => low + (high - low) / 2;

/** Bounds of the derivative of equation [row] by coordinate [column] on a box. */
export function jacobianOver(
  equations: Equations,
  box: Enclosure,
  algebra: Algebra<Interval> = intervals,
): Interval[][] {
  const columns = box.map((_, by) => {
    const moved = box.map((value, v) => ({ value, slope: intervals.constant(v === by ? 1 : 0) }));
    return equations(duals(algebra), moved).map(({ slope }) => slope);
  });
  return columns.map((_, row) => columns.map((column) => column[row]!));
}

/** K(X); undefined where the Jacobian in the middle has no inverse. */
export function krawczykOver(
  equations: Equations,
  box: Enclosure,
  jacobian: readonly (readonly Interval[])[] = jacobianOver(equations, box),
): Interval[] | undefined {
  const { constant, add, sub, mul } = intervals;
  const y = inverted(jacobian.map((row) => row.map(middle)));
  if (y === undefined) return undefined;
  const sum = (terms: readonly Interval[]) => terms.reduce(add, constant(0));
  const centre = box.map((own) => constant(middle(own)));
  const values = equations(intervals, centre);
  const away = box.map((own, v) => sub(own, centre[v]!));
  return box.map((_, i) => {
    const weights = y[i]!.map(constant);
    const step = sum(weights.map((weight, k) => mul(weight, values[k]!)));
    const spread = sum(
      away.map((own, j) => {
        const product = sum(weights.map((weight, k) => mul(weight, jacobian[k]![j]!)));
        return mul(sub(constant(i === j ? 1 : 0), product), own);
      }),
    );
    return add(sub(centre[i]!, step), spread);
  });
}
