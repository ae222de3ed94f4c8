/** What a verification says of a result folder, and which cells or runs it computes again: a random sample, unknown before the seed is drawn. */
import { randomBytes } from 'node:crypto';
import { createStream, keyOf } from '@trilogue/random';

/** What a verification found. */
export interface Verification {
  readonly folder: string;
  readonly kind: 'sweep' | 'sensitivity';
  readonly game: string;
  readonly metric: string;
  /** What is counted: cells, or runs. */
  readonly unit: 'cells' | 'runs';
  /** Of the result, and those that the folder has. */
  readonly wanted: number;
  readonly there: number;
  readonly finished: boolean;
  readonly sample: Sample;
  /** What was looked at and is right, a line each. */
  readonly right: readonly string[];
  /** What is not what its recipe gives, or contradicts itself, a line each. */
  readonly wrong: readonly string[];
}

/** What was computed again. */
export interface Sample {
  /** Cells or runs that were computed again. */
  readonly recomputed: number;
  /** Of those, how many differ. */
  readonly differing: number;
  /** What chose them: the same text chooses the same ones. */
  readonly seed: string;
  /** Had a larger part than this been changed, the sample would have had one of them with at least 95% chance; 0 where all were looked at. */
  readonly missed: number;
}

/** A count with thousands separators: 2,601. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** The part of changed ones that a sample of some of all would have hit with at least 95%: (1 - part)^sampled <= 0.05. */
export function missedPart(sampled: number, all: number): number {
  return sampled >= all ? 0 : sampled === 0 ? 1 : 1 - 0.05 ** (1 / sampled);
}

export function newSeed(): string {
  return randomBytes(8).toString('hex');
}

/** At least one of a list, without repetition, in the order of the list. */
export function choose<T>(list: readonly T[], part: number, seed: string): T[] {
  const wanted = Math.min(list.length, Math.max(part > 0 ? 1 : 0, Math.ceil(part * list.length)));
  const stream = createStream(keyOf(`verify ${seed}`), 0, 0);
  // selection sampling: Knuth, The Art of Computer Programming, volume 2, algorithm S
  const chosen: T[] = [];
  for (const [i, entry] of list.entries()) {
    if (stream.unit() * (list.length - i) < wanted - chosen.length) chosen.push(entry);
  }
  return chosen;
}
