/**
 * The probability of an outcome as bar charts take and write it.
 */

import { written } from '../axis/ticks.js';
import { printable } from '../text/printable.js';
import type { ChartWords } from '../text/words.js';

/** The probability that a path ends near a pure profile. */
export interface Outcome {
  /** One strategy per player. */
  profile: readonly string[];
  probability: number;
  /** Ends of its 95% interval; null where its error is not known: all figures of the ensemble are then written with two decimals. */
  low: number | null;
  high: number | null;
}

/** What one bar shows. */
export interface Estimate {
  name: string;
  probability: number;
  interval?: [number, number];
  /** Decimals that are written. */
  decimals: number;
}

/** The bars of an ensemble, the undecided paths last if their part is given. */
export function estimates(
  outcomes: readonly Outcome[],
  undecided: number | undefined,
  words: Pick<ChartWords, 'undecided'>,
): Estimate[] {
  const decimals = outcomes.some(({ low, high }) => low === null || high === null) ? 2 : 3;
  const decided = outcomes.map(({ profile, probability, low, high }): Estimate => {
    const known = { name: printable(profile.join(', ')), probability, decimals };
    return low === null || high === null ? known : { ...known, interval: [low, high] };
  });
  return undecided === undefined ? decided : [...decided, { name: words.undecided, probability: undecided, decimals }];
}

/** "0.510 (0.489–0.532)", or "0.51" where the error is not known. */
export function figures({ probability, interval, decimals }: Estimate): string {
  const ends = interval === undefined ? '' : ` (${interval.map((end) => written(end, decimals)).join('–')})`;
  return `${written(probability, decimals)}${ends}`;
}

/** @throws RangeError naming the outcome, if one of its numbers is not in 0..1. */
export function checkEstimate({ name, probability, interval }: Estimate): void {
  const odd = [probability, ...(interval ?? [])].find((value) => !(value >= 0 && value <= 1));
  if (odd !== undefined) throw new RangeError(`outcome "${name}": ${odd} is not a probability.`);
}
