/**
 * From the text of a seed to the 64-bit key of the generator.
 * Owns the mapping and its promise that it never changes. Knows nothing of streams, cells or paths.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import seedrandom from 'seedrandom';

/** Key of the generator: two unsigned 32-bit words. */
export type Key = { readonly lo: number; readonly hi: number };

/** Never occurs in UTF-8, so it marks the end of the text without doubt. */
const END_OF_TEXT = 0xff;

/** Longest text, in UTF-8 bytes, that is an ARC4 key as it is: each of its bytes enters ARC4's state twelve times or more. */
const LONGEST_PLAIN = 20;

/**
 * Key of a seed: the first two 32-bit words, `lo` and `hi`, of a local `seedrandom` generator (ARC4). Its ARC4 key is
 *
 * - of a text of up to 20 UTF-8 bytes these bytes and one closing byte 0xff;
 * - of a longer text the 32 bytes of SHA-256 of its UTF-8 bytes (FIPS 180-4).
 *
 * No global state and no entropy take part: the same text gives the same key everywhere.
 *
 * The text is not handed to `seedrandom` as it is because ARC4 repeats a short key cyclically and `seedrandom` keeps only
 * the low byte of each UTF-16 unit: "1" and "11" would be one seed, so would "" and "\0", and so would "p" and U+6570. Long
 * texts are hashed because a byte of a long key enters ARC4's state only once or twice, so that near texts, such as numbered
 * replicates of one name, often have the same state.
 *
 * @param seed any text; the empty text is a seed like any other. Lone surrogates count as U+FFFD.
 * @throws TypeError where `seed` is not a string (a number is not silently printed: 1 and "1.0" would be two seeds).
 */
export function keyOf(seed: string): Key {
  if (typeof seed !== 'string') {
    throw new TypeError(`A seed must be text, found ${describe(seed)}. Write it in quotes.`);
  }
  const text = new TextEncoder().encode(seed);
  const bytes = text.length > LONGEST_PLAIN ? sha256(text) : [...text, END_OF_TEXT];
  const generator = seedrandom(String.fromCharCode(...bytes), { global: false });
  return { lo: generator.int32() >>> 0, hi: generator.int32() >>> 0 };
}

function describe(value: unknown): string {
  return value === null || value === undefined ? String(value) : `${typeof value} ${String(value)}`;
}
