/**
 * YAML text to source, with the place of every node.
 * Owns what of YAML 1.2 a game file may use: maps, lists, text, numbers. Anchors, aliases, tags, directives, merge keys
 * and several documents are refused, so there is nothing to expand and nothing to construct.
 */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseAllDocuments } from 'yaml';
import { type Ledger, report } from '../definition/ledger.js';
import { gameLimits } from '../definition/limits.js';
import type { Mark, Source, SourceEntry } from '../definition/source.js';
import { findExcess } from './excess.js';

const nowhere = { path: '', place: '' };

/** The source that a text is. Faults go to the ledger; `undefined` where they leave nothing to read. */
export function yamlSource(text: string, ledger: Ledger): Source | undefined {
  if (text.length > gameLimits.file) {
    const expected = `at most ${gameLimits.file}`;
    report(ledger, {}, nowhere, { code: 'limit', found: `a file of ${text.length} characters`, expected });
    return undefined;
  }
  const lines = new LineCounter();
  const markAt = (offset: number): Mark => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const excess = findExcess(text);
  if (excess !== undefined) {
    const { code, offset, found, expected } = excess;
    const before = text.slice(0, offset).split('\n');
    const mark = { line: before.length, column: before.at(-1)!.length + 1 };
    report(ledger, { mark }, nowhere, { code, found, expected });
    return undefined;
  }
  const options = {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    prettyErrors: false,
  } as const;
  const documents: Document.Parsed[] = [...parseAllDocuments(text, options)];
  const [document, second] = documents;
  for (const error of documents.flatMap((each) => [...each.errors, ...each.warnings])) {
    const found = error.message.replace(/\.$/, '');
    report(ledger, { mark: markAt(error.pos[0]) }, nowhere, { code: 'yaml', found, expected: 'YAML 1.2' });
  }
  if (second !== undefined) {
    const mark = markAt(second.range[0]);
    report(ledger, { mark }, nowhere, { code: 'yaml', found: 'a second document', expected: 'one document' });
  }
  if (document?.directives?.docStart && /^%/m.test(text.slice(0, document.range[0]))) {
    report(ledger, { mark: { line: 1, column: 1 } }, nowhere, { code: 'yaml', found: 'a directive', expected: 'none' });
  }
  if (ledger.faults.length > 0) return undefined;
  return nodeSource(document?.contents ?? null, markAt, ledger, 0);
}

const nesting = `at most ${gameLimits.depth} maps and lists inside each other`;

function nodeSource(node: Node | null, markAt: (offset: number) => Mark, ledger: Ledger, depth: number): Source {
  const mark = node?.range ? markAt(node.range[0]) : undefined;
  const refuse = (found: string, expected: string) =>
    report(ledger, { mark }, nowhere, { code: 'yaml', found, expected });
  if (isAlias(node)) {
    refuse(`an alias, *${node.source.slice(0, 40)}`, 'the value itself');
    return { kind: 'scalar', value: null, mark };
  }
  if (node !== null && 'anchor' in node && node.anchor) refuse(`an anchor, &${node.anchor.slice(0, 40)}`, 'no anchors');
  if (node?.tag !== undefined && node.tag !== '') refuse(`a tag, ${node.tag.slice(0, 40)}`, 'no tags');
  if (depth > gameLimits.depth) {
    report(ledger, { mark }, nowhere, { code: 'limit', found: 'deeper nesting', expected: nesting });
    return { kind: 'scalar', value: null, mark };
  }
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.map((item) => nodeSource(item as Node, markAt, ledger, depth + 1)), mark };
  }
  if (isMap(node)) {
    const seen = new Set<string>();
    const entries = node.items.flatMap(({ key, value }): SourceEntry[] => {
      const place = nodeSource(key as Node | null, markAt, ledger, depth + 1);
      const name = place.kind === 'scalar' && typeof place.value === 'string' ? place.value : undefined;
      const fault = keyFault(name, seen);
      if (fault !== undefined) report(ledger, { mark: place.mark ?? mark }, nowhere, fault);
      if (fault !== undefined || name === undefined) return [];
      seen.add(name);
      const own = nodeSource(value as Node | null, markAt, ledger, depth + 1);
      return [{ key: name, mark: place.mark, value: own.mark === undefined ? { ...own, mark: place.mark } : own }];
    });
    return { kind: 'map', entries, mark };
  }
  return { kind: 'scalar', value: isScalar(node) ? node.value : null, mark };
}

function keyFault(name: string | undefined, seen: ReadonlySet<string>) {
  if (name === undefined) return { code: 'wrong-type', found: 'a key that is not text', expected: 'a name' } as const;
  const shown = JSON.stringify(name.length > 60 ? `${name.slice(0, 57)}...` : name);
  if (name === '<<') return { code: 'yaml', found: 'a merge key, "<<"', expected: 'the keys themselves' } as const;
  if (seen.has(name))
    return { code: 'duplicate-key', found: `the key ${shown} twice`, expected: 'each key once' } as const;
  return undefined;
}
