/**
 * The last state in the browser's storage, so that nothing typed is lost. Storage may be denied or full: that is said, and
 * the page goes on.
 */
import type { StudioState } from '../state/state';
import { readGameOf, readRecord, writeRecord } from './record';

const key = 'trilogue-studio';

export interface Kept {
  readonly state: StudioState;
  /** The part of the address after `#` when it was kept; the state may be newer than what that says. */
  readonly address: string;
}

/** Whether it was kept. */
export function save(state: StudioState): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({ address: location.hash, state: writeRecord(state) }));
    return true;
  } catch {
    return false;
  }
}

/** The state that was kept, or its game alone where the rest is not understood; null where there is none. */
export function restore(): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
    return kept === null ? null : { state: readKept(kept.state), address: String(kept.address) };
  } catch {
    return null;
  }
}

function readKept(record: unknown): StudioState {
  try {
    return readRecord(record);
  } catch {
    return readGameOf(record);
  }
}
