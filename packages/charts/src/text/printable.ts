/**
 * Text from a game file, made safe to draw: one line, nothing that XML cannot hold or that reorders its surroundings.
 * Owns the choice of characters; `<`, `&` and quotes stay, they are escaped where markup is written.
 */

const spaces = /\s+/gu;
/** Controls (also invalid in XML 1.0, escaped or not), lone surrogates, and formatting that turns text around. */
const unprintable = /[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/** `text` with runs of white space as one space and unprintable characters left out. */
export function printable(text: string): string {
  return text.replace(spaces, ' ').replace(unprintable, '').trim();
}

/** A name with its words before it, "Trust between the departments (tau)", or the name alone. */
export function titled(of: { name: string; title?: string }): string {
  const name = printable(of.name);
  const title = printable(of.title ?? '');
  return title === '' || title === name ? name : `${title} (${name})`;
}
