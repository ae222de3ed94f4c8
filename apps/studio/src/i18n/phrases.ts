/**
 * Messages of errors in another language: whole phrases, in whose gaps stand the user's own names and values.
 */

/** A whole phrase, and the same in another language around what its groups hold. */
export type Phrase = readonly [pattern: RegExp, words: (...parts: string[]) => string];

/** The first phrase that fits the whole text; else the text as it stands. */
export function translated(text: string, phrases: readonly Phrase[]): string {
  for (const [pattern, words] of phrases) {
    const match = pattern.exec(text);
    if (match !== null) return words(...match.slice(1).map((part) => part ?? ''));
  }
  return text;
}
