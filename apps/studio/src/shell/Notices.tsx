/**
 * What is wrong at the moment, and what to do: a game that cannot be read, values that cannot be, a backend that is refused
 * or lost, storage that is denied, a link that could not be read.
 */
import { type ReactNode, useState } from 'react';
import { useBackend } from '../compute/use-result';
import { faultWords } from '../i18n/fault-words';
import { linkWords } from '../i18n/link-words';
import { useLanguage, useTexts } from '../i18n/use-texts';
import type { LeftOut, ReadModel } from '../state/model';
import type { BackendChoice, StudioState } from '../state/state';
import type { Dispatch } from '../views/contract';
import styles from './app.module.css';
import { useOnline } from './offline';

/** A state with a game that this page has not drawn: a stranger's, or one that it may not be able to draw. */
export interface Held {
  readonly why: 'link' | 'kept';
  /** @throws RecordError where it cannot be read. */
  open(): StudioState;
}

interface NoticesProps {
  readonly fault: ReadModel['fault'];
  readonly leftOut: readonly LeftOut[];
  /** Null where there is none. */
  readonly linkFault: unknown;
  /** Null where none waits. */
  readonly held: Held | null;
  openHeld(): void;
  readonly storageDenied: boolean;
  readonly dispatch: Dispatch;
}

const shownFaults = 5;

export function Notices({ fault, leftOut, linkFault, held, openHeld, storageDenied, dispatch }: NoticesProps) {
  const texts = useTexts();
  const language = useLanguage();
  const { refused, lost } = useBackend();
  const online = useOnline();
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const dismiss = (key: string) => ({
    text: texts.faults.dismiss,
    act: () => setDismissed((before) => [...before, key]),
  });
  const linkKey = `link ${linkFault}`;
  const leftKey = `left out ${JSON.stringify(leftOut)}`;
  const choose = (backend: BackendChoice) => dispatch({ type: 'change', change: { backend } });
  return (
    <div className={styles.notices} aria-live="polite">
      {held !== null && !dismissed.includes('held') && (
        <Notice
          kind="note"
          text={texts.faults.held[held.why]}
          action={{ text: texts.faults.openHeld, act: openHeld }}
          other={dismiss('held')}
        />
      )}
      {fault !== null && (
        <Notice kind="fault" text={texts.faults[fault.where]} action={toGame(fault.where)}>
          <ul>
            {fault.faults.slice(0, shownFaults).map((one) => (
              <li key={`${one.path} ${one.line} ${one.column} ${one.at} ${one.found}`}>{faultWords(one, language)}</li>
            ))}
            {fault.faults.length > shownFaults && <li>{texts.faults.more(fault.faults.length - shownFaults)}</li>}
          </ul>
        </Notice>
      )}
      {refused !== null && (
        <Notice
          kind="fault"
          text={texts.backend.refused(refused.message)}
          action={{ text: texts.backend.useAuto, act: () => choose('auto') }}
        />
      )}
      {lost !== null && !dismissed.includes('lost') && (
        <Notice kind="note" text={texts.backend.lost(lost.name, lost.message)} action={dismiss('lost')} />
      )}
      {linkFault !== null && !dismissed.includes(linkKey) && (
        <Notice kind="fault" text={texts.faults.link(linkWords(linkFault, language))} action={dismiss(linkKey)} />
      )}
      {leftOut.length > 0 && !dismissed.includes(leftKey) && (
        <Notice
          kind="note"
          text={texts.faults.leftOut(leftOut.map(({ kind, name }) => texts.faults.left[kind](name)).join(', '))}
          action={dismiss(leftKey)}
        />
      )}
      {!online && !dismissed.includes('offline') && (
        <Notice kind="note" text={texts.faults.offline} action={dismiss('offline')} />
      )}
      {storageDenied && !dismissed.includes('storage') && (
        <Notice kind="note" text={texts.faults.storage} action={dismiss('storage')} />
      )}
    </div>
  );

  function toGame(where: 'game' | 'point') {
    if (where === 'point') return undefined;
    return { text: texts.faults.open, act: () => dispatch({ type: 'change', change: { view: 'game' } }) };
  }
}

interface Action {
  readonly text: string;
  act(): void;
}

interface NoticeProps {
  readonly kind: 'fault' | 'note';
  readonly text: string;
  readonly action?: Action;
  readonly other?: Action;
  readonly children?: ReactNode;
}

function Notice({ kind, text, action, other, children }: NoticeProps) {
  return (
    <div className={kind === 'fault' ? styles.faultNotice : styles.note} data-notice={kind}>
      <div>
        <p>{text}</p>
        {children}
      </div>
      {[action, other].map(
        (each) =>
          each !== undefined && (
            <button key={each.text} type="button" onClick={each.act}>
              {each.text}
            </button>
          ),
      )}
    </div>
  );
}
