/**
 * For each lever the smallest change that reaches the target, and what cannot reach it.
 */
import { answerText, type LeverAdvice, type Recommendation } from '@trilogue/study';
import { gameTitle } from '../../i18n/game-titles';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { brief, interval, part } from '../../shell/figures';
import { Scroll } from '../../shell/Scroll';
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
        <Scroll label={texts.alone}>
          <table className={tables.table} data-figures="levers">
            <thead>
              <tr>
                <th scope="col">{texts.lever}</th>
                <th scope="col">{texts.from}</th>
                <th scope="col">{texts.to}</th>
                <th scope="col">{texts.interval}</th>
                <th scope="col">{texts.change}</th>
                <th scope="col">{texts.check}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {reached.map((lever) => (
                <ReachedRow key={lever.parameter} lever={lever} dispatch={dispatch} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {open !== '' && <p className={tables.hint}>{texts.uncertain(open)}</p>}
      {never !== '' && <p className={tables.hint}>{texts.never(never)}</p>}
    </>
  );
}

function ReachedRow({ lever, dispatch }: { readonly lever: LeverAdvice; readonly dispatch: Dispatch }) {
  const texts = useTexts(all);
  const language = useLanguage();
  const { parameter, title, from, value, low, high, change, check } = lever;
  return (
    <tr data-name={parameter}>
      <th scope="row">
        <code>{parameter}</code>
        {title !== null && <div className={styles.title}>{gameTitle(title, language)}</div>}
      </th>
      <td>{brief(from)}</td>
      <td data-value={value} className={styles.strong}>
        {answerText(value!, { from, low: low!, high: high! })}
      </td>
      <td>
        {answerText(low!, { low: low!, high: high! })} – {answerText(high!, { low: low!, high: high! })}
      </td>
      <td>{percent(change!)}</td>
      <td data-value={check?.value}>
        {check === null ? '–' : `${part(check.value, 'final')} (${interval(check.low, check.high, ' – ')})`}
        {check !== null && !check.agrees && <div className={styles.bad}>{texts.disagrees}</div>}
      </td>
      <td>
        <button
          type="button"
          aria-label={texts.setTo(parameter)}
          onClick={() => dispatch({ type: 'set', values: { [parameter]: value! } })}
        >
          {texts.use}
        </button>
      </td>
    </tr>
  );
}

/** Three digits, as far as an answer is known. */
function rough(value: number): string {
  return String(Number(value.toPrecision(3)));
}

export function percent(change: number): string {
  return `${(100 * change).toFixed(1)} %`;
}
