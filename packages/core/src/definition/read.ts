/**
 * Reading single values: the right type or a fault.
 */
import type { Expression } from '../expression/expression.js';
import { isName, isReserved } from '../expression/names.js';
import { parseExpression } from '../expression/parse.js';
import type { Scope } from '../expression/scope.js';
import type { Place } from '../game/place.js';
import { attempt, type Ledger, notKnown, report } from './ledger.js';
import { gameLimits } from './limits.js';
import { describe, type Source, type SourceEntry } from './source.js';

/** The place of something inside a place. */
export function inside(outer: Place, key: string, words: string): Place {
  return { path: outer.path === '' ? key : `${outer.path}.${key}`, place: words };
}

/** Entries of a map by key. A fault and no entries where it is not a map. */
export function readMap(source: Source, place: Place, ledger: Ledger, wanted = 'a map'): Map<string, SourceEntry> {
  if (source.mark !== undefined) ledger.marks.set(place.path, source.mark);
  if (source.kind === 'map') return new Map(source.entries.map((entry) => [entry.key, entry]));
  report(ledger, source, place, { code: 'wrong-type', found: describe(source), expected: wanted });
  return new Map();
}

/** A map of which only some keys are understood. Unknown keys and missing ones are faults. */
export function readRecord(
  source: Source,
  place: Place,
  ledger: Ledger,
  keys: { readonly required: readonly string[]; readonly optional?: readonly string[] },
): Map<string, SourceEntry> {
  const known = [...keys.required, ...(keys.optional ?? [])];
  const entries = readMap(source, place, ledger, `a map with ${known.join(', ')}`);
  for (const [key, entry] of entries) {
    if (!known.includes(key)) report(ledger, entry, place, notKnown('unknown-key', 'key', key, known));
  }
  for (const key of source.kind === 'map' ? keys.required : []) {
    if (!entries.has(key)) {
      report(ledger, source, place, { code: 'missing-key', found: `no ${key}`, expected: `the key "${key}"` });
    }
  }
  return entries;
}

/** Items of a list. A fault and no items where it is not a list. */
export function readList(source: Source, place: Place, ledger: Ledger, wanted: string): readonly Source[] {
  if (source.kind === 'list') return source.items;
  report(ledger, source, place, { code: 'wrong-type', found: describe(source), expected: wanted });
  return [];
}

/**
 * Text that is neither empty nor endless, on one line: line breaks become spaces, since a second line of a title could pass for one of what
 * is printed around it.
 */
export function readText(source: Source, place: Place, ledger: Ledger): string | undefined {
  const expected = `text of 1 to ${gameLimits.text} characters`;
  if (source.kind === 'scalar' && typeof source.value === 'string') {
    const { value } = source;
    const text = value.includes('\n') ? value.replace(/ *\r?\n[\r\n ]*/g, ' ').trim() : value;
    if (text.length > 0 && value.length <= gameLimits.text) return text;
    report(ledger, source, place, { code: 'bad-value', found: `${value.length} characters`, expected });
  } else report(ledger, source, place, { code: 'wrong-type', found: describe(source), expected });
  return undefined;
}

/** A finite number. */
export function readNumber(source: Source, place: Place, ledger: Ledger): number | undefined {
  if (source.kind === 'scalar' && typeof source.value === 'number') {
    if (Number.isFinite(source.value)) return source.value;
    report(ledger, source, place, { code: 'not-finite', found: String(source.value), expected: 'a finite number' });
  } else report(ledger, source, place, { code: 'wrong-type', found: describe(source), expected: 'a number' });
  return undefined;
}

/** An expression: text, or a plain number. */
export function readFormula(source: Source, place: Place, ledger: Ledger, scope: Scope): Expression | undefined {
  if (source.mark !== undefined) ledger.marks.set(place.path, source.mark);
  if (source.kind === 'scalar' && typeof source.value === 'string') {
    const text = source.value;
    return attempt(ledger, place, () => parseExpression(text, scope));
  }
  if (source.kind === 'scalar' && typeof source.value === 'number') {
    const value = readNumber(source, place, ledger);
    return value === undefined ? undefined : parseExpression(String(value));
  }
  report(ledger, source, place, { code: 'wrong-type', found: describe(source), expected: 'an expression or a number' });
  return undefined;
}

/** Whether a name may be used; a fault where it may not. */
export function checkName(name: string, entry: Pick<SourceEntry, 'mark'>, place: Place, ledger: Ledger): void {
  const shown = JSON.stringify(name.length > 60 ? `${name.slice(0, 57)}...` : name);
  if (isReserved(name) || name === 'time') {
    report(ledger, entry, place, { code: 'bad-name', found: `the reserved name ${shown}`, expected: 'another name' });
  } else if (!isName(name)) {
    const expected = 'a letter or "_", then letters, digits and "_", 64 characters at most';
    report(ledger, entry, place, { code: 'bad-name', found: `the name ${shown}`, expected });
  }
}

/** A fault where there is more of something than the limits allow. Returns whether the count is within them. */
export function checkCount(
  count: number,
  most: number,
  what: string,
  source: Source,
  place: Place,
  ledger: Ledger,
): boolean {
  if (count > most)
    report(ledger, source, place, { code: 'limit', found: `${count} ${what}`, expected: `at most ${most}` });
  return count <= most;
}

/** One of some words, the keys of a table. A fault where it is not known. */
export function readWord<Word extends string>(
  source: Source | undefined,
  table: Readonly<Record<Word, unknown>>,
  place: Place,
  ledger: Ledger,
): Word | undefined {
  if (source === undefined) return undefined;
  const found = source.kind === 'scalar' ? source.value : undefined;
  if (typeof found === 'string' && Object.hasOwn(table, found)) return found as Word;
  const known = Object.keys(table);
  if (typeof found === 'string') report(ledger, source, place, notKnown('unknown-name', place.place, found, known));
  else report(ledger, source, place, { code: 'wrong-type', found: describe(source), expected: known.join(', ') });
  return undefined;
}
