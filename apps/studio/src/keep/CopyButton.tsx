/**
 * Copies a text; where the clipboard refuses, shows it to be copied by hand.
 */
import { useEffect, useState } from 'react';
import { useTexts } from '../i18n/use-texts';
import { copy } from './download';
import styles from './keep.module.css';

interface CopyButtonProps {
  readonly label: string;
  /** Made when it is asked for. */
  text(): string | Promise<string>;
}

/** Milliseconds that the page says it was copied. */
const shown = 2500;

export function CopyButton({ label, text }: CopyButtonProps) {
  const texts = useTexts().keep;
  const [copied, setCopied] = useState(false);
  const [byHand, setByHand] = useState<string | null>(null);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), shown);
    return () => clearTimeout(timer);
  }, [copied]);
  const act = async () => {
    const made = await text();
    const done = await copy(made);
    setCopied(done);
    setByHand(done ? null : made);
  };
  return (
    <>
      <button type="button" onClick={() => void act()}>
        {label}
      </button>
      <span role="status" className={styles.status}>
        {copied ? texts.copied : ''}
      </span>
      {byHand !== null && (
        <label className={styles.byHand}>
          {texts.byHand}
          <textarea readOnly rows={3} value={byHand} onFocus={({ target }) => target.select()} />
        </label>
      )}
    </>
  );
}
