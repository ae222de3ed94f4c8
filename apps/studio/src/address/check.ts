/**
 * Checks of values that come from outside, an address or a storage: each takes anything and gives what was expected, or
 * says where it was not.
 */

/** Something that came from outside cannot be used. */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  constructor(
    readonly place: string,
    readonly found: string,
    readonly expected: string,
  ) {
    super(`${place}: found ${found}; expected ${expected}.`);
  }
}

export type Check<T> = (found: unknown, place: string) => T;

export const finite: Check<number> = (found, place) => {
  if (typeof found === 'number' && Number.isFinite(found)) return found;
  throw new RecordError(place, shown(found), 'a finite number');
};

export function within(low: number, high: number): Check<number> {
  return (found, place) => {
    const value = finite(found, place);
    if (value >= low && value <= high) return value;
    throw new RecordError(place, String(value), `a number from ${low} to ${high}`);
  };
}

export function whole(low: number, high: number): Check<number> {
  return (found, place) => {
    const value = within(low, high)(found, place);
    if (Number.isInteger(value)) return value;
    throw new RecordError(place, String(value), 'a whole number');
  };
}

export function text(longest: number): Check<string> {
  return (found, place) => {
    if (typeof found === 'string' && found.length <= longest) return found;
    throw new RecordError(place, shown(found), `text of at most ${longest} characters`);
  };
}

export const bool: Check<boolean> = (found, place) => {
  if (typeof found === 'boolean') return found;
  throw new RecordError(place, shown(found), 'true or false');
};

export function listed<T extends string | number>(known: readonly T[]): Check<T> {
  return (found, place) => {
    const match = known.find((entry) => entry === found);
    if (match !== undefined) return match;
    throw new RecordError(place, shown(found), `one of ${known.join(', ')}`);
  };
}

export function nullable<T>(check: Check<T>): Check<T | null> {
  return (found, place) => (found === null ? null : check(found, place));
}

/** A plain object of at most `most` entries, under names that are nothing of JavaScript's own. */
export function object(most = 50): Check<Record<string, unknown>> {
  return (found, place) => {
    if (typeof found !== 'object' || found === null || Array.isArray(found)) {
      throw new RecordError(place, shown(found), 'an object');
    }
    const entries = Object.entries(found);
    if (entries.length > most) throw new RecordError(place, `${entries.length} entries`, `at most ${most}`);
    if (entries.some(([name]) => name === '__proto__')) throw new RecordError(place, '"__proto__"', 'a usual name');
    return Object.fromEntries(entries);
  };
}

/** What came, as JSON, cut where it is long. */
export function shown(found: unknown): string {
  const json = JSON.stringify(found) ?? typeof found;
  return json.length > 60 ? `${json.slice(0, 57)}...` : json;
}
