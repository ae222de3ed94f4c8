/**
 * Undo and redo: the states before and after. Changes of one gesture, such as the way of a slider from press to release,
 * are one step. Views, language and theme are not undone.
 */
import { type Action, reduce } from './reduce';
import { type StudioState, undoable } from './state';

export interface History {
  readonly past: readonly StudioState[];
  readonly present: StudioState;
  readonly future: readonly StudioState[];
  /** The gesture that the present belongs to. */
  readonly gesture: string | null;
}

export type HistoryAction =
  | { readonly type: 'do'; readonly action: Action; readonly gesture?: string }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  /** Another state altogether, such as from a link: one step that can be undone. */
  | { readonly type: 'replace'; readonly state: StudioState };

const most = 200;

export function historyOf(present: StudioState): History {
  return { past: [], present, future: [], gesture: null };
}

export function reduceHistory(history: History, action: HistoryAction): History {
  const { past, present, future, gesture } = history;
  switch (action.type) {
    case 'do': {
      const next = reduce(present, action.action);
      if (same(present, next)) return { ...history, present: next };
      const goesOn = action.gesture !== undefined && action.gesture === gesture;
      return {
        past: goesOn ? past : [...past, present].slice(-most),
        present: next,
        future: [],
        gesture: action.gesture ?? null,
      };
    }
    case 'replace':
      return { past: [...past, present].slice(-most), present: action.state, future: [], gesture: null };
    case 'undo': {
      const before = past.at(-1);
      if (before === undefined) return history;
      return {
        past: past.slice(0, -1),
        present: work(present, before),
        future: [present, ...future],
        gesture: null,
      };
    }
    case 'redo': {
      const [after, ...rest] = future;
      if (after === undefined) return history;
      return { past: [...past, present], present: work(present, after), future: rest, gesture: null };
    }
  }
}

/** The work of `from`, looked at as now. */
function work(now: StudioState, from: StudioState): StudioState {
  return { ...now, ...Object.fromEntries(undoable.map((part) => [part, from[part]])) };
}

function same(a: StudioState, b: StudioState): boolean {
  return undoable.every((part) => a[part] === b[part]);
}
