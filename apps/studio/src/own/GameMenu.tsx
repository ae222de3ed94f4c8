/**
 * Open, new, save: the games of one's own. A file can be chosen, dropped on the page, or pasted into it.
 */

import { decodeGame, GameError, gameLimits } from '@trilogue/core';
import { useEffect, useRef, useState } from 'react';
import { writeAddress } from '../address/address';
import { faultWords } from '../i18n/fault-words';
import { useLanguage, useTexts } from '../i18n/use-texts';
import { CopyButton } from '../keep/CopyButton';
import { saveGame } from '../keep/download';
import styles from '../keep/keep.module.css';
import { texts as allReportTexts } from '../report/texts';
import { gameOf } from '../state/game-of';
import type { StudioState } from '../state/state';
import type { Dispatch } from '../views/contract';
import { NewGame } from './NewGame';

interface GameMenuProps {
  readonly state: StudioState;
  readonly dispatch: Dispatch;
  /** Null where no report can be made at the moment. */
  readonly makeReport: (() => void) | null;
}

export function GameMenu({ state, dispatch, makeReport }: GameMenuProps) {
  const texts = useTexts().own;
  const language = useLanguage();
  const reportTexts = useTexts(allReportTexts);
  const chooser = useRef<HTMLInputElement>(null);
  const menu = useRef<HTMLDetailsElement>(null);
  const [isNew, setIsNew] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const close = () => {
    setIsNew(false);
    if (menu.current !== null) menu.current.open = false;
  };
  const openText = (text: string) => {
    setProblem(null);
    dispatch({ type: 'open-game', text });
    // what is wrong with it is listed there
    if (gameOf(text).game === null) dispatch({ type: 'change', change: { view: 'game' } });
    close();
  };
  const openFile = async (file: File) => {
    if (file.size > 4 * gameLimits.file) return setProblem(texts.tooLarge(file.name));
    const bytes = new Uint8Array(await file.arrayBuffer());
    let text: string;
    try {
      text = decodeGame(bytes);
    } catch (error) {
      if (!(error instanceof GameError)) throw error;
      return setProblem(`${file.name}: ${error.faults.map((fault) => faultWords(fault, language)).join(' ')}`);
    }
    openText(text);
  };
  useArrivals(openText, openFile);
  return (
    <details ref={menu} className={styles.menu}>
      <summary>{texts.menu}</summary>
      <div className={`${styles.items} ${styles.fromLeft}`}>
        <input
          ref={chooser}
          type="file"
          hidden
          aria-label={texts.open}
          accept=".yaml,.yml,.json,text/yaml,application/json"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = '';
            if (file !== undefined) void openFile(file);
          }}
        />
        <button type="button" onClick={() => chooser.current?.click()}>
          {texts.open}
        </button>
        <button type="button" aria-expanded={isNew} onClick={() => setIsNew(!isNew)}>
          {texts.new}
        </button>
        {isNew && <NewGame dispatch={dispatch} onDone={close} />}
        <button type="button" onClick={() => saveGame(state)}>
          {texts.save}
        </button>
        <button
          type="button"
          disabled={makeReport === null}
          onClick={() => {
            makeReport?.();
            close();
          }}
        >
          {reportTexts.save}
        </button>
        <CopyButton label={texts.link} text={async () => new URL(await writeAddress(state), location.href).href} />
        <p>{texts.hint}</p>
        {problem !== null && <p role="alert">{problem}</p>}
      </div>
    </details>
  );
}

/** Files dropped anywhere on the page, and game files pasted outside of text fields. */
function useArrivals(openText: (text: string) => void, openFile: (file: File) => Promise<void>): void {
  const latest = useRef({ openText, openFile });
  latest.current = { openText, openFile };
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (file === undefined) return;
      event.preventDefault();
      void latest.current.openFile(file);
    };
    const paste = (event: ClipboardEvent) => {
      const { target } = event;
      if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return;
      const [file] = event.clipboardData?.files ?? [];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (file !== undefined) void latest.current.openFile(file);
      else if (/^\s*("?game"?\s*:|\{)/m.test(text)) latest.current.openText(text);
    };
    addEventListener('dragover', over);
    addEventListener('drop', drop);
    addEventListener('paste', paste);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('drop', drop);
      removeEventListener('paste', paste);
    };
  }, []);
}
