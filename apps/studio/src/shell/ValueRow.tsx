/**
 * One value: its words, a slider over its range, the number itself, and the way back.
 */
import { memo, useContext, useId, useRef, useState } from 'react';
import { ComputeContext } from '../compute/use-result';
import { useTexts } from '../i18n/use-texts';
import type { Dispatch } from '../views/contract';
import { brief } from './figures';
import { IconButton } from './IconButton';
import styles from './parameters.module.css';

interface ValueRowProps {
  readonly name: string;
  readonly title: string;
  readonly range: readonly [number, number];
  /** The value of the file or the scenario. */
  readonly base: number;
  /** What it is set to, where it is set. */
  readonly value: number | undefined;
  readonly dispatch: Dispatch;
}

/** Stops of a slider. */
const stops = 200;
let gestures = 0;

export const ValueRow = memo(function ValueRow({ name, title, range, base, value = base, dispatch }: ValueRowProps) {
  const texts = useTexts().parameters;
  const compute = useContext(ComputeContext);
  const id = useId();
  const gesture = useRef('');
  const [typed, setTyped] = useState<string | null>(null);
  const [low, high] = range;
  const step = (high - low) / stops;
  const begin = () => {
    gesture.current = `${name} ${gestures++}`;
  };
  const set = (next: number) => dispatch({ type: 'set', values: { [name]: next } }, gesture.current);
  const wrong = typed !== null && !isNumber(typed);
  const outside = value < low || value > high;
  return (
    <div className={value === base ? styles.row : `${styles.row} ${styles.changed}`}>
      <label htmlFor={id} title={title}>
        {title !== name && <span>{title} </span>}
        <code>{name}</code>
      </label>
      <input
        id={id}
        type="range"
        min={low}
        max={high}
        step={step}
        value={value}
        aria-valuetext={brief(value)}
        onPointerDown={begin}
        onKeyDown={(event) => {
          if (!event.repeat) begin();
        }}
        onChange={({ target }) => {
          compute?.expect();
          set(Number(Number(target.value).toPrecision(6)));
        }}
      />
      <input
        type="text"
        inputMode="decimal"
        className={styles.number}
        aria-label={texts.value(title)}
        aria-invalid={wrong}
        value={typed ?? brief(value)}
        onFocus={() => {
          begin();
          setTyped(String(value));
        }}
        onBlur={() => setTyped(null)}
        onChange={({ target }) => {
          setTyped(target.value);
          if (isNumber(target.value)) set(Number(target.value));
        }}
      />
      <IconButton
        sign="⟲"
        name={texts.reset(name)}
        disabled={value === base}
        onClick={() => dispatch({ type: 'reset', names: [name] })}
      />
      {wrong && <p className={styles.hint}>{texts.notNumber}</p>}
      {outside && !wrong && <p className={styles.hint}>{texts.outside(brief(low), brief(high))}</p>}
    </div>
  );
});

function isNumber(text: string): boolean {
  return text.trim() !== '' && Number.isFinite(Number(text));
}
