/**
 * The slope of a power law: how an error falls with the step.
 * Owns the fit; which errors to measure, and over which steps, is the caller's affair.
 */

/** Straight line through (ln x, ln y). */
export interface LogLogFit {
  /** The exponent: y is near exp(intercept) x^slope. */
  readonly slope: number;
  readonly intercept: number;
  /** Standard error of the slope from the scatter about the line; it knows nothing of the noise in each y. */
  readonly standardError: number;
}

/**
 * Least squares in log-log.
 *
 * @param xs positive numbers, at least three, not all equal.
 * @param ys as many positive numbers.
 * @throws RangeError where the points do not fix a line and its scatter.
 */
export function slope(xs: readonly number[], ys: readonly number[]): LogLogFit {
  const n = xs.length;
  if (n < 3 || ys.length !== n) {
    throw new RangeError(`A slope needs at least three pairs, found ${n} x and ${ys.length} y.`);
  }
  if (![...xs, ...ys].every((value) => value > 0 && Number.isFinite(value))) {
    throw new RangeError(`A slope in log-log needs positive numbers, found x ${xs.join(' ')} and y ${ys.join(' ')}.`);
  }
  const us = xs.map(Math.log);
  const vs = ys.map(Math.log);
  const u = mean(us);
  const v = mean(vs);
  const spread = sum(us.map((each) => (each - u) ** 2));
  if (spread === 0) {
    throw new RangeError(`A slope needs different x, found only ${xs[0]}.`);
  }
  const fitted = sum(us.map((each, i) => (each - u) * (vs[i]! - v))) / spread;
  const intercept = v - fitted * u;
  const residual = sum(us.map((each, i) => (vs[i]! - intercept - fitted * each) ** 2));
  return { slope: fitted, intercept, standardError: Math.sqrt(residual / (n - 2) / spread) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}
