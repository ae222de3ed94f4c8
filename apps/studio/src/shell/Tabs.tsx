/**
 * The views as tabs: arrow keys go from one to the next.
 */
import { type KeyboardEvent, useRef } from 'react';
import { useTexts } from '../i18n/use-texts';
import { type ViewName, viewNames } from '../state/state';
import type { Dispatch } from '../views/contract';
import { views } from '../views/registry';
import styles from './app.module.css';

/** Views that are there, in their order. */
const shown = viewNames.filter((name) => views[name] !== undefined);

export function Tabs({ view, dispatch }: { readonly view: ViewName; readonly dispatch: Dispatch }) {
  const texts = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const go = (name: ViewName) => dispatch({ type: 'change', change: { view: name } });
  const press = (event: KeyboardEvent) => {
    const at = shown.indexOf(view);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const index = (next + shown.length) % shown.length;
    go(shown[index]!);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
  };
  return (
    <nav className={styles.nav} aria-label={texts.viewList}>
      <div ref={list} role="tablist" aria-label={texts.viewList} className={styles.tabs} onKeyDown={press}>
        {shown.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`tab-${name}`}
            aria-selected={name === view}
            aria-controls="view"
            tabIndex={name === view ? 0 : -1}
            onClick={() => go(name)}
          >
            {texts.views[name]}
          </button>
        ))}
      </div>
    </nav>
  );
}
