/**
 * A metric over two factors: choice of factors and metric, the map, a cursor over it.
 */
import type { HeatmapOutput } from '../../compute/jobs/heatmap';
import { ensembleOf } from '../../compute/spec';
import { useBackend, useResult } from '../../compute/use-result';
import { Picture } from '../../draw/Picture';
import type { ChartInput } from '../../draw/protocol';
import { gameTitle } from '../../i18n/game-titles';
import { chartMetric } from '../../i18n/metric-words';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { caption, headingOf } from '../../keep/caption';
import { sweepCommand } from '../../keep/command';
import { cellsCsv } from '../../keep/csv';
import { SaveMenu } from '../../keep/SaveMenu';
import { Card } from '../../shell/Card';
import type { Model } from '../../state/model';
import type { Language } from '../../state/state';
import type { ViewProps } from '../contract';
import { Cursor } from './Cursor';
import { Factors } from './Factors';
import { texts as all } from './texts';

interface HeatmapCardProps extends ViewProps {
  /** Height of the picture; default the chart's own for its width. */
  readonly height?: number;
}

export function HeatmapCard({ state, model, dispatch, height }: HeatmapCardProps) {
  const page = useTexts();
  const texts = useTexts(all);
  const language = useLanguage();
  const backend = useBackend().opened?.name ?? null;
  const { axes, cells, metric, independent } = model;
  const answer = useResult('heatmap', axes && { ...ensembleOf(model), ...axes, cells, metric, independent }, 1);
  if (axes === null) {
    return (
      <Card title={texts.title}>
        <p>{page.faults.noAxes}</p>
      </Card>
    );
  }
  const { output } = answer;
  const input = output && mapInput(model, output, page.metrics, language);
  return (
    <Card
      title={texts.title}
      answer={answer}
      tools={
        output !== null &&
        input !== null && (
          <SaveMenu
            state={state}
            name="heatmap"
            picture={{
              chart: 'heatmap',
              input,
              heading: headingOf(model, language, output.metric, caption(output, answer.stage, page.caption, true)),
            }}
            csv={() => cellsCsv(output)}
            command={sweepCommand(state, model, backend)}
          />
        )
      }
    >
      <Factors model={model} axes={axes} dispatch={dispatch} />
      <Picture
        chart="heatmap"
        input={input}
        maxWidth={720}
        placeholder={height ?? 560}
        {...(height === undefined ? {} : { height })}
        over={({ plots }) =>
          output?.y != null &&
          plots[0] !== undefined && <Cursor result={output} plot={plots[0]} model={model} dispatch={dispatch} />
        }
      />
    </Card>
  );
}

function mapInput(
  { game }: Model,
  result: HeatmapOutput,
  words: Parameters<typeof chartMetric>[2],
  language: Language,
): ChartInput<'heatmap'> | null {
  const { x, y, metric, values, low, high, tolerance } = result;
  if (y === null) return null;
  const axis = ({ title, ...own }: NonNullable<typeof y>) => ({ ...own, title: title && gameTitle(title, language) });
  return {
    title: gameTitle(game.title, language),
    bare: true,
    metric: chartMetric(game, metric, words),
    x: axis(x),
    y: axis(y),
    ...{ values, low, high },
    hatch: tolerance === null ? 'neighbours' : 'none',
  };
}
