/**
 * The Markov chain between the regimes of a game: what the normal number of a step is compared with, so that the law of the chain at the
 * steps is exact.
 *
 * In regime r the chain goes to regime r + 1, r + 2, ... (beyond the last the first follows) where the number is above the first, the
 * second, ... bound. The probabilities of a step are exp(Q dt), by uniformization: a sum of terms of one sign.
 * Source: Jensen (1953), Markoff chains as an aid in the study of Markoff processes.
 */
import { type FieldShape, ratesOf, regimesOf } from '@trilogue/core';
import { normalQuantile } from '@trilogue/random';
import { EngineError } from '../errors.js';

/** Smaller probabilities of a step are not drawn well: normal numbers are made of words of 24 bits. */
const LEAST = 1e-7;
/** Beyond every normal number. */
const NEVER = 100;

/** Bounds that a step compares with: of each regime one for each other. */
export function boundsInChain(shape: Pick<FieldShape, 'states'>): number {
  const count = regimesOf(shape);
  return count * (count - 1);
}

/**
 * Bounds by regime, rising.
 * @param number of the equation at a cell
 * Throws EngineError where a step is so short that a rate leads to too small a probability.
 */
export function chainBounds(
  shape: Pick<FieldShape, 'states'>,
  number: (name: string) => number | undefined,
  dt: number,
): number[] {
  const count = regimesOf(shape);
  if (count === 1) return [];
  const rates = ratesOf(count, number).map((row) => row.map((rate) => rate ?? 0));
  for (const rate of rates.flat()) {
    if (rate === 0 || rate * dt >= LEAST) continue;
    throw new EngineError(
      'option',
      `a rate of ${rate} to another regime leads to a probability of ${(rate * dt).toPrecision(3)} in a step of ${dt}; ` +
        `below ${LEAST} it cannot be drawn. Use longer steps, a larger rate, or 0.`,
    );
  }
  return transitions(rates, dt).flatMap((row, from) =>
    Array.from({ length: count - 1 }, (_, m) => {
      let above = 0;
      for (let k = m + 1; k < count; k++) above += row[(from + k) % count];
      // what a sum of ones rounds to
      return above < 1e-12 ? NEVER : above > 1 - 1e-12 ? -NEVER : -normalQuantile(above);
    }),
  );
}

/** Probabilities by [from][to] of a chain with these rates over a time. */
export function transitions(rates: readonly (readonly number[])[], time: number): number[][] {
  const exits = rates.map((row) => row.reduce((sum, rate) => sum + rate, 0));
  const fastest = Math.max(...exits);
  const identity = rates.map((_, i) => rates.map((_, j): number => (i === j ? 1 : 0)));
  if (fastest === 0) return identity;
  // so many halves that fewer than one event is expected in each
  const halves = Math.max(0, Math.ceil(Math.log2(fastest * time)));
  const mean = (fastest * time) / 2 ** halves;
  const jumps = rates.map((row, i) => row.map((rate, j) => (i === j ? 1 - exits[i] / fastest : rate / fastest)));
  let sum = identity.map((row) => row.map((value) => value * Math.exp(-mean)));
  let power = identity;
  let weight = Math.exp(-mean);
  for (let n = 1; n < 25; n++) {
    power = product(power, jumps);
    weight *= mean / n;
    sum = sum.map((row, i) => row.map((value, j) => value + weight * power[i][j]));
  }
  for (let n = 0; n < halves; n++) sum = product(sum, sum);
  return sum;
}

function product(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  return a.map((row) => b.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k][j], 0)));
}
