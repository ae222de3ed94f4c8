/**
 * The cheapest pair of levers, and the best values inside ranges.
 */
import type { Recommendation } from '@trilogue/study';
import { useTexts } from '../../i18n/use-texts';
import { interval, part } from '../../shell/figures';
import { Table } from '../../shell/Table';
import tables from '../../style/tables.module.css';
import type { Dispatch } from '../contract';
import { answerCells, percent, Use } from './AloneCard';
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
      <Table
        label={texts.pair}
        figures="pair"
        heads={[texts.lever, texts.from, texts.to, texts.interval, texts.change]}
        rows={moves.map(({ parameter, change, ...move }) => ({
          name: parameter,
          head: <code>{parameter}</code>,
          cells: [...answerCells(move), percent(change)],
        }))}
      />
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
      <Table
        label={texts.optima}
        figures="optima"
        heads={[texts.lever, texts.from, texts.best, texts.interval, texts.output, '']}
        rows={inner.map(({ parameter, from, optimum: { output, ...best } }) => ({
          name: parameter,
          head: <code>{parameter}</code>,
          cells: [
            ...answerCells({ from, ...best }),
            part(output.value, 'final'),
            { text: <Use parameter={parameter} value={best.value} dispatch={dispatch} /> },
          ],
        }))}
      />
    </>
  );
}
