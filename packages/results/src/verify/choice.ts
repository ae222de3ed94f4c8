/** Which ones are computed again: a random sample, which nobody knows before the seed is drawn. */
import { randomBytes } from 'node:crypto';
import { createStream, keyOf } from '@trilogue/random';

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
