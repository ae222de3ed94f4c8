/**
 * Where paths are computed and how fast, and the choice of another place.
 */
import { useEffect } from 'react';
import { useBackend } from '../compute/use-result';
import { useTexts } from '../i18n/use-texts';
import { type BackendChoice, backendChoices } from '../state/state';
import type { Dispatch } from '../views/contract';
import styles from './app.module.css';
import { large } from './figures';
import { markBackend } from './ready';

export function BackendBadge({ choice, dispatch }: { readonly choice: BackendChoice; readonly dispatch: Dispatch }) {
  const texts = useTexts().backend;
  const { opened, stepsPerSecond, refused } = useBackend();
  useEffect(() => markBackend(opened?.name ?? null), [opened]);
  const speed = stepsPerSecond === null ? texts.measuring : texts.speed(large(stepsPerSecond));
  return (
    <details className={styles.backend}>
      <summary title={texts.title}>
        <span className={opened === null ? styles.dotOff : styles.dotOn} aria-hidden="true" />
        <span className={styles.hiddenLabel}>{texts.label}: </span>
        <strong>
          {opened === null ? (refused === null ? '…' : '–') : texts.choices[opened.name as BackendChoice]}
        </strong>
        {opened !== null && <span className={styles.speed}>{speed}</span>}
      </summary>
      <div className={styles.popover}>
        <label>
          {texts.choice}{' '}
          <select
            value={choice}
            onChange={({ target }) => {
              const backend = backendChoices.find((name) => name === target.value) ?? 'auto';
              dispatch({ type: 'change', change: { backend } });
            }}
          >
            {backendChoices.map((name) => (
              <option key={name} value={name}>
                {texts.choices[name]}
              </option>
            ))}
          </select>
        </label>
        {opened !== null && (
          <p>
            {texts.device}: {opened.device}, {texts.threads(opened.threads)}, {speed}
          </p>
        )}
        {opened?.passedOver.map(({ name, reason }) => (
          <p key={name} className={styles.soft}>
            {texts.passedOver(name, reason)}
          </p>
        ))}
      </div>
    </details>
  );
}
