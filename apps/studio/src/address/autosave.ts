/**
 * The last state in the browser's storage, so that nothing typed is lost. Storage may be denied or full: that is said, and
 * the page goes on. A game that was never drawn may be one that the page cannot draw: it is kept, but not opened by itself.
 */
import type { StudioState } from '../state/state';
import { firstState } from '../state/state';
import type { Link } from './address';
import { ownGameOf, readGameOf, readRecord, writeRecord } from './record';

const key = 'trilogue-studio';

interface Saved {
  readonly state: StudioState;
  /** The last addresses of the page, after `#`; the state may be newer than all of them. */
  readonly addresses: readonly string[];
  /** Whether its game has been on the page. */
  readonly drawn: boolean;
}

/** A state that was kept. Its game has not been looked at yet; where the rest is not understood it is opened alone. */
export interface Kept extends Link, Pick<Saved, 'addresses' | 'drawn'> {}

/** Whether it was kept. */
export function save({ state, addresses, drawn }: Saved): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({ state: writeRecord(state), addresses, drawn }));
    return true;
  } catch {
    return false;
  }
}

/** Null where there is none. */
export function restore(): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
    if (kept === null) return null;
    const { state, addresses, drawn } = kept;
    // a bundled game can be drawn
    const ownGame = ownGameOf(state);
    return {
      ownGame,
      open: () => readKept(state),
      addresses: [addresses].flat(),
      drawn: drawn === true || ownGame === null,
    };
  } catch {
    return null;
  }
}

function readKept(record: unknown): StudioState {
  for (const read of [readRecord, readGameOf]) {
    try {
      return read(record);
    } catch {
      // less of it may be understood
    }
  }
  return firstState();
}
