/**
 * Which factors matter for a metric: Sobol indices by group and by factor, and a tornado from where the game stands.
 */
import { useEffect } from 'react';
import { sampleChoices, usualSamples } from '../../address/options';
import { specOf } from '../../compute/spec';
import { useBackend, useResult } from '../../compute/use-result';
import type { ChartInput } from '../../draw/protocol';
import { chartMetric } from '../../i18n/metric-words';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { headingOf, shortCaption } from '../../keep/caption';
import { sobolCommand, tornadoCommand } from '../../keep/command';
import { SaveMenu } from '../../keep/SaveMenu';
import { Card } from '../../shell/Card';
import choice from '../../shell/choice.module.css';
import { brief } from '../../shell/figures';
import { MetricChoice } from '../../shell/MetricChoice';
import { markReady } from '../../shell/ready';
import { factorsOf, setBeside } from '../../state/factors';
import type { ViewOptions } from '../../state/state';
import type { ViewProps } from '../contract';
import { sobolCsv, tornadoCsv } from './csv';
import { FactorsCard, FiguresCard, GroupsCard } from './SobolCards';
import { TornadoCard } from './TornadoCard';
import { texts as all } from './texts';

export default function SensitivityView(props: ViewProps) {
  const { state, model, dispatch } = props;
  const page = useTexts();
  const texts = useTexts(all);
  const language = useLanguage();
  const backend = useBackend().opened?.name ?? null;
  const factors = factorsOf(model);
  const samples = samplesOf(state.options.sensitivity ?? {});
  const spec = specOf(model);
  const { metric } = model;
  const isThere = factors.length > 0;
  const indices = useResult(
    'sobol',
    isThere ? { ...spec, set: setBeside(model.set, factors), metric, factors, samples } : null,
    2,
  );
  const alone = useResult('tornado', isThere ? { ...spec, metric, factors } : null, 1);
  if (!isThere) return <Nothing />;
  const heading = (caption: string) =>
    headingOf(model, language, chartMetric(model.game, metric, page.metrics).title, caption);
  const sobolMenu = (name: string, input?: ChartInput<'sobolBars'>) => {
    if (indices.output === null) return null;
    const { result, paths, dt } = indices.output;
    const made = [
      texts.runs(String(result.runs), String(paths), brief(dt)),
      shortCaption(model, indices.stage, page.caption),
    ];
    return (
      <SaveMenu
        state={state}
        name={name}
        {...(input && { picture: { chart: 'sobolBars', input, heading: heading(made.join(', ')) } })}
        csv={() => sobolCsv(result)}
        command={sobolCommand(state, model, { factors, samples }, backend)}
      />
    );
  };
  return (
    <>
      <div className={choice.choices}>
        <MetricChoice label={texts.metric} model={model} dispatch={dispatch} />
        <label>
          {texts.samples}{' '}
          <select
            value={samples}
            onChange={({ target }) =>
              dispatch({ type: 'options', view: 'sensitivity', options: { samples: Number(target.value) } })
            }
          >
            {sampleChoices.map((count) => (
              <option key={count}>{count}</option>
            ))}
          </select>
        </label>
      </div>
      <GroupsCard model={model} answer={indices} menu={sobolMenu} />
      <FactorsCard model={model} answer={indices} menu={sobolMenu} />
      <TornadoCard
        model={model}
        answer={alone}
        menu={(result, input) => (
          <SaveMenu
            state={state}
            name="tornado"
            picture={{ chart: 'tornado', input, heading: heading(shortCaption(model, alone.stage, page.caption)) }}
            csv={() => tornadoCsv(result)}
            command={tornadoCommand(state, model, backend)}
          />
        )}
      />
      <FiguresCard model={model} answer={indices} menu={sobolMenu} />
    </>
  );
}

function samplesOf({ samples }: ViewOptions): number {
  return sampleChoices.find((count) => count === samples) ?? usualSamples;
}

function Nothing() {
  const texts = useTexts(all);
  useEffect(markReady, []);
  return (
    <Card title={texts.factors}>
      <p>{texts.none}</p>
    </Card>
  );
}
