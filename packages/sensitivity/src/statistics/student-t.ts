/**
 * Two-sided p value of Student's t. Source: P(|T| > t) = I_x(n/2, 1/2) with x = n / (n + t^2), by the continued
 * fraction 8.17.22 of the NIST Digital Library of Mathematical Functions.
 */

/**
 * P(|T| > |t|) with whole `freedom` degrees of freedom; relative error below 1e-10 until it underflows.
 *
 * @param freedom whole number from 1; time grows with it.
 */
export function studentP(t: number, freedom: number): number {
  const x = freedom / (freedom + t * t);
  const a = freedom / 2;
  const ln = a * Math.log(x) + 0.5 * Math.log1p(-x) - lnBetaHalf(freedom);
  // The fraction converges fast on one side of the mean; beyond it, I_x(a, b) = 1 - I_(1-x)(b, a). At x = 0 and 1, ln is -Infinity.
  return x < (a + 1) / (a + 2.5)
    ? Math.exp(ln) / (a * fraction(x, a, 0.5))
    : 1 - Math.exp(ln) / (0.5 * fraction(1 - x, 0.5, a));
}

/** ln B(freedom / 2, 1/2): B(1/2, 1/2) = pi, B(1, 1/2) = 2, B(a + 1, b) = B(a, b) a / (a + b). */
function lnBetaHalf(freedom: number): number {
  let ln = Math.log(freedom % 2 === 1 ? Math.PI : 2);
  for (let a = freedom % 2 === 1 ? 0.5 : 1; a < freedom / 2; a++) {
    ln += Math.log(a / (a + 0.5));
  }
  return ln;
}

/** The continued fraction by Lentz's method. */
function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 0;
  let value = 1;
  for (let n = 1; n < 1000; n++) {
    const m = Math.floor(n / 2);
    const numerator =
      n % 2 === 0
        ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
        : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / (1 + numerator * d);
    c = 1 + numerator / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-15) {
      break;
    }
  }
  return value;
}
