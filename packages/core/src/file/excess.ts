/**
 * Nesting and size measured on tokens, before any tree is built: the YAML reader recurses, a hostile depth ends the
 * process, and a hostile number of values keeps it busy for long.
 */
import { CST, Lexer } from 'yaml';
import { gameLimits } from '../definition/limits.js';

/** Tokens other than spaces, commas, line ends and comments; the largest table has some 70,000. */
const mostTokens = 100_000;
const mostLines = 100_000;

/** Indentation bounds the nesting that is written over many lines. */
const deepestIndent = 200;

const fillers: ReadonlySet<string> = new Set(['space', 'comma', 'newline', 'comment']);

/** Where a text goes beyond the limits, and by what. */
export interface Excess {
  /** Offset in the text. */
  readonly offset: number;
  readonly found: string;
  readonly expected: string;
}

const nesting = { found: 'deeper nesting', expected: `at most ${gameLimits.depth} maps and lists inside each other` };
const size = { found: 'more values than any game has', expected: `at most ${mostTokens} words and signs` };

/** The first excess of nesting or size; `undefined` where there is none. */
export function findExcess(text: string): Excess | undefined {
  const indent = text.search(new RegExp(`^ {${deepestIndent}}`, 'm'));
  if (indent >= 0) return { offset: indent, ...nesting };
  let offset = 0;
  let flow = 0;
  let line = 0;
  let lines = 0;
  let count = 0;
  for (const token of new Lexer().lex(text)) {
    switch (CST.tokenType(token)) {
      case 'flow-map-start':
      case 'flow-seq-start':
        flow++;
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        flow--;
        break;
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
    if (!fillers.has(CST.tokenType(token) ?? '')) count++;
    if (flow > gameLimits.depth || line > gameLimits.depth) return { offset, ...nesting };
    if (count > mostTokens || lines > mostLines) return { offset, ...size };
    if (token !== CST.DOCUMENT && token !== CST.SCALAR && token !== CST.FLOW_END) offset += token.length;
  }
  return undefined;
}
