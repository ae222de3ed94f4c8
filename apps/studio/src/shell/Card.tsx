/**
 * A card of a view: its heading, how sharp its result is, and what else stands in its head.
 */
import { type ReactNode, useId } from 'react';
import type { CurrentAnswer } from '../compute/use-result';
import { useTexts } from '../i18n/use-texts';
import styles from './card.module.css';

interface CardProps {
  readonly title: string;
  /** The answer that the card shows, for its state in words. */
  readonly answer?: CurrentAnswer<unknown>;
  /** Controls at the right of the head. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

export function Card({ title, answer, tools, children }: CardProps) {
  const texts = useTexts();
  const id = useId();
  return (
    <section className={styles.card} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {answer !== undefined && <StageWords answer={answer} />}
        <span className={styles.spring} />
        {tools}
      </header>
      {answer?.error != null && (
        <p role="alert" className={styles.error}>
          {texts.faults.job(answer.error)}
        </p>
      )}
      {children}
    </section>
  );
}

function StageWords({ answer: { stage, stale, part, error } }: { readonly answer: CurrentAnswer<unknown> }) {
  const texts = useTexts().stages;
  if (error !== null) return null;
  const words = stale ? texts.stale : texts[stage ?? 'none'];
  const final = stage === 'final' && !stale;
  return (
    <span className={final ? styles.final : styles.stage} data-stage={stale ? 'stale' : (stage ?? 'none')}>
      {words}
      {!final && part > 0.02 && ` ${texts.part((100 * part).toFixed(0))}`}
    </span>
  );
}
