/**
 * The head of the page: which game, undo and redo, where it is computed, language and colours.
 */
import { bundledGameNames, bundledGameText } from '@trilogue/core';
import { useTexts } from '../i18n/use-texts';
import { GameMenu } from '../own/GameMenu';
import { gameOf } from '../state/game-of';
import { languages, type StudioState, themes } from '../state/state';
import type { Dispatch } from '../views/contract';
import styles from './app.module.css';
import { BackendBadge } from './BackendBadge';
import { IconButton } from './IconButton';

interface HeaderProps {
  readonly state: StudioState;
  readonly dispatch: Dispatch;
  readonly history: { undo(): void; redo(): void; readonly canUndo: boolean; readonly canRedo: boolean };
  readonly makeReport: (() => void) | null;
  readonly parameters: { readonly shown: boolean; toggle(): void };
}

export function Header({ state, dispatch, history, makeReport, parameters }: HeaderProps) {
  const texts = useTexts();
  return (
    <header className={styles.header}>
      <a className={styles.skip} href="#results">
        {texts.skip}
      </a>
      <h1 className={styles.brand}>trilogue</h1>
      <GameChoice state={state} dispatch={dispatch} />
      <GameMenu state={state} dispatch={dispatch} makeReport={makeReport} />
      <button
        type="button"
        className={styles.narrowOnly}
        aria-expanded={parameters.shown}
        aria-controls="parameters"
        onClick={parameters.toggle}
      >
        {texts.header.parameters}
      </button>
      <span className={styles.group}>
        <IconButton sign="↶" name={texts.header.undo} disabled={!history.canUndo} onClick={history.undo} />
        <IconButton sign="↷" name={texts.header.redo} disabled={!history.canRedo} onClick={history.redo} />
      </span>
      <span className={styles.spring} />
      <BackendBadge choice={state.backend} dispatch={dispatch} />
      <select
        aria-label={texts.header.language}
        value={state.language ?? ''}
        onChange={({ target }) => {
          const language = languages.find((tag) => tag === target.value) ?? null;
          dispatch({ type: 'change', change: { language } });
        }}
      >
        {state.language === null && <option value="">{texts.header.language}</option>}
        {languages.map((tag) => (
          <option key={tag} value={tag} lang={tag}>
            {texts.header.languageNames[tag]}
          </option>
        ))}
      </select>
      <select
        aria-label={texts.header.theme}
        value={state.theme ?? 'auto'}
        onChange={({ target }) => {
          const theme = themes.find((name) => name === target.value) ?? null;
          dispatch({ type: 'change', change: { theme } });
        }}
      >
        {(['auto', ...themes] as const).map((name) => (
          <option key={name} value={name}>
            {texts.header.themes[name]}
          </option>
        ))}
      </select>
    </header>
  );
}

/** The bundled games, and the one that is open where it is none of them. */
function GameChoice({ state, dispatch }: Pick<HeaderProps, 'state' | 'dispatch'>) {
  const texts = useTexts();
  const bundled = bundledGameNames.find((name) => bundledGameText(name) === state.gameText);
  const own = gameOf(state.gameText).game?.title ?? texts.header.ownGame;
  return (
    <select
      className={styles.gameChoice}
      aria-label={texts.header.game}
      value={bundled ?? ''}
      onChange={({ target }) => {
        if (target.value !== '') dispatch({ type: 'open-game', text: bundledGameText(target.value) });
      }}
    >
      {bundled === undefined && <option value="">{own}</option>}
      {bundledGameNames.map((name) => (
        <option key={name} value={name}>
          {(texts.games as Readonly<Record<string, string>>)[name] ?? name}
        </option>
      ))}
    </select>
  );
}
