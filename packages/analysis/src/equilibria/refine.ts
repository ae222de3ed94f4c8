/**
 * A verified root, closer: Newton's method, a proven error bound, and where it is a simple fraction the exact point.
 */
import { value } from '@trilogue/core';
import { type ExactPolynomial, exactValue, rounded } from '../exact/polynomial.js';
import { binary, negate, type Rational, sign, simplestNear, subtract, toNumber } from '../exact/rational.js';
import type { Box } from './boxes.js';
import type { Verdict } from './krawczyk.js';
import type { Root, System } from './system.js';

/** Undefined where Newton's method leaves the box. */
export function refine(system: System, box: Box, { guess, inverse, contraction }: Verdict): Root | undefined {
  const equations = system.equations.slice(0, system.variables);
  let point = toPoint(box, guess);
  // Newton's method in doubles until it stops, then two steps with exact residuals.
  const fast = equations.map(rounded);
  for (let i = 0, before = Number.POSITIVE_INFINITY; i < 40; i++) {
    const values = fast.map((equation) => value(equation, point));
    const next = corrected(box, point, inverse, values);
    const moved = Math.max(...next.map((at, v) => Math.abs(at - point[v]!)));
    if (!(moved < before)) break;
    before = moved;
    point = next;
  }
  for (let i = 0; i < 2; i++) point = corrected(box, point, inverse, residuals(equations, point));
  const inBox = point.every((at, v) => at > box.low[v]! && at < box.low[v]! + box.width[v]!);
  if (!inBox) return undefined;
  const exact = point.map((at) => simplestNear(at, 1e-13));
  if (system.equations.every((equation) => sign(exactValue(equation, exact)) === 0)) {
    return { point: exact.map(toNumber), error: 0, exact };
  }
  // Mean value theorem: |point - root| <= |inverse f(point)| / (1 - contraction), in box coordinates.
  const values = residuals(equations, point).map(Math.abs);
  const steps = inverse.map((row) => row.reduce((total, entry, k) => total + Math.abs(entry) * values[k]!, 0));
  const error = (Math.max(...steps) / (1 - contraction)) * Math.max(...box.width) * (1 + 1e-9);
  return { point, error };
}

/** Whether a root is inside the simplices. */
export function placed({ simplices }: System, { point, error, exact }: Root): 'inside' | 'outside' | 'undecided' {
  let undecided = false;
  for (const { variables, room } of simplices) {
    const left = (values: readonly Rational[]) => variables.reduce((rest, v) => subtract(rest, values[v]!), room);
    const values = exact ?? point.map(binary);
    const slack = exact === undefined ? error * variables.length : 0;
    for (const share of [...variables.map((v) => values[v]!), left(values)]) {
      if (exact !== undefined ? sign(share) <= 0 : toNumber(negate(share)) > slack) return 'outside';
      undecided ||= exact === undefined && toNumber(share) <= slack;
    }
  }
  return undecided ? 'undecided' : 'inside';
}

function toPoint({ low, width }: Box, local: readonly number[]): number[] {
  return local.map((at, v) => low[v]! + at * width[v]!);
}

function corrected(
  { width }: Box,
  point: readonly number[],
  inverse: readonly (readonly number[])[],
  values: readonly number[],
): number[] {
  return point.map((at, v) => at - width[v]! * inverse[v]!.reduce((sum, entry, k) => sum + entry * values[k]!, 0));
}

/** The equations at a point, evaluated exactly and rounded once. */
function residuals(equations: readonly ExactPolynomial[], point: readonly number[]): number[] {
  const exact = point.map(binary);
  return equations.map((equation) => toNumber(exactValue(equation, exact)));
}
