/**
 * "The ODE": reference solutions of x' = f(x) in double precision.
 * Owns a fixed-step and an adaptive method of its own, sharing nothing with the engine that it checks.
 */

/** Right-hand side of an autonomous equation: the derivative of each coordinate. */
export type VectorField = (x: readonly number[]) => readonly number[];

/**
 * The classical Runge-Kutta method with equal steps; error of order 4 in the step.
 *
 * @param steps number of steps from time 0 to `time`, at least 1.
 * @returns the state at `time`.
 */
export function rungeKutta4(f: VectorField, start: readonly number[], time: number, steps: number): number[] {
  const h = time / steps;
  let x = [...start];
  for (let i = 0; i < steps; i++) {
    const k1 = f(x);
    const k2 = f(combine(x, h, [[1 / 2, k1]]));
    const k3 = f(combine(x, h, [[1 / 2, k2]]));
    const k4 = f(combine(x, h, [[1, k3]]));
    x = combine(x, h, [
      [1 / 6, k1],
      [1 / 3, k2],
      [1 / 3, k3],
      [1 / 6, k4],
    ]);
  }
  return x;
}

/** Rows of the tableau of Dormand & Prince (1980), "A family of embedded Runge-Kutta formulae"; the last is the solution. */
const STAGES: readonly (readonly number[])[] = [
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
];
/** Solution of order 5 less that of order 4. */
const DIFFERENCE = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40] as const;

/**
 * The adaptive method of Dormand & Prince, orders 5 and 4.
 *
 * @param times when to read the state: ascending, from 0 on.
 * @param tolerance local error allowed per step, absolute and relative alike, default 1e-12.
 * @returns one state per time.
 * @throws RangeError where times run backwards, or the step has shrunk to nothing (the solution leaves every bound).
 */
export function dormandPrince(
  f: VectorField,
  start: readonly number[],
  times: readonly number[],
  tolerance = 1e-12,
): number[][] {
  let x = [...start];
  let time = 0;
  let h = 1e-3;
  return times.map((end) => {
    if (!(end >= time)) {
      throw new RangeError(`Times must ascend from 0, found ${end} after ${time}.`);
    }
    while (time < end) {
      const last = time + h >= end;
      const step = last ? end - time : h;
      const { next, error } = tryStep(f, x, step, tolerance);
      const accepted = error <= 1;
      // The usual controller: safety 0.9, at most five times longer or shorter. A NaN error counts as too large.
      const proposed = step * Math.min(5, Math.max(0.2, error >= 0 ? 0.9 * error ** -0.2 : 0));
      // A step cut short to end at an output time says little about the next one.
      h = accepted && last ? Math.max(h, proposed) : proposed;
      if (accepted) {
        x = next;
        time = last ? end : time + step;
      }
      if (h < 1e-14 * Math.max(1, time)) {
        throw new RangeError(`The step has shrunk to ${h} at time ${time}: the solution cannot be continued.`);
      }
    }
    return [...x];
  });
}

function tryStep(
  f: VectorField,
  x: readonly number[],
  h: number,
  tolerance: number,
): { next: number[]; error: number } {
  const slopes: (readonly number[])[] = [f(x)];
  let next: number[] = [];
  for (const row of STAGES) {
    next = combine(
      x,
      h,
      row.map((weight, i) => [weight, slopes[i]!] as const),
    );
    slopes.push(f(next));
  }
  const errors = next.map((value, i) => {
    const difference = DIFFERENCE.reduce((total, weight, stage) => total + weight * slopes[stage]![i]!, 0);
    return Math.abs(h * difference) / (tolerance * (1 + Math.max(Math.abs(x[i]!), Math.abs(value))));
  });
  return { next, error: Math.max(...errors) };
}

/** x + h times the weighted sum of slopes. */
function combine(
  x: readonly number[],
  h: number,
  terms: readonly (readonly [weight: number, slope: readonly number[]])[],
): number[] {
  return x.map((value, i) => value + h * terms.reduce((total, [weight, slope]) => total + weight * slope[i]!, 0));
}
