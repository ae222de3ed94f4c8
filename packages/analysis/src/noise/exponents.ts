/**
 * Exponents of the linearised equation dx = L x dt + sigma x dW, Ito's, whose solution is x = x0 exp((L - sigma^2/2) t +
 * sigma W): log x / t tends to L - sigma^2/2, E x grows as exp(L t), E x^2 as exp((2 L + sigma^2) t). And of Feller's
 * dx = L x dt + sigma sqrt(x) dW, of which only moments have exponents: E x grows as exp(L t), and from
 * d E x^2 / dt = 2 L E x^2 + sigma^2 E x the mean square as exp(max(L, 2 L) t).
 * Sources: Mao (2007), Stochastic Differential Equations and Applications, for the first; Feller (1951) for the second.
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

/** Moments under demographic noise. */
export function fellerMoments(eigenvalue: number): Pick<Exponents, 'firstMoment' | 'secondMoment'> {
  return { firstMoment: eigenvalue, secondMoment: Math.max(eigenvalue, 2 * eigenvalue) };
}

/**
 * Probability that x dies out, from `from`, before it reaches `within`, by the scale function s of the equation near the
 * profile: 1 - (s(from) - s(0)) / (s(within) - s(0)). Geometric: log x is a Brownian motion with drift L - sigma^2 / 2, so
 * s = x^c with c = 1 - 2 L / sigma^2, and it dies out only where c > 0. Feller: s = 1 - exp(-2 L x / sigma^2).
 */
export function keptProbability(
  law: 'geometric' | 'feller',
  eigenvalue: number,
  sigma: number,
  [from, within]: readonly [number, number],
): number {
  if (sigma === 0) return eigenvalue < 0 ? 1 : 0;
  const rate = (2 * eigenvalue) / sigma ** 2;
  if (law === 'geometric') return rate < 1 ? 1 - (from / within) ** (1 - rate) : 0;
  const left = rate === 0 ? from / within : Math.expm1(-rate * from) / Math.expm1(-rate * within);
  return 1 - left;
}

/** a + b, and 0 where the two cancel but for rounding. */
function settled(a: number, b: number): number {
  return Math.abs(a + b) <= 4 * 2 ** -52 * (Math.abs(a) + Math.abs(b)) ? 0 : a + b;
}
