/**
 * Which names an expression may use, and the check that it uses no other.
 */
import { type Fault, quote } from '../fault/fault.js';
import { nearestName } from '../fault/nearest-name.js';
import { type Expression, partsOf } from './expression.js';

/** The names that an expression may use. */
export interface Scope {
  /** Parameters and named sub-expressions. */
  readonly names: ReadonlySet<string>;
  /** Strategy names of each player. Without it no share may be used. */
  readonly shares?: ReadonlyMap<string, readonly string[]>;
  /** Names that exist but hold shares or time, where neither may be used. */
  readonly holdingShares?: ReadonlySet<string>;
}

/** A name or share in an expression, with its place in the text, from 0. */
export interface Mention {
  readonly name: string;
  readonly share: boolean;
  readonly at: number;
}

/** Every name and share of an expression, from left to right. */
export function mentions(expression: Expression): Mention[] {
  switch (expression.kind) {
    case 'name':
      return [{ name: expression.name, share: false, at: expression.at }];
    case 'share':
      return [{ name: `${expression.player}.${expression.strategy}`, share: true, at: expression.at }];
    default: {
      const all = partsOf(expression).flatMap(mentions);
      if (expression.kind !== 'call' || expression.name !== 'sum') return all;
      // what a sum counts by is a name of its own
      const [index] = mentions(expression.args[0]!);
      return all.filter(({ name }) => name !== index?.name);
    }
  }
}

/** One fault for each distinct name that the scope does not have. */
export function unknownNames(expression: Expression, scope: Scope): Fault[] {
  const shares = [...(scope.shares ?? [])].flatMap(([player, strategies]) => strategies.map((s) => `${player}.${s}`));
  const knownShares = new Set(shares);
  const known = [...scope.names, ...shares];
  const wrong = new Map<string, Mention>();
  for (const mention of mentions(expression)) {
    const isKnown = mention.share ? knownShares.has(mention.name) : scope.names.has(mention.name);
    if (!isKnown && !wrong.has(mention.name)) wrong.set(mention.name, mention);
  }
  return [...wrong.values()].map((mention) => nameFault(mention, known, scope));
}

function nameFault({ name, share, at }: Mention, known: readonly string[], scope: Scope): Fault {
  const base = { path: '', place: '', at: at + 1 };
  if (scope.holdingShares?.has(name) || (share && scope.shares === undefined)) {
    const found = share
      ? `share ${quote(name)}`
      : name === 'time'
        ? 'the time'
        : `name ${quote(name)}, which changes with shares or time,`;
    return { ...base, code: 'not-polynomial', found, expected: 'numbers, and names that hold neither shares nor time' };
  }
  const strategies = scope.shares?.get(name);
  const suggestion = strategies === undefined ? nearestName(name, known) : `${name}.${strategies[0]}`;
  return {
    ...base,
    code: 'unknown-name',
    found: `unknown ${share ? 'share' : 'name'} ${quote(name)}`,
    expected: 'a parameter, a name of the where section or a share',
    known,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
