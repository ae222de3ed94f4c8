/**
 * Scenarios side by side: outcomes as bars, mean shares over time, and both in figures; what differs between them.
 */
import { useBackend } from '../../compute/use-result';
import { Picture } from '../../draw/Picture';
import { scenarioTitle } from '../../i18n/game-titles';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { headingOf, shortCaption } from '../../keep/caption';
import { simulateCommands } from '../../keep/command';
import { SaveMenu } from '../../keep/SaveMenu';
import { Card } from '../../shell/Card';
import tables from '../../style/tables.module.css';
import type { ViewProps } from '../contract';
import { type Column, columnsOf, mostColumns, together, useColumns } from './columns';
import { curvesCsv, scenariosCsv } from './csv';
import { Differences } from './Differences';
import { Figures } from './Figures';
import { barsInput, evolutionInput, type Named } from './input';
import styles from './scenarios.module.css';
import { texts as all } from './texts';

export default function ScenariosView({ state, model, dispatch }: ViewProps) {
  const page = useTexts();
  const texts = useTexts(all);
  const language = useLanguage();
  const backend = useBackend().opened?.name ?? null;
  const columns = columnsOf(model);
  const options = state.options.scenarios ?? {};
  const chosen = columns.filter(({ id }) => options[id] !== false).slice(0, mostColumns);
  const { answers, asking } = useColumns(chosen);
  const words = ({ id, scenario }: Column) => {
    if (scenario !== null) return scenarioTitle(model.game, scenario, language);
    return id === 'now' ? texts.now : texts.file;
  };
  const there = chosen.flatMap((column): (Named & { readonly column: Column })[] => {
    const { output: result = null, stage = null } = answers[column.id] ?? {};
    // a result of another game stays until the next one is there
    const fits = result?.game === model.game.name && result.outcomes.length > 0;
    return fits ? [{ column, words: words(column), result, stage }] : [];
  });
  const answer = together(chosen.map(({ id }) => answers[id]));
  const isWhole = there.length === chosen.length && there.length > 0;
  const bars = isWhole ? barsInput(model, there) : null;
  const curves = isWhole ? evolutionInput(model, there, texts) : null;
  const kept = {
    state,
    csv: () => scenariosCsv(there),
    command: simulateCommands(
      state,
      model,
      there.map(({ column: { input } }) => ({ scenario: input.scenario, set: input.set })),
      backend,
    ),
  };
  // what differs from the file differs by column
  const heading = (about: string) =>
    headingOf(
      { ...model, scenario: undefined, set: {} },
      language,
      about,
      shortCaption(model, answer.stage, page.caption),
    );
  return (
    <>
      {asking}
      <Card
        title={texts.title}
        answer={answer}
        tools={
          bars && (
            <SaveMenu
              {...kept}
              name="scenarios"
              picture={{ chart: 'scenarioBars', input: bars, heading: heading(texts.title) }}
            />
          )
        }
      >
        <p className={tables.hint}>{Object.keys(model.game.scenarios).length === 0 ? texts.none : texts.hint}</p>
        <fieldset className={styles.choice}>
          <legend>{texts.choose}</legend>
          {columns.map((column) => (
            <label key={column.id}>
              <input
                type="checkbox"
                checked={chosen.includes(column)}
                disabled={chosen.includes(column) ? chosen.length === 1 : chosen.length >= mostColumns}
                onChange={({ target }) =>
                  dispatch({ type: 'options', view: 'scenarios', options: { [column.id]: target.checked } })
                }
              />{' '}
              {words(column)}
            </label>
          ))}
          {columns.length > mostColumns && <span className={styles.soft}>{texts.most(mostColumns)}</span>}
        </fieldset>
        <Picture chart="scenarioBars" input={bars} placeholder={420} />
      </Card>
      <Card
        title={texts.evolution}
        answer={answer}
        tools={
          curves && (
            <SaveMenu
              {...kept}
              name="scenarios-evolution"
              picture={{ chart: 'comparison', input: curves, heading: heading(texts.evolution) }}
              csv={() => curvesCsv(curves)}
            />
          )
        }
      >
        <Picture chart="comparison" input={curves} maxWidth={1100} placeholder={420} />
      </Card>
      <Card title={texts.figures} answer={answer} tools={isWhole && <SaveMenu {...kept} name="scenarios" />}>
        {isWhole && <Figures named={there} />}
        <Differences
          model={model}
          columns={chosen.map((column) => ({ column, words: words(column) }))}
          dispatch={dispatch}
        />
      </Card>
    </>
  );
}
