/**
 * The cheapest pair of levers, and the best values inside ranges.
 */
import { answerText, type Recommendation } from '@trilogue/study';
import { useTexts } from '../../i18n/use-texts';
import { brief, interval, part } from '../../shell/figures';
import { Scroll } from '../../shell/Scroll';
import tables from '../../style/tables.module.css';
import type { Dispatch } from '../contract';
import { percent } from './AloneCard';
import styles from './recommendation.module.css';
import { texts as all } from './texts';

interface PairProps {
  readonly advice: Recommendation;
  readonly dispatch: Dispatch;
}

export function PairOfLevers({ advice: { pair, pairSearch }, dispatch }: PairProps) {
  const texts = useTexts(all);
  if (pair === null) return <p>{pairSearch?.costlier ? texts.costlier : texts.noPair}</p>;
  const { moves, check } = pair;
  return (
    <>
      <p className={tables.hint}>{texts.pairHint}</p>
      <Scroll label={texts.pair}>
        <table className={tables.table} data-figures="pair">
          <thead>
            <tr>
              <th scope="col">{texts.lever}</th>
              <th scope="col">{texts.from}</th>
              <th scope="col">{texts.to}</th>
              <th scope="col">{texts.interval}</th>
              <th scope="col">{texts.change}</th>
            </tr>
          </thead>
          <tbody>
            {moves.map(({ parameter, from, value, low, high, change }) => (
              <tr key={parameter} data-name={parameter}>
                <th scope="row">
                  <code>{parameter}</code>
                </th>
                <td>{brief(from)}</td>
                <td data-value={value} className={styles.strong}>
                  {answerText(value, { from, low, high })}
                </td>
                <td>
                  {answerText(low, { low, high })} – {answerText(high, { low, high })}
                </td>
                <td>{percent(change)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className={styles.line}>
        {texts.check}: {part(check.value, 'final')} ({interval(check.low, check.high, ' – ')}){' '}
        {!check.agrees && <span className={styles.bad}>{texts.disagrees}</span>}{' '}
        <button
          type="button"
          onClick={() =>
            dispatch({
              type: 'set',
              values: Object.fromEntries(moves.map(({ parameter, value }) => [parameter, value])),
            })
          }
        >
          {texts.usePair}
        </button>
      </p>
    </>
  );
}

export function Optima({ advice: { levers }, dispatch }: PairProps) {
  const texts = useTexts(all);
  const inner = levers.flatMap(({ optimum, ...lever }) => (optimum === null ? [] : [{ ...lever, optimum }]));
  if (inner.length === 0) return <p>{texts.noOptima}</p>;
  return (
    <>
      <p className={tables.hint}>{texts.optimaHint}</p>
      <Scroll label={texts.optima}>
        <table className={tables.table} data-figures="optima">
          <thead>
            <tr>
              <th scope="col">{texts.lever}</th>
              <th scope="col">{texts.from}</th>
              <th scope="col">{texts.best}</th>
              <th scope="col">{texts.interval}</th>
              <th scope="col">{texts.output}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {inner.map(({ parameter, from, optimum }) => (
              <tr key={parameter} data-name={parameter}>
                <th scope="row">
                  <code>{parameter}</code>
                </th>
                <td>{brief(from)}</td>
                <td data-value={optimum.value} className={styles.strong}>
                  {answerText(optimum.value, optimum)}
                </td>
                <td>
                  {answerText(optimum.low, optimum)} – {answerText(optimum.high, optimum)}
                </td>
                <td>{part(optimum.output.value, 'final')}</td>
                <td>
                  <button
                    type="button"
                    aria-label={texts.setTo(parameter)}
                    onClick={() => dispatch({ type: 'set', values: { [parameter]: optimum.value } })}
                  >
                    {texts.use}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
