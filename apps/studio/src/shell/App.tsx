/**
 * The page: header, parameters, views. Owns the state and its history, and what hangs on them: the address, the autosave,
 * the marks on the html element.
 */
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { Compute } from '../compute/client';
import { ComputeContext } from '../compute/use-result';
import type { Drawer } from '../draw/client';
import { DrawerContext } from '../draw/Picture';
import { browserLanguage, LanguageContext, pageTexts } from '../i18n/use-texts';
import { ReportNote } from '../report/ReportNote';
import { useReport } from '../report/use-report';
import { historyOf, reduceHistory } from '../state/history';
import { type Model, modelOf } from '../state/model';
import type { Language, StudioState } from '../state/state';
import type { Dispatch } from '../views/contract';
import styles from './app.module.css';
import { Header } from './Header';
import { type Held, Notices } from './Notices';
import { Parameters } from './Parameters';
import { Stage } from './Stage';
import { Tabs } from './Tabs';
import { ThemeContext, useChosenTheme } from './theme';
import { useKeeping } from './use-keeping';
import { useShortcuts } from './use-shortcuts';

export interface AppProps {
  readonly first: StudioState;
  /** A state that waits to be asked for; null where none does. */
  readonly firstHeld: Held | null;
  /** Why the address could not be read; null where it could. */
  readonly linkFault: unknown;
  readonly compute: Compute;
  readonly drawer: Drawer;
}

export function App({ first, firstHeld, linkFault: firstFault, compute, drawer }: AppProps) {
  const [history, change] = useReducer(reduceHistory, first, historyOf);
  const state = history.present;
  const [linkFault, setLinkFault] = useState(firstFault);
  const [held, setHeld] = useState(firstHeld);
  const [showsParameters, setShowsParameters] = useState(false);
  const dispatch: Dispatch = useCallback((action, gesture) => change({ type: 'do', action, gesture }), []);
  const undo = useCallback(() => change({ type: 'undo' }), []);
  const redo = useCallback(() => change({ type: 'redo' }), []);
  const read = useMemo(() => modelOf(state), [state]);
  const lastModel = useRef<Model | null>(null);
  if (read.model !== null) lastModel.current = read.model;
  const model = lastModel.current;

  const theme = useChosenTheme(state.theme);
  const language = state.language ?? browserLanguage();
  useEffect(() => {
    const root = document.documentElement;
    root.lang = language;
    root.dataset.theme = theme;
  }, [language, theme]);
  const open = (waiting: Pick<Held, 'open'>) => {
    change({ type: 'replace', state: waiting.open() });
    setLinkFault(null);
    setHeld(null);
  };
  const isRead = firstFault === null && firstHeld === null;
  const storageDenied = useKeeping(state, isRead, held !== null, {
    onArrival(link) {
      const isKnown = link.ownGame === null || link.ownGame === state.gameText;
      if (isKnown) open(link);
      else setHeld({ why: 'link', open: link.open });
      return isKnown;
    },
    onFault: setLinkFault,
  });
  const openHeld = () => {
    try {
      open(held!);
    } catch (error) {
      setLinkFault(error);
      setHeld(null);
    }
  };
  useShortcuts({ undo, redo });
  useBackendChoice(compute, state.backend);
  usePause(compute, language);
  const report = useReport(compute);

  return (
    <LanguageContext.Provider value={language}>
      <ThemeContext.Provider value={theme}>
        <ComputeContext.Provider value={compute}>
          <DrawerContext.Provider value={drawer}>
            <div className={styles.page}>
              <Header
                state={state}
                dispatch={dispatch}
                history={{ undo, redo, canUndo: history.past.length > 0, canRedo: history.future.length > 0 }}
                makeReport={read.model === null || report.isMaking ? null : () => report.start(state, read.model)}
                parameters={{ shown: showsParameters, toggle: () => setShowsParameters((shown) => !shown) }}
              />
              <Tabs view={state.view} dispatch={dispatch} />
              <Notices
                fault={read.fault}
                leftOut={read.model === null ? [] : read.leftOut}
                linkFault={linkFault}
                held={held}
                openHeld={openHeld}
                storageDenied={storageDenied}
                dispatch={dispatch}
              />
              <ReportNote report={report} />
              <div className={styles.body}>
                <Parameters state={state} model={model} dispatch={dispatch} shown={showsParameters} />
                <main id="results" className={styles.results} tabIndex={-1}>
                  <Stage state={state} model={model} dispatch={dispatch} />
                </main>
              </div>
            </div>
          </DrawerContext.Provider>
        </ComputeContext.Provider>
      </ThemeContext.Provider>
    </LanguageContext.Provider>
  );
}

/** Opens another backend when another one is chosen; the first is opened before the page is drawn. */
function useBackendChoice(compute: Compute, choice: StudioState['backend']): void {
  const opened = useRef(choice);
  useEffect(() => {
    if (opened.current === choice) return;
    opened.current = choice;
    compute.open(choice);
  }, [compute, choice]);
}

/** While the page is hidden the running pass is finished and no new one begins; the tab's title says so. */
function usePause(compute: Compute, language: Language): void {
  useEffect(() => {
    const { faults, name } = pageTexts[language];
    const tell = () => {
      compute.pause(document.hidden);
      document.title = document.hidden ? faults.paused : name;
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, [compute, language]);
}
