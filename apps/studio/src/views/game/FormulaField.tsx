/**
 * A formula of the game file in a field of its own, with its value and what is wrong with it at the place. A long one goes over several
 * lines, which are none in the file.
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
  /** The widest that it becomes, in characters; default 60. */
  readonly width?: number;
  readonly dispatch: Dispatch;
}

export function FormulaField({ label, formula, gameText, faults, value, width = 60, dispatch }: FormulaFieldProps) {
  const id = useId();
  const language = useLanguage();
  const path = pathOf(formula.place);
  const own = faults.filter((fault) => fault.path === path);
  return (
    <div className={styles.formula}>
      <textarea
        aria-label={label}
        aria-invalid={own.length > 0}
        aria-describedby={own.length > 0 ? id : undefined}
        spellCheck={false}
        autoComplete="off"
        value={formula.text}
        cols={Math.min(width, Math.max(8, formula.text.length + 1))}
        rows={linesOf(formula.text, width)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
        onChange={({ target }) => {
          const text = target.value.replace(/\s*\n\s*/g, ' ');
          dispatch({ type: 'edit-game', text: withFormula(gameText, formula.place, text) }, `formula ${path}`);
        }}
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

/** Lines of a text that breaks at spaces. */
function linesOf(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > width) {
      lines++;
      used = 0;
    }
    used += (used > 0 ? 1 : 0) + word.length;
    lines += Math.floor(Math.max(0, used - 1) / width);
    used = used > width ? used % width : used;
  }
  return lines;
}
