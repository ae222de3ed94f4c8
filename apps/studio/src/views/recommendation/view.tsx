/**
 * What to change so that a metric reaches a target: one lever alone, the cheapest pair, best values inside ranges, and the
 * levers by effect.
 */
import { useEffect } from 'react';
import { specOf } from '../../compute/spec';
import { useBackend, useResult } from '../../compute/use-result';
import { useTexts } from '../../i18n/use-texts';
import { recommendCommand } from '../../keep/command';
import { SaveMenu } from '../../keep/SaveMenu';
import { Card } from '../../shell/Card';
import { brief, part } from '../../shell/figures';
import { markReady } from '../../shell/ready';
import tables from '../../style/tables.module.css';
import type { ViewProps } from '../contract';
import { Alone } from './AloneCard';
import { effectsCsv, leversCsv } from './csv';
import { EffectsTable } from './EffectsTable';
import { Optima, PairOfLevers } from './PairCard';
import styles from './recommendation.module.css';
import { texts as all } from './texts';
import { WantedCard } from './WantedCard';
import { wantedOf } from './wanted';

export default function RecommendationView({ state, model, dispatch }: ViewProps) {
  const texts = useTexts(all);
  const backend = useBackend().opened?.name ?? null;
  const wanted = wantedOf(model, state.options.recommendation ?? {});
  const { target, isPossible, levers } = wanted;
  const isAsked = levers.length > 0 && isPossible;
  const asked = isAsked ? { ...specOf(model), metric: model.metric, target, factors: levers } : null;
  const answer = useResult('advice', asked, 1);
  // the last result may be of other levers
  const fits = answer.output?.effects?.levers.length === levers.length;
  const effects = fits ? answer.output!.effects : null;
  const { doing = null, advice = null } = answer.output ?? {};
  const isThere = answer.output !== null || !isAsked;
  useEffect(() => {
    if (isThere) markReady();
  }, [isThere, answer.output]);
  const isMet = advice?.levers[0]?.outcome === 'already';
  const menu = (name: string, csv: () => string) => (
    <SaveMenu state={state} name={name} csv={csv} command={recommendCommand(state, model, wanted, backend)} />
  );
  return (
    <>
      <WantedCard model={model} wanted={wanted} dispatch={dispatch} />
      {isAsked ? (
        <>
          <Card title={texts.alone} answer={answer} tools={advice && menu('recommendation', () => leversCsv(advice))}>
            {doing !== null && <output className={tables.hint}>{texts.stillDoing(texts.doing[doing])}</output>}
            {advice !== null && (
              <>
                <p className={styles.lead} data-figures="start" data-value={advice.start.value}>
                  {texts.now(
                    part(advice.start.value, 'final'),
                    part(advice.start.low, 'final'),
                    part(advice.start.high, 'final'),
                  )}{' '}
                  {isMet && texts.already}
                </p>
                {!isMet && <Alone advice={advice} dispatch={dispatch} />}
                <p className={tables.hint}>{texts.computed(String(advice.paths), brief(advice.dt!), advice.scheme)}</p>
              </>
            )}
          </Card>
          {advice !== null && !isMet && (
            <Card title={texts.pair} answer={answer}>
              <PairOfLevers advice={advice} dispatch={dispatch} />
            </Card>
          )}
          {advice !== null && (
            <Card title={texts.optima} answer={answer}>
              <Optima advice={advice} dispatch={dispatch} />
            </Card>
          )}
          <Card
            title={texts.effects}
            answer={answer}
            tools={effects && menu('effects', () => effectsCsv(levers, effects))}
          >
            {effects !== null && <EffectsTable levers={levers} effects={effects} stage={answer.stage} />}
          </Card>
        </>
      ) : (
        isPossible && <p>{texts.noLevers}</p>
      )}
    </>
  );
}
