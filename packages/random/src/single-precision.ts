/**
 * Logarithm, sine and cosine in single precision, by arithmetic that every backend can repeat bit for bit:
 * only + - * floor, comparisons and exact powers of two, each operation rounded to 32 bits.
 * Owns the order of operations and the constants. The order is part of the definition: a sum regrouped, or a multiplication
 * fused with an addition, gives other bits.
 *
 * `Math.fround` of a double operation on two single-precision numbers is the correctly rounded single-precision operation,
 * since 53 bits are more than twice 24 and two (Figueroa 1995).
 * Source of the polynomials: Moshier, Cephes Mathematical Library (1992), `logf.c`, `sinf.c` and `cosf.c`.
 */

const f = Math.fround;
const single = (values: readonly number[]): readonly number[] => Object.freeze(values.map(f));

/**
 * Constants of the normals, as single-precision numbers, for those who repeat the arithmetic elsewhere. Polynomials are
 * listed from the highest power down and are evaluated by Horner's rule.
 */
export const normalConstants = Object.freeze({
  /** ln(1 + z) = z - z^2/2 + z^3 P(z), nine coefficients. */
  lnPolynomial: single([
    7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
    2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
  ]),
  /** A mantissa in [1/2, 1) is doubled up to here: 2^-1/2, rounded. */
  lnSplit: f(Math.SQRT1_2),
  /** ln 2. */
  ln2: f(Math.LN2),
  /** sin(r) = r (1 + r^2 P(r^2)). */
  sinPolynomial: single([-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1]),
  /** cos(r) = 1 - r^2/2 + r^4 P(r^2). */
  cosPolynomial: single([2.443315711e-5, -1.388731625e-3, 4.166664568e-2]),
  /** A quarter turn in radians. */
  halfPi: f(Math.PI / 2),
});

const { lnPolynomial, lnSplit, ln2, sinPolynomial, cosPolynomial, halfPi } = normalConstants;

function horner(coefficients: readonly number[], z: number): number {
  let value = coefficients[0]!;
  for (let i = 1; i < coefficients.length; i++) {
    value = f(f(value * z) + coefficients[i]!);
  }
  return value;
}

/**
 * Natural logarithm of a single-precision number from 2^-32 to 1.
 *
 * x = m 2^e with m in (2^-1/2, 2^1/2], found by exact doublings; ln x = ln m + e ln 2.
 */
export function lnSingle(x: number): number {
  let m = x;
  let e = 0;
  for (const bits of [16, 8, 4, 2, 1]) {
    if (m < 2 ** -bits) {
      m *= 2 ** bits;
      e -= bits;
    }
  }
  if (m <= lnSplit) {
    m *= 2;
    e -= 1;
  }
  const z = f(m - 1);
  const square = f(z * z);
  const cubic = f(f(horner(lnPolynomial, z) * z) * square);
  return f(f(f(z - f(0.5 * square)) + cubic) + f(e * ln2));
}

/**
 * Sine and cosine of a part of a turn: of 2 pi u, for u in [0, 1), a multiple of 2^-24.
 *
 * The quarter turns are taken off before pi comes in, so nothing is lost to cancellation.
 */
export function sinCosTurn(u: number): [sin: number, cos: number] {
  const t = f(4 * u);
  const quarter = Math.floor(f(t + 0.5));
  const r = f(f(t - quarter) * halfPi);
  const square = f(r * r);
  const s = f(r * f(1 + f(square * horner(sinPolynomial, square))));
  const c = f(f(1 - f(0.5 * square)) + f(f(square * square) * horner(cosPolynomial, square)));
  switch (quarter) {
    case 1:
      return [c, -s];
    case 2:
      return [-s, -c];
    case 3:
      return [-c, s];
    default:
      return [s, c];
  }
}
