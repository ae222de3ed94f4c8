/**
 * The parameters that are not the same in all columns, and the way to take a column over.
 */
import { pointAt } from '@trilogue/core';
import { gameTitle } from '../../i18n/game-titles';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { brief } from '../../shell/figures';
import { Scroll } from '../../shell/Scroll';
import type { Model } from '../../state/model';
import tables from '../../style/tables.module.css';
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
      <Scroll label={texts.differs}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{texts.parameter}</th>
              {columns.map(({ column: { id }, words }) => (
                <th key={id} scope="col">
                  {words}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, title, values }) => (
              <tr key={name}>
                <th scope="row">
                  <code>{name}</code>
                  {title !== undefined && (
                    <div className={`${styles.soft} ${styles.title}`}>{gameTitle(title, language)}</div>
                  )}
                </th>
                {values.map((value, k) => (
                  <td key={columns[k]!.column.id} className={value === values[0] ? undefined : styles.other}>
                    {brief(value)}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <td />
              {columns.map(({ column: { id, scenario }, words }) => (
                <td key={id}>
                  {id !== 'now' && (
                    <button
                      type="button"
                      onClick={() => {
                        dispatch({ type: 'scenario', scenario }, `use ${id}`);
                        dispatch({ type: 'reset' }, `use ${id}`);
                      }}
                    >
                      {texts.use(words)}
                    </button>
                  )}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
