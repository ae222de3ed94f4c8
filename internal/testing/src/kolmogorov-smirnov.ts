/**
 * Distance of a sample from a distribution, and how large it may be.
 * Owns the Kolmogorov-Smirnov distance and its bound; distribution functions come from the caller.
 */

/**
 * Largest distance between the sample's distribution function and `cdf`, on both sides of every jump.
 *
 * @param sample numbers in any order, at least one; left as it is. Ties are allowed.
 * @param cdf distribution function, continuous.
 * @throws RangeError where the sample is empty or holds NaN.
 */
export function ksDistance(sample: ArrayLike<number>, cdf: (x: number) => number): number {
  const sorted = Float64Array.from(sample).sort();
  const n = sorted.length;
  if (n === 0 || Number.isNaN(sorted[n - 1]!)) {
    throw new RangeError(n === 0 ? 'The sample is empty.' : 'The sample holds NaN.');
  }
  let distance = 0;
  for (let i = 0; i < n; i++) {
    const below = cdf(sorted[i]!);
    distance = Math.max(distance, below - i / n, (i + 1) / n - below);
  }
  return distance;
}

/**
 * The distance that n independent draws exceed with a probability of at most `falseAlarm`.
 *
 * Dvoretzky, Kiefer & Wolfowitz (1956) with Massart's (1990) constant: P(D > d) <= 2 exp(-2 n d^2), for every n.
 *
 * @param falseAlarm default 6e-7, that of five standard errors.
 */
export function ksBound(n: number, falseAlarm = 6e-7): number {
  return Math.sqrt(Math.log(2 / falseAlarm) / (2 * n));
}
