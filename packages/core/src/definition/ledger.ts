/**
 * Where validation writes down what is wrong, and remembers which place of the file each address is.
 */
import type { Fault } from '../fault/fault.js';
import { GameError } from '../fault/game-error.js';
import { nearestName } from '../fault/nearest-name.js';
import type { Place } from '../game/place.js';
import type { Mark } from './source.js';

/** Faults found so far, and marks by address. */
export interface Ledger {
  readonly faults: Fault[];
  readonly marks: Map<string, Mark>;
}

/** A fault without its place. */
export type Finding = Pick<Fault, 'code' | 'found' | 'expected'> & Pick<Partial<Fault>, 'at' | 'known' | 'suggestion'>;

/** Writes down one fault at a place. */
export function report(
  ledger: Ledger,
  source: { readonly mark?: Mark | undefined },
  place: Place,
  finding: Finding,
): void {
  ledger.faults.push({ ...place, ...source.mark, ...finding });
}

/** A finding about a name that is not one of the known ones, with the nearest of them. */
export function notKnown(code: Fault['code'], what: string, name: string, known: readonly string[]): Finding {
  const suggestion = nearestName(name, known);
  const shown = name.length > 60 ? `${name.slice(0, 57)}...` : name;
  const finding: Finding = {
    code,
    found: `unknown ${what} ${JSON.stringify(shown)}`,
    expected: `a known ${what}`,
    known,
  };
  return suggestion === undefined ? finding : { ...finding, suggestion };
}

/** Runs a check that throws; its faults are written down, with the marks of their addresses. */
export function attempt<T>(ledger: Ledger, place: Place, check: () => T): T | undefined {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof GameError)) throw error;
    for (const fault of error.placed(place).faults) {
      ledger.faults.push({ ...fault, ...(ledger.marks.get(fault.path) ?? ledger.marks.get(place.path)) });
    }
    return undefined;
  }
}

/** Faults in the order of the file; those without a place in it keep the order in which they were found. */
export function inFileOrder(faults: readonly Fault[]): Fault[] {
  return [...faults].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
