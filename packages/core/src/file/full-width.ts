/**
 * Full-width punctuation, as Chinese and Japanese keyboards write it, in lines in which something is wrong. Titles may hold it as they like.
 */
import type { Fault } from '../fault/fault.js';

const wide = '：，；（）［］｛｝＋－＊／＾＝．＃“”‘’、';
const plain = ':,;()[]{}+-*/^=.#""\'\',';
const anyWide = new RegExp(`[${wide}]`, 'g');

/** Of each line with a fault that has full-width punctuation: what it is, and what a game file has in its place. */
export function fullWidthFaults(text: string, faults: readonly Fault[]): Fault[] {
  const lines = text.split(/\r\n|\r|\n/);
  const wrong = new Set(faults.flatMap(({ line }) => (line === undefined ? [] : [line])));
  return [...wrong].flatMap((line) => {
    const written = lines[line - 1] ?? '';
    const found = [...new Set(written.match(anyWide))];
    if (found.length === 0) return [];
    const column = written.indexOf(found[0]!);
    const meant = found.map((letter) => plain[wide.indexOf(letter)]);
    return [
      {
        ...{ code: 'syntax' as const, path: '', place: '', line, column: column + 1 },
        found: `full-width punctuation ${found.join(' ')}`,
        expected: `${meant.join(' ')} where it is no part of a text`,
      },
    ];
  });
}
