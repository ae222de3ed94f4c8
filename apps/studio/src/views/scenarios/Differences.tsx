/**
 * The parameters that are not the same in all columns, and the way to take a column over.
 */
import { pointAt } from '@trilogue/core';
import { gameTitle } from '../../i18n/game-titles';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { brief } from '../../shell/figures';
import { Table } from '../../shell/Table';
import type { Model } from '../../state/model';
import type { Dispatch } from '../contract';
import type { Column } from './columns';
import styles from './scenarios.module.css';
import { texts as all } from './texts';

interface DifferencesProps {
  readonly model: Model;
  readonly columns: readonly { readonly column: Column; readonly words: string }[];
  readonly dispatch: Dispatch;
}

export function Differences({ model: { game }, columns, dispatch }: DifferencesProps) {
  const texts = useTexts(all);
  const language = useLanguage();
  const points = columns.map(({ column: { input } }) => pointAt(game, { scenario: input.scenario, set: input.set }));
  const rows = [
    ...game.parameters.map(({ name, title }) => ({ name, title, values: points.map((at) => at.parameters[name]!) })),
    ...game.players.map(({ name }, i) => ({
      name: `initial.${name}`,
      title: undefined,
      values: points.map((at) => at.initial[i]![0]!),
    })),
  ].filter(({ values }) => values.some((value) => value !== values[0]));
  if (columns.length < 2) return null;
  return (
    <>
      <h3 className={styles.sub}>{texts.differs}</h3>
      <Table
        label={texts.differs}
        heads={[texts.parameter, ...columns.map(({ words }) => words)]}
        rows={[
          ...rows.map(({ name, title, values }) => ({
            name,
            head: (
              <>
                <code>{name}</code>
                {title !== undefined && (
                  <div className={`${styles.soft} ${styles.title}`}>{gameTitle(title, language)}</div>
                )}
              </>
            ),
            cells: values.map((value) => ({
              text: brief(value),
              className: value === values[0] ? undefined : styles.other,
            })),
          })),
          { name: '', cells: columns.map((each) => ({ text: <TakeOver {...each} dispatch={dispatch} /> })) },
        ]}
      />
    </>
  );
}

interface TakeOverProps {
  readonly column: Column;
  readonly words: string;
  readonly dispatch: Dispatch;
}

function TakeOver({ column: { id, scenario }, words, dispatch }: TakeOverProps) {
  const texts = useTexts(all);
  if (id === 'now') return null;
  const use = () => {
    dispatch({ type: 'scenario', scenario }, `use ${id}`);
    dispatch({ type: 'reset' }, `use ${id}`);
  };
  return (
    <button type="button" onClick={use}>
      {texts.use(words)}
    </button>
  );
}
