/**
 * Breaks a text into lines of a given width and puts an ellipsis where it does not fit.
 * Owns the breaking; widths come from width.ts.
 */
import { textWidth } from './width.js';

export interface WrapOptions {
  /** Width of a line in pixels. */
  width: number;
  /** Font size in pixels. */
  size: number;
  /** Default: 1. */
  lines?: number;
  /** Default: false. */
  bold?: boolean;
}

/** Lines of `text`, at most `lines` of them; none for an empty text. Breaks at spaces, inside a word only if it is longer than a line. */
export function wrap(text: string, { width, size, lines = 1, bold = false }: WrapOptions): string[] {
  const fits = (line: string) => textWidth(line, size, bold) <= width;
  const done: string[] = [];
  let rest = text.trim();
  while (rest !== '') {
    if (fits(rest)) return [...done, rest];
    if (done.length === lines - 1) return [...done, `${head(rest, (line) => fits(`${line}…`)).trimEnd()}…`];
    const longest = head(rest, fits);
    const space = rest[longest.length] === ' ' ? longest.length : longest.lastIndexOf(' ');
    const line = space > 0 ? longest.slice(0, space) : longest;
    done.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return done;
}

/** The longest start of `text` that fits, at least one character (a line must make progress). */
function head(text: string, fits: (line: string) => boolean): string {
  const characters = [...text];
  let low = 1;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(characters.slice(0, middle).join(''))) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join('');
}
