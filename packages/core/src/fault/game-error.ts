/**
 * The one error type of this package. Owns nothing but the joining of faults into a message.
 */
import { type Fault, renderFault } from './fault.js';

/** Faults that the message spells out; `faults` holds them all. */
const shownFaults = 50;

/** Thrown for a game, an expression or a set value that cannot be used. `faults` holds everything found, in order. */
export class GameError extends Error {
  override readonly name = 'GameError';
  readonly faults: readonly Fault[];
  /** Name of the file, where there was one. */
  readonly file?: string;

  constructor(faults: readonly Fault[], file?: string) {
    const shown = faults.slice(0, shownFaults).map((fault) => renderFault(fault, file));
    const more = faults.length > shownFaults ? [`... and ${faults.length - shownFaults} more.`] : [];
    super([...shown, ...more].join('\n'));
    this.faults = faults;
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
