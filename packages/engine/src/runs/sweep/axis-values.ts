/**
 * The values of an axis as numbers. Owns how fractions of decimals become doubles. Knows nothing of games or cells.
 */

/** Evenly spaced values of a settable name, both ends included. */
export interface Axis {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** Number of values, from 1. */
  readonly count: number;
}

/**
 * The values of an axis: exact fractions of its ends as decimals, each rounded once to the nearest double. So 0.1 to 0.7 in 7
 * values has 0.3, and two axes have the same number wherever they share a point: a longer and a finer one too.
 *
 * An end's decimal is the shortest that reads as the same double, which is the text of an end of up to 15 digits.
 */
export function axisValues({ from, to, count }: Omit<Axis, 'name'>): number[] {
  if (count === 1) return [from];
  const ends = [decimal(from), decimal(to)] as const;
  const exponent = Math.min(0, ends[0].exponent, ends[1].exponent);
  const [low, high] = ends.map((end) => end.digits * 10n ** BigInt(end.exponent - exponent));
  const gaps = BigInt(count - 1);
  const denominator = gaps * 10n ** BigInt(-exponent);
  return Array.from({ length: count }, (_, i) => nearest(low * gaps + (high - low) * BigInt(i), denominator));
}

/** `digits` 10^`exponent`. */
function decimal(value: number): { readonly digits: bigint; readonly exponent: number } {
  const [mantissa, exponent] = value.toExponential().split('e');
  const [whole, fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** The double next to `numerator / denominator`, ties to even; `denominator` is positive. */
function nearest(numerator: bigint, denominator: bigint): number {
  if (isSafe(numerator) && isSafe(denominator)) return Number(numerator) / Number(denominator);
  if (numerator < 0n) return -nearest(-numerator, denominator);
  // A quotient of 64 or 65 bits, and one bit more for what the division leaves: enough to round it once
  const shift = 64 - (bitsOf(numerator) - bitsOf(denominator));
  const shifted = shift > 0 ? numerator << BigInt(shift) : numerator;
  const divisor = shift < 0 ? denominator << BigInt(-shift) : denominator;
  const rest = shifted % divisor === 0n ? 0n : 1n;
  return Number((shifted / divisor) * 2n + rest) * 2 ** -65 * 2 ** (64 - shift);
}

/** Whether an integer is a double; the quotient of two such is rounded once. */
function isSafe(integer: bigint): boolean {
  return integer <= Number.MAX_SAFE_INTEGER && integer >= -Number.MAX_SAFE_INTEGER;
}

function bitsOf(positive: bigint): number {
  return positive.toString(2).length;
}
