/**
 * A game definition before it is understood: maps, lists and scalars, each with its place in a file if there is one.
 * YAML text and JavaScript objects both become this, so that one validation reads both.
 */

/** Line and column in the file, both from 1. */
export interface Mark {
  readonly line: number;
  readonly column: number;
}

export interface SourceMap {
  readonly kind: 'map';
  /** Keys are distinct. */
  readonly entries: readonly SourceEntry[];
  readonly mark?: Mark | undefined;
}

/** A key of a map, with the place of the key, and its value. */
export interface SourceEntry {
  readonly key: string;
  readonly mark?: Mark | undefined;
  readonly value: Source;
}

export interface SourceList {
  readonly kind: 'list';
  readonly items: readonly Source[];
  readonly mark?: Mark | undefined;
}

export interface SourceScalar {
  readonly kind: 'scalar';
  /** Text, number, truth value or null; anything else is of no use to a game. */
  readonly value: unknown;
  readonly mark?: Mark | undefined;
}

export type Source = SourceMap | SourceList | SourceScalar;

/** What a source is, in words for a message. */
export function describe(source: Source): string {
  if (source.kind !== 'scalar') return `a ${source.kind}`;
  const { value } = source;
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string')
    return `text ${JSON.stringify(value.length > 60 ? `${value.slice(0, 57)}...` : value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'boolean' ? String(value) : `a ${typeof value}`;
}
