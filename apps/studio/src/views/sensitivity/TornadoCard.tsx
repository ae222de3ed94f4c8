/**
 * One factor at a time: a tornado, and the same in figures.
 */
import type { ReactNode } from 'react';
import type { Stage } from '../../compute/job';
import type { TornadoOutput } from '../../compute/jobs/tornado';
import type { CurrentAnswer } from '../../compute/use-result';
import { Picture } from '../../draw/Picture';
import type { ChartInput } from '../../draw/protocol';
import { gameTitle } from '../../i18n/game-titles';
import { chartMetric } from '../../i18n/metric-words';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { Card } from '../../shell/Card';
import { brief, part } from '../../shell/figures';
import { Scroll } from '../../shell/Scroll';
import type { Model } from '../../state/model';
import type { Language } from '../../state/state';
import tables from '../../style/tables.module.css';
import { groupWords } from './group-words';
import { texts as all } from './texts';

/** Groups that charts can colour. */
const mostColours = 7;

interface TornadoProps {
  readonly model: Model;
  readonly answer: CurrentAnswer<TornadoOutput>;
  readonly menu: (result: TornadoOutput, input: ChartInput<'tornado'>) => ReactNode;
}

export function TornadoCard({ model, answer, menu }: TornadoProps) {
  const page = useTexts();
  const texts = useTexts(all);
  const language = useLanguage();
  const { output: result } = answer;
  const metric = chartMetric(model.game, model.metric, page.metrics);
  const input = result && tornadoInput(model, result, metric, page.parameters.groups, language);
  return (
    <Card title={texts.tornado} answer={answer} tools={result && input && menu(result, input)}>
      <p className={tables.hint}>{texts.tornadoHint}</p>
      <Picture chart="tornado" input={input} placeholder={620} maxWidth={860} />
      {result !== null && (
        <details>
          <summary>{texts.inFigures}</summary>
          <TornadoTable bars={result.bars} stage={answer.stage} />
        </details>
      )}
    </Card>
  );
}

interface TableProps {
  readonly bars: TornadoOutput['bars'];
  readonly stage: Stage | null;
}

function TornadoTable({ bars, stage }: TableProps) {
  const texts = useTexts(all);
  return (
    <Scroll label={texts.tornado}>
      <table className={tables.table} data-figures="tornado">
        <thead>
          <tr>
            <th scope="col">{texts.factor}</th>
            <th scope="col">{texts.low}</th>
            <th scope="col">{texts.high}</th>
            <th scope="col">{texts.swing}</th>
            <th scope="col">{texts.inside}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map(({ parameter, at, outputs, swing, peak }) => (
            <tr key={parameter} data-name={parameter}>
              <th scope="row">{parameter}</th>
              <td data-value={outputs[0]!.value}>
                {part(outputs[0]!.value, stage)} {texts.at(brief(at[0]!))}
              </td>
              <td data-value={outputs.at(-1)!.value}>
                {part(outputs.at(-1)!.value, stage)} {texts.at(brief(at.at(-1)!))}
              </td>
              <td>{part(swing, stage)}</td>
              <td>{peak === null ? '–' : texts.at(brief(peak))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function tornadoInput(
  { game }: Model,
  { base, bars }: TornadoOutput,
  metric: ReturnType<typeof chartMetric>,
  titles: Readonly<Record<string, string>>,
  language: Language,
): ChartInput<'tornado'> {
  const parameters = new Map(game.parameters.map((one, place) => [one.name, { ...one, place }]));
  const coloured = new Set(bars.map(({ group }) => group)).size <= mostColours;
  const end = ({ at, outputs }: TornadoOutput['bars'][number], i: number) => {
    const { value, low, high } = outputs.at(i)!;
    const known = { value: at.at(i)!, output: value };
    return low === null || high === null ? known : { ...known, interval: [low, high] as const };
  };
  return {
    title: game.title,
    bare: true,
    metric,
    base: base.value,
    // in the order of the game, so that groups have the colours that they have elsewhere
    factors: bars
      .toSorted((a, b) => parameters.get(a.parameter)!.place - parameters.get(b.parameter)!.place)
      .map((bar) => {
        const title = parameters.get(bar.parameter)!.title;
        return {
          ...{ name: bar.parameter, low: end(bar, 0), high: end(bar, -1) },
          ...(title === undefined ? {} : { title: gameTitle(title, language) }),
          ...(bar.group === null || !coloured ? {} : { group: groupWords(titles, bar.group) }),
        };
      }),
  };
}
