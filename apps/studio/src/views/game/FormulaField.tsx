/**
 * A formula of the game file in a field of its own, with its value and what is wrong with it at the place.
 */
import type { Fault } from '@trilogue/core';
import { useId } from 'react';
import { faultWords } from '../../i18n/fault-words';
import { useLanguage } from '../../i18n/use-texts';
import { pathOf, type WrittenFormula, withFormula } from '../../state/game-file';
import type { Dispatch } from '../contract';
import styles from './game.module.css';

interface FormulaFieldProps {
  readonly label: string;
  readonly formula: WrittenFormula;
  /** The file that the formula stands in. */
  readonly gameText: string;
  readonly faults: readonly Fault[];
  /** The formula's value at the present parameters, as text. */
  readonly value?: string;
  readonly dispatch: Dispatch;
}

export function FormulaField({ label, formula, gameText, faults, value, dispatch }: FormulaFieldProps) {
  const id = useId();
  const language = useLanguage();
  const path = pathOf(formula.place);
  const own = faults.filter((fault) => fault.path === path);
  return (
    <div className={styles.formula}>
      <input
        type="text"
        aria-label={label}
        aria-invalid={own.length > 0}
        aria-describedby={own.length > 0 ? id : undefined}
        spellCheck={false}
        autoComplete="off"
        value={formula.text}
        size={Math.max(8, formula.text.length)}
        onChange={({ target }) =>
          dispatch({ type: 'edit-game', text: withFormula(gameText, formula.place, target.value) }, `formula ${path}`)
        }
      />
      {value !== undefined && own.length === 0 && <span className={styles.value}>= {value}</span>}
      {own.length > 0 && (
        <p id={id} className={styles.fault}>
          {own
            .map((fault) => faultWords({ ...fault, place: '', line: undefined, column: undefined }, language))
            .join('\n')}
        </p>
      )}
    </div>
  );
}
