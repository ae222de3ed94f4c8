/**
 * Test function of Morris (1991), section 4: 20 factors on [0, 1], ten of them with large effects, seven of those by
 * interaction or curvature. Owns the function and the exact mean and variance of its elementary effects on a grid of
 * levels.
 *
 * With w_i = 2 (x_i - 1/2), but w_i = 2 (1.1 x_i / (x_i + 0.1) - 1/2) for i = 3, 5, 7, it is a polynomial in the w with
 * coefficients 20 (i <= 10), -15 (pairs in 1..6), -10 (triples in 1..5) and 5 (the quadruple 1..4). Morris draws the
 * other coefficients of first and second order from the standard normal; here they are (-1)^i and (-1)^(i + j), so that
 * the function is one and the same everywhere.
 */

/** Number of factors. */
export const MORRIS_FACTORS = 20;

/** Value at a point of 20 coordinates. */
export function morrisFunction(point: ArrayLike<number>): number {
  return polynomial(Array.from({ length: MORRIS_FACTORS }, (_, i) => transform(i, point[i]!)));
}

/**
 * Mean and variance of the elementary effect of factor `i` (counted from 0) where every factor is uniform on `levels`
 * equally spaced levels and a step is levels / (2 (levels - 1)), up or down.
 *
 * The function is multilinear in the w, so the effect is the slope of w_i times the derivative of the polynomial, which
 * are independent; factors beyond the sixth enter that derivative linearly, and the first six are enumerated.
 */
export function morrisMoments(i: number, levels = 4): { mean: number; variance: number } {
  const step = levels / (2 * (levels - 1));
  const grid = Array.from({ length: levels }, (_, level) => level / (levels - 1));
  const slopes = grid.filter((x) => x + step <= 1 + 1e-9).map((x) => (transform(i, x + step) - transform(i, x)) / step);
  const slope = moments(slopes);

  const w = new Array<number>(MORRIS_FACTORS).fill(0);
  const derivatives: number[] = [];
  let rest = 0;
  for (let j = 6; j < MORRIS_FACTORS; j++) {
    const values = moments(grid.map((x) => transform(j, x)));
    w[j] = values.mean;
    if (j !== i) rest += pair(i, j) ** 2 * values.variance;
  }
  const others = [0, 1, 2, 3, 4, 5].filter((j) => j !== i);
  const enumerate = (place: number): void => {
    if (place === others.length) {
      derivatives.push((polynomial(w.with(i, 1)) - polynomial(w.with(i, -1))) / 2);
      return;
    }
    for (const x of grid) {
      w[others[place]!] = transform(others[place]!, x);
      enumerate(place + 1);
    }
  };
  enumerate(0);
  const derivative = moments(derivatives);
  const square = (slope.variance + slope.mean ** 2) * (derivative.variance + rest + derivative.mean ** 2);
  const mean = slope.mean * derivative.mean;
  return { mean, variance: square - mean ** 2 };
}

function transform(i: number, x: number): number {
  return i === 2 || i === 4 || i === 6 ? 2 * ((1.1 * x) / (x + 0.1) - 0.5) : 2 * (x - 0.5);
}

/** Coefficient of w_i w_j. */
function pair(i: number, j: number): number {
  return i < 6 && j < 6 ? -15 : (-1) ** (i + j);
}

function polynomial(w: readonly number[]): number {
  let value = 0;
  for (let i = 0; i < MORRIS_FACTORS; i++) {
    value += (i < 10 ? 20 : (-1) ** (i + 1)) * w[i]!;
    for (let j = i + 1; j < MORRIS_FACTORS; j++) {
      value += pair(i, j) * w[i]! * w[j]!;
      for (let l = j + 1; l < 5; l++) value -= 10 * w[i]! * w[j]! * w[l]!;
    }
  }
  return value + 5 * w[0]! * w[1]! * w[2]! * w[3]!;
}

function moments(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length };
}
