/**
 * One factor at a time: a tornado, and the same in figures.
 */
import type { ReactNode } from 'react';
import type { TornadoOutput } from '../../compute/jobs/tornado';
import type { CurrentAnswer } from '../../compute/use-result';
import { Picture } from '../../draw/Picture';
import type { ChartInput } from '../../draw/protocol';
import { gameTitle, groupWords } from '../../i18n/game-titles';
import { chartMetric } from '../../i18n/metric-words';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { Card } from '../../shell/Card';
import { brief, part } from '../../shell/figures';
import { Table } from '../../shell/Table';
import type { Model } from '../../state/model';
import type { Language } from '../../state/state';
import tables from '../../style/tables.module.css';
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
  const { output: result, stage } = answer;
  const metric = chartMetric(model.game, model.metric, page.metrics);
  const input = result && tornadoInput(model, result, metric, page.parameters.groups, language);
  return (
    <Card title={texts.tornado} answer={answer} tools={result && input && menu(result, input)}>
      <p className={tables.hint}>{texts.tornadoHint}</p>
      <Picture chart="tornado" input={input} placeholder={620} maxWidth={860} />
      {result !== null && (
        <details>
          <summary>{texts.inFigures}</summary>
          <Table
            label={texts.tornado}
            figures="tornado"
            heads={[texts.factor, texts.low, texts.high, texts.swing, texts.inside]}
            rows={result.bars.map(({ parameter, at, outputs, swing, peak }) => {
              const end = (i: number) => {
                const { value } = outputs.at(i)!;
                return { text: `${part(value, stage)} ${texts.at(brief(at.at(i)!))}`, value };
              };
              const inside = peak === null ? '–' : texts.at(brief(peak));
              return { name: parameter, cells: [end(0), end(-1), part(swing, stage), inside] };
            })}
          />
        </details>
      )}
    </Card>
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
          name: bar.parameter,
          title: title && gameTitle(title, language),
          group: bar.group === null || !coloured ? undefined : groupWords(titles, bar.group),
          ...{ low: end(bar, 0), high: end(bar, -1) },
        };
      }),
  };
}
