/**
 * The one error type of this package. Owns nothing but the joining of faults into a message.
 */
import { type Fault, renderFault } from './fault.js';

/** Faults that the message spells out; it counts all the others. */
const shownFaults = 50;

/** Faults that are kept: whoever shows them shows a page. */
const keptFaults = 200;

/** Thrown for a game, an expression or a set value that cannot be used. `faults` holds what was found, in order, up to 200. */
export class GameError extends Error {
  override readonly name = 'GameError';
  readonly faults: readonly Fault[];
  /** Name of the file, where there was one. */
  readonly file?: string;

  constructor(faults: readonly Fault[], file?: string) {
    const shown = faults.slice(0, shownFaults).map((fault) => renderFault(fault, file));
    const more = faults.length > shownFaults ? [`... and ${faults.length - shownFaults} more.`] : [];
    super([...shown, ...more].join('\n'));
    this.faults = faults.slice(0, keptFaults);
    if (file !== undefined) this.file = file;
  }

  /** The same error with a place for the faults that have none yet. */
  placed(place: Pick<Fault, 'path' | 'place'>): GameError {
    return new GameError(
      this.faults.map((fault) => (fault.path === '' ? { ...fault, ...place } : fault)),
      this.file,
    );
  }
}

/** A `GameError` about one fault. */
export function refuse(fault: Omit<Fault, 'path' | 'place'> & Partial<Fault>): GameError {
  return new GameError([{ path: '', place: '', ...fault }]);
}

/** What a function returns; a `GameError` of it has this place, if it has none. */
export function placing<T>(place: Pick<Fault, 'path' | 'place'>, of: () => T): T {
  try {
    return of();
  } catch (caught) {
    throw caught instanceof GameError ? caught.placed(place) : caught;
  }
}
