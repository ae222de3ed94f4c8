/**
 * The last state in the browser's storage, so that nothing typed is lost. Storage may be denied or full: that is said, and
 * the page goes on.
 */
import type { StudioState } from '../state/state';
import { readGameOf, readRecord, writeRecord } from './record';

const key = 'trilogue-studio';

/** Whether it was kept. */
export function save(state: StudioState): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(writeRecord(state)));
    return true;
  } catch {
    return false;
  }
}

/** The state that was kept, or its game alone where the rest is not understood; null where there is none. */
export function restore(): StudioState | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : readKept(JSON.parse(kept));
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
