/**
 * For each lever the smallest change that reaches the target, and what cannot reach it.
 */
import { answerText, type LeverAdvice, type Recommendation } from '@trilogue/study';
import { gameTitle } from '../../i18n/game-titles';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { brief, interval, part } from '../../shell/figures';
import { Table } from '../../shell/Table';
import tables from '../../style/tables.module.css';
import type { Dispatch } from '../contract';
import styles from './recommendation.module.css';
import { texts as all } from './texts';

interface AloneProps {
  readonly advice: Recommendation;
  readonly dispatch: Dispatch;
}

export function Alone({ advice: { levers, target }, dispatch }: AloneProps) {
  const texts = useTexts(all);
  const language = useLanguage();
  const reached = levers.filter(({ change }) => change !== null).toSorted((a, b) => a.change! - b.change!);
  const named = (outcome: LeverAdvice['outcome']) =>
    levers
      .filter((lever) => lever.outcome === outcome)
      .toSorted((a, b) => Math.abs(a.best.output.value - target) - Math.abs(b.best.output.value - target))
      .map(({ parameter, best }) => texts.bestAt(parameter, part(best.output.value, 'final'), rough(best.at)))
      .join(', ');
  const [open, never] = [named('uncertain'), named('unreachable')];
  return (
    <>
      {reached.length === 0 ? (
        <p>{texts.aloneNone}</p>
      ) : (
        <Table
          label={texts.alone}
          figures="levers"
          heads={[texts.lever, texts.from, texts.to, texts.interval, texts.change, texts.check, '']}
          rows={reached.map(({ parameter, title, from, value, low, high, change, check }) => ({
            name: parameter,
            head: (
              <>
                <code>{parameter}</code>
                {title !== null && <div className={styles.title}>{gameTitle(title, language)}</div>}
              </>
            ),
            cells: [
              ...answerCells({ from, value: value!, low: low!, high: high! }),
              percent(change!),
              {
                text: (
                  <>
                    {check === null ? '–' : `${part(check.value, 'final')} (${interval(check.low, check.high, ' – ')})`}
                    {check !== null && !check.agrees && <div className={styles.bad}>{texts.disagrees}</div>}
                  </>
                ),
                value: check?.value,
              },
              { text: <Use parameter={parameter} value={value!} dispatch={dispatch} /> },
            ],
          }))}
        />
      )}
      {open !== '' && <p className={tables.hint}>{texts.uncertain(open)}</p>}
      {never !== '' && <p className={tables.hint}>{texts.never(never)}</p>}
    </>
  );
}

/** Where a lever stands, its answer, and the answer's interval. */
export function answerCells({ from, value, ...ends }: Ends & { readonly from: number; readonly value: number }) {
  return [
    brief(from),
    { text: answerText(value, { from, ...ends }), value, className: styles.strong },
    `${answerText(ends.low, ends)} – ${answerText(ends.high, ends)}`,
  ];
}

interface Ends {
  readonly low: number;
  readonly high: number;
}

interface UseProps {
  readonly parameter: string;
  readonly value: number;
  readonly dispatch: Dispatch;
}

/** Sets a lever. */
export function Use({ parameter, value, dispatch }: UseProps) {
  const texts = useTexts(all);
  return (
    <button
      type="button"
      aria-label={texts.setTo(parameter)}
      onClick={() => dispatch({ type: 'set', values: { [parameter]: value } })}
    >
      {texts.use}
    </button>
  );
}

/** Three digits, as far as an answer is known. */
function rough(value: number): string {
  return String(Number(value.toPrecision(3)));
}

export function percent(change: number): string {
  return `${(100 * change).toFixed(1)} %`;
}
