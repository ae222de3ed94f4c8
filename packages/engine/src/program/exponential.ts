/**
 * The exponential function in single precision, by arithmetic that every backend can repeat bit for bit.
 * Source of the polynomial and of the reduction: Moshier, Cephes Mathematical Library (1992), `expf.c`.
 */
const f = Math.fround;

/** exp(r) = 1 + r + r^2 P(r) for |r| <= ln(2) / 2; highest power first. */
export const expPolynomial: readonly number[] = [
  1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
].map(f);

/** 1 / ln 2. */
export const LOG2_E = f(Math.LOG2E);

/** ln 2 in two parts, the first exact in few bits so that its products with whole numbers are exact. */
export const LN2_HIGH = f(0.693359375);
export const LN2_LOW = f(-2.1219444e-4);

/** exp of a single-precision number of at most 80 in size; relative error below 2e-7. */
export function expSingle(x: number): number {
  const n = Math.floor(f(f(x * LOG2_E) + 0.5));
  const r = f(f(x - f(n * LN2_HIGH)) - f(n * LN2_LOW));
  let p = expPolynomial[0];
  for (let i = 1; i < expPolynomial.length; i++) p = f(f(p * r) + expPolynomial[i]);
  return f(f(f(f(p * f(r * r)) + r) + 1) * 2 ** n);
}
