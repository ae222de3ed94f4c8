/**
 * The last state in the browser's storage, so that nothing typed is lost. Storage may be denied or full: that is said, and
 * the page goes on.
 */
import type { StudioState } from '../state/state';
import { readGameOf, readRecord, writeRecord } from './record';

const key = 'trilogue-studio';

export interface Kept {
  readonly state: StudioState;
  /** The last addresses of the page, after `#`; the state may be newer than all of them. */
  readonly addresses: readonly string[];
}

/** Whether it was kept. */
export function save({ state, addresses }: Kept): boolean {
  try {
    localStorage.setItem(key, JSON.stringify({ state: writeRecord(state), addresses }));
    return true;
  } catch {
    return false;
  }
}

/** The state that was kept, or its game alone where the rest is not understood; null where there is none. */
export function restore(): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
    return kept === null ? null : { state: readKept(kept.state), addresses: [kept.addresses].flat() };
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
