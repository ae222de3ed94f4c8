/**
 * The last state in the browser's storage, so that nothing typed is lost. Storage may be denied or full: that is said, and
 * the page goes on.
 */
import type { StudioState } from '../state/state';
import { readRecord, writeRecord } from './record';

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

/** The state that was kept; null where there is none, or none that can be read. */
export function restore(): StudioState | null {
  try {
    const kept = localStorage.getItem(key);
    return kept === null ? null : readRecord(JSON.parse(kept));
  } catch {
    return null;
  }
}
