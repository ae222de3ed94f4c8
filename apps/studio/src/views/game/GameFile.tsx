/**
 * The whole game file as text, with everything that is wrong with it. The page shows it by itself while there is no game to
 * compute.
 */
import { faultWords } from '../../i18n/fault-words';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { Card } from '../../shell/Card';
import { gameOf } from '../../state/game-of';
import tables from '../../style/tables.module.css';
import type { ViewProps } from '../contract';
import styles from './game.module.css';
import { texts as all } from './texts';

export function GameFile({ state, dispatch }: Pick<ViewProps, 'state' | 'dispatch'>) {
  const texts = useTexts(all);
  const language = useLanguage();
  const { faults } = gameOf(state.gameText);
  return (
    <Card title={texts.file}>
      <p className={tables.hint}>{texts.fileHint}</p>
      <textarea
        className={styles.file}
        aria-label={texts.fileLabel}
        aria-invalid={faults.length > 0}
        spellCheck={false}
        wrap="off"
        value={state.gameText}
        onChange={({ target }) => dispatch({ type: 'edit-game', text: target.value }, 'file')}
      />
      {faults.length > 0 && (
        <ul className={styles.faults}>
          {faults.map((fault) => (
            <li key={`${fault.path} ${fault.line} ${fault.column} ${fault.at} ${fault.found}`}>
              {faultWords(fault, language)}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
