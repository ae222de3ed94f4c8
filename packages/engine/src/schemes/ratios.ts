/** Shares that a step changes by their ratios, so that they stay between 0 and 1 and keep their sum. */
import type { Builder, Value } from '../program/builder.js';
import type { Shares } from './contract.js';

/** Where the quotient that stands for the exponential is steepest, so that a larger change counts as this one. */
const LARGEST = Math.sqrt(48);

/**
 * A player's shares after the logarithms of their ratios to the last have changed by so much. A change a multiplies a ratio by
 * exp(a), taken as the square of (48 + 12 a + a^2) / (48 - 12 a + a^2): Pade's approximation of exp(a / 2), whose relative error
 * makes a^5 / 11,520 of the factor's. It is positive, and a is cut off where it would begin to fall again, at a factor of 193.
 */
export function multiplied(builder: Builder, shares: Shares, changes: readonly Value[]): Shares {
  const { add, sub, mul, div } = builder;
  const [low, high] = [-LARGEST, LARGEST].map(builder.constant);
  const square = (value: Value) => mul(value, value);
  const factors = changes.map((change) => {
    const a = builder.min(builder.max(change, low), high);
    const even = add(square(a), builder.constant(48));
    const odd = mul(builder.constant(12), a);
    return { over: add(even, odd), under: sub(even, odd) };
  });
  const last = shares[shares.length - 1];
  // one quotient less where there is one ratio: both shares are multiplied by its denominator
  const parts =
    factors.length === 1
      ? [mul(shares[0], square(factors[0].over)), mul(last, square(factors[0].under))]
      : [...factors.map(({ over, under }, s) => mul(shares[s], square(div(over, under)))), last];
  const scale = div(builder.constant(1), builder.sum(parts));
  return parts.map((part) => mul(part, scale));
}
