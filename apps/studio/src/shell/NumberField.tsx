/**
 * A number as it is typed. It counts while it is one that can be; else the last one stays, and what is wrong is said beside it.
 */
import { useEffect, useId, useState } from 'react';
import styles from './number-field.module.css';

interface NumberFieldProps {
  readonly label: string;
  /** Null where the field may be left empty, and is. */
  readonly value: number | null;
  /** Default: the field may not be empty. */
  readonly optional?: boolean;
  isRight(number: number): boolean;
  /** What would be right, in words. */
  readonly fault: string;
  onChange(value: number | null): void;
  /** Of the label around it. */
  readonly className?: string;
}

export function NumberField(props: NumberFieldProps) {
  const { label, value, optional = false, isRight, fault, onChange, className } = props;
  const id = useId();
  const [typed, setTyped] = useState(written(value));
  useEffect(() => setTyped((before) => (read(before) === value ? before : written(value))), [value]);
  const isWrong = !fits(read(typed));
  function fits(number: number | null): boolean {
    return number === null ? optional : isRight(number);
  }
  return (
    <>
      <label className={className}>
        {label}{' '}
        <input
          type="text"
          inputMode="decimal"
          className={styles.number}
          value={typed}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? id : undefined}
          onChange={({ target }) => {
            setTyped(target.value);
            const number = read(target.value);
            if (fits(number)) onChange(number);
          }}
        />
      </label>
      {isWrong && (
        <span id={id} role="alert" className={styles.fault}>
          {fault}
        </span>
      )}
    </>
  );
}

function written(value: number | null): string {
  return value === null ? '' : String(value);
}

/** Null for nothing; what is no number is NaN. */
function read(text: string): number | null {
  return text.trim() === '' ? null : Number(text);
}
