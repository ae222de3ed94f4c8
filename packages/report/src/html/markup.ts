/**
 * Markup and text kept apart by their types: text is escaped wherever it enters markup, and there is no other way in.
 * Texts come from game files of strangers.
 */
import { printable } from '@trilogue/charts';

/** Finished HTML, made by `html` or by `drawn`. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in markup; null stands for nothing. */
export type Part = Markup | string | number | null | readonly Part[];

/** A template whose texts are escaped, also inside quoted attributes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const pieces = strings.flatMap((string, i) => (i < parts.length ? [string, written(parts[i]!)] : [string]));
  return { markup: pieces.join('') };
}

/** What the charts package drew: it has escaped its own texts. */
export function drawn(svg: string): Markup {
  return { markup: svg };
}

/** Rules for the page, of which no part comes from a game. */
export function styles(css: string): Markup {
  return { markup: `<style>\n${css}\n</style>` };
}

/** Text whose lines are kept as they are. */
export function preformatted(text: string): Markup {
  return { markup: `<pre>${text.split('\n').map(line).join('\n')}</pre>` };
}

/** Parts with something between them. */
export function joined(parts: readonly Part[], between: string): Part[] {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [between, part]));
}

function written(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'number') return escaped(String(part));
  if (typeof part === 'string') return escaped(edged(part));
  return 'markup' in part ? part.markup : part.map(written).join('');
}

/** One line of printable text, with the space at its ends that joins it to its neighbours. */
function edged(text: string): string {
  const [before] = /^\s?/.exec(text)!;
  const [after] = /\s?$/.exec(text)!;
  const inside = printable(text);
  return inside === '' ? (text === '' ? '' : ' ') : `${before && ' '}${inside}${after && ' '}`;
}

/** Spaces at the front of a line stay. */
function line(text: string): string {
  const [indent] = /^ */.exec(text)!;
  return indent + escaped(printable(text));
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
