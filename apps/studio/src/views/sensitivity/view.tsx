/**
 * Which factors matter for a metric: Sobol indices by group and by factor, and a tornado from where the game stands.
 */
import { useEffect } from 'react';
import { specOf } from '../../compute/spec';
import { useResult } from '../../compute/use-result';
import { useTexts } from '../../i18n/use-texts';
import { Card } from '../../shell/Card';
import choice from '../../shell/choice.module.css';
import { MetricChoice } from '../../shell/MetricChoice';
import { markReady } from '../../shell/ready';
import { factorsOf, setBeside } from '../../state/factors';
import type { ViewOptions } from '../../state/state';
import type { ViewProps } from '../contract';
import { FactorsCard, FiguresCard, GroupsCard } from './SobolCards';
import { TornadoCard } from './TornadoCard';
import { texts as all } from './texts';

const sampleChoices = [256, 1024, 4096];
const usualSamples = 1024;

export default function SensitivityView(props: ViewProps) {
  const { state, model, dispatch } = props;
  const texts = useTexts(all);
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
      <GroupsCard model={model} answer={indices} />
      <FactorsCard model={model} answer={indices} />
      <TornadoCard model={model} answer={alone} />
      <FiguresCard model={model} answer={indices} />
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
