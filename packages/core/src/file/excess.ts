/**
 * What is looked at on tokens, before any tree is built: nesting and size, since the YAML reader recurses, a hostile depth ends the
 * process, and a hostile number of values keeps it busy for long; and what can be wrong in every second character, since the
 * reader makes an error of each. The first of these is all that is said.
 */
import { CST, Lexer } from 'yaml';
import { gameLimits } from '../definition/limits.js';

/** Tokens other than spaces, line ends and comments; the largest table has some 100,000. */
const mostTokens = 120_000;
const mostLines = 100_000;

/** Indentation bounds the nesting that is written over many lines. */
const deepestIndent = 200;

const fillers: ReadonlySet<string> = new Set(['space', 'newline', 'comment']);

/** Where a text goes beyond the limits, or is no YAML at once, and by what. */
export interface Excess {
  readonly code: 'limit' | 'yaml';
  /** Offset in the text. */
  readonly offset: number;
  readonly found: string;
  readonly expected: string;
}

const nesting = {
  code: 'limit',
  found: 'deeper nesting',
  expected: `at most ${gameLimits.depth} maps and lists inside each other`,
} as const;
const size = {
  code: 'limit' as const,
  found: 'more values than any game has',
  expected: `at most ${mostTokens} words and signs`,
};
const yaml = { code: 'yaml', expected: 'YAML 1.2' } as const;

/** An escape of YAML 1.2 in double quotes, or the backslash of one that is none. */
const escapes = /\\(?:[0abefnrtvN_LP "/\\\t\n]|\r\n|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|\\/g;

/** Where in a text in double quotes the first escape stands that is none. */
function wrongEscape(token: string): number | undefined {
  for (const { 0: found, index } of token.matchAll(escapes)) if (found === '\\') return index;
  return undefined;
}

/** The first excess of nesting or size, or what is no YAML and may be so without end; `undefined` where there is none. */
export function findExcess(text: string): Excess | undefined {
  const indent = text.search(new RegExp(`^ {${deepestIndent}}`, 'm'));
  if (indent >= 0) return { offset: indent, ...nesting };
  let offset = 0;
  let flow = 0;
  let line = 0;
  let lines = 0;
  let count = 0;
  /** Whether a flow collection has begun or a comma come, and nothing since. */
  let empty = false;
  for (const token of new Lexer().lex(text)) {
    const type = CST.tokenType(token) ?? '';
    switch (type) {
      case 'flow-map-start':
      case 'flow-seq-start':
        flow++;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        flow--;
        break;
      case 'comma':
        if (empty) return { offset, ...yaml, found: 'a comma with nothing before it' };
        break;
      case 'double-quoted-scalar': {
        const wrong = wrongEscape(token);
        if (wrong !== undefined) {
          const found = `Invalid escape sequence ${token.slice(wrong, wrong + 2)}`;
          return { offset: offset + wrong, ...yaml, found };
        }
        break;
      }
      case 'newline':
        line = 0;
        lines++;
        break;
      case 'seq-item-ind':
      case 'explicit-key-ind':
        line++;
        break;
      case 'map-value-ind':
        if (flow <= 0) line++;
        break;
      default:
    }
    if (!fillers.has(type)) {
      count++;
      empty = type === 'comma' || type === 'flow-map-start' || type === 'flow-seq-start';
    }
    if (flow > gameLimits.depth || line > gameLimits.depth) return { offset, ...nesting };
    if (count > mostTokens || lines > mostLines) return { offset, ...size };
    if (token !== CST.DOCUMENT && token !== CST.SCALAR && token !== CST.FLOW_END) offset += token.length;
  }
  return undefined;
}
