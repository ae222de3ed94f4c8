/**
 * Exponents of the linearised equation dx = L x dt + sigma x dW, whose solution is x = x0 exp((L - sigma^2/2) t +
 * sigma W): log x / t tends to L - sigma^2/2, E x grows as exp(L t), E x^2 as exp((2 L + sigma^2) t).
 * Source: Mao (2007), Stochastic Differential Equations and Applications, chapter 4.
 */

/** Rates of growth per unit time. */
export interface Exponents {
  /** Of almost every path: L - sigma^2 / 2. */
  readonly almostSure: number;
  /** Of the mean: L. */
  readonly firstMoment: number;
  /** Of the mean square: 2 L + sigma^2. */
  readonly secondMoment: number;
  /** Intensity at which `almostSure` is 0. */
  readonly almostSureFlip: number | null;
  /** Intensity at which `secondMoment` is 0. */
  readonly secondMomentFlip: number | null;
}

/**
 * @param eigenvalue L, what the entering strategy gains.
 * @param sigma Noise intensity, at least 0.
 * @returns exactly 0 where L and sigma cancel but for rounding; flips are null where no intensity changes the sign.
 */
export function exponents(eigenvalue: number, sigma: number): Exponents {
  return {
    almostSure: settled(eigenvalue, -(sigma ** 2) / 2),
    firstMoment: eigenvalue,
    secondMoment: settled(2 * eigenvalue, sigma ** 2),
    almostSureFlip: eigenvalue > 0 ? Math.sqrt(2 * eigenvalue) : null,
    secondMomentFlip: eigenvalue < 0 ? Math.sqrt(-2 * eigenvalue) : null,
  };
}

/** a + b, and 0 where the two cancel but for rounding. */
function settled(a: number, b: number): number {
  return Math.abs(a + b) <= 4 * 2 ** -52 * (Math.abs(a) + Math.abs(b)) ? 0 : a + b;
}
