/**
 * From the text of a seed to the 64-bit key of the generator.
 * Owns the mapping and its promise that it never changes. Knows nothing of streams, cells or paths.
 */
import seedrandom from 'seedrandom';

/** Key of the generator: two unsigned 32-bit words. */
export type Key = { readonly lo: number; readonly hi: number };

/** Never occurs in UTF-8, so it marks the end of the text without doubt. */
const END_OF_TEXT = '\xff';

/**
 * Key of a seed.
 *
 * The UTF-8 bytes of the text and one closing byte 0xff are the ARC4 key of a local `seedrandom` generator; its first two
 * 32-bit words are `lo` and `hi`. No global state and no entropy take part: the same text gives the same key everywhere.
 *
 * The text is not handed to `seedrandom` as it is because ARC4 repeats a short key cyclically and `seedrandom` keeps only
 * the low byte of each UTF-16 unit: "1" and "11" would be one seed, so would "" and "\0", and so would "p" and U+6570. With
 * UTF-8 and an end mark all texts of up to 255 bytes are different ARC4 keys; longer ones are folded to 256 bytes.
 *
 * @param seed any text; the empty text is a seed like any other. Lone surrogates count as U+FFFD.
 * @throws TypeError where `seed` is not a string (a number is not silently printed: 1 and "1.0" would be two seeds).
 */
export function keyOf(seed: string): Key {
  if (typeof seed !== 'string') {
    throw new TypeError(`A seed must be text, found ${describe(seed)}. Write it in quotes.`);
  }
  const bytes = Array.from(new TextEncoder().encode(seed), (byte) => String.fromCharCode(byte)).join('');
  const generator = seedrandom(bytes + END_OF_TEXT, { global: false });
  return { lo: generator.int32() >>> 0, hi: generator.int32() >>> 0 };
}

function describe(value: unknown): string {
  return value === null || value === undefined ? String(value) : `${typeof value} ${String(value)}`;
}
