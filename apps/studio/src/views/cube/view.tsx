/**
 * The space of the shares: a cube that can be turned, a portrait, or a sentence where there is neither.
 */
import { coordinateNames } from '@trilogue/core';
import { phaseKind } from '@trilogue/report';
import { useEffect, useState } from 'react';
import type { PhaseOutput } from '../../compute/jobs/phase';
import { specOf } from '../../compute/spec';
import { useBackend, useResult } from '../../compute/use-result';
import { Picture } from '../../draw/Picture';
import type { ChartInput } from '../../draw/protocol';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { headingOf, shortCaption } from '../../keep/caption';
import { equilibriaCommand, pathCommands } from '../../keep/command';
import { SaveMenu } from '../../keep/SaveMenu';
import { Card } from '../../shell/Card';
import { markReady } from '../../shell/ready';
import type { Model } from '../../state/model';
import type { Language, ViewOptions } from '../../state/state';
import tables from '../../style/tables.module.css';
import type { ViewProps } from '../contract';
import { phaseCsv } from './csv';
import styles from './cube.module.css';
import { axesInput, pathsInput } from './input';
import { type CubeView, firstView, TurnArea, TurnButtons } from './Turn';
import { texts as all } from './texts';

const noisyPaths = 6;

export default function PhaseView(props: ViewProps) {
  const kind = phaseKind(props.model.game);
  return kind === null || kind === 'section' ? <NoPicture {...props} /> : <PhaseCard {...props} kind={kind} />;
}

function PhaseCard({ state, model, dispatch, kind }: ViewProps & { readonly kind: PhaseOutput['kind'] }) {
  const page = useTexts();
  const texts = useTexts(all);
  const backend = useBackend().opened?.name ?? null;
  const options = state.options.cube ?? {};
  const language = useLanguage();
  const isNoisy = options.noisy !== false;
  const answer = useResult('phase', { ...specOf(model), noisyPaths: isNoisy ? noisyPaths : 0 }, 2);
  const [held, setHeld] = useState<CubeView | null>(null);
  const view = held ?? viewOf(options);
  const change = (next: ViewOptions) => dispatch({ type: 'options', view: 'cube', options: next });
  const turn = (next: CubeView, done: boolean) => {
    setHeld(done ? null : next);
    if (done) change({ azimuth: next.azimuth, elevation: next.elevation });
  };
  const { output } = answer;
  const words = { texts, language };
  const picture = output && {
    heading: headingOf(model, language, texts[kind], shortCaption(model, 'final', page.caption)),
    ...(kind === 'cube'
      ? { chart: 'cube' as const, input: cubeInput(model, output, view, words) }
      : { chart: 'portrait' as const, input: portraitInput(model, output, words) }),
  };
  const commands = [
    equilibriaCommand(state, model),
    ...(output?.step == null
      ? []
      : pathCommands(state, model, { paths: output.noisy.length, ...output.step }, backend)),
  ];
  const tools = (
    <span className={styles.tools}>
      {model.game.noise.kind !== 'none' && (
        <label>
          <input type="checkbox" checked={isNoisy} onChange={({ target }) => change({ noisy: target.checked })} />{' '}
          {texts.noisy}
        </label>
      )}
      {kind === 'cube' && <TurnButtons view={view} onTurn={turn} />}
      {picture !== null && (
        <SaveMenu
          state={state}
          name={kind}
          picture={picture}
          csv={() => phaseCsv(output!, model.horizon)}
          command={commands.join('\n')}
        />
      )}
    </span>
  );
  return (
    <Card title={texts[kind]} answer={answer} tools={tools}>
      {kind === 'cube' && <p className={tables.hint}>{texts.hint}</p>}
      {kind === 'triangle' && <p className={tables.hint}>{texts.triangleHint}</p>}
      {model.game.noise.kind !== 'none' && isNoisy && output?.step === null && (
        <p className={tables.hint}>{texts.tooLong}</p>
      )}
      <Picture
        chart={kind === 'cube' ? 'cube' : 'portrait'}
        input={picture?.input ?? null}
        maxWidth={kind === 'cube' ? 760 : 640}
        placeholder={620}
        over={(drawing) => kind === 'cube' && <TurnArea drawing={drawing} view={view} onTurn={turn} />}
      />
    </Card>
  );
}

/** Options come from an address: anything may stand there. */
function viewOf({ azimuth, elevation }: ViewOptions): CubeView {
  return {
    azimuth: typeof azimuth === 'number' ? azimuth : firstView.azimuth,
    elevation: typeof elevation === 'number' ? Math.max(-90, Math.min(90, elevation)) : firstView.elevation,
  };
}

interface Words {
  readonly texts: (typeof all)['en'];
  readonly language: Language;
}

function cubeInput(model: Model, output: PhaseOutput, view: CubeView, { texts, language }: Words): ChartInput<'cube'> {
  return {
    title: model.game.title,
    bare: true,
    axes: axesInput(model, language),
    paths: pathsInput(output, texts),
    equilibria: output.equilibria,
    view,
  };
}

function portraitInput(model: Model, output: PhaseOutput, { texts, language }: Words): ChartInput<'portrait'> {
  const [x, y] = axesInput(model, language) as [{ name: string; title: string }, { name: string; title: string }];
  const { drift } = output;
  return {
    title: model.game.title,
    bare: true,
    ...{ x, y, drift: drift === null ? undefined : { ...drift, x: drift.grid, y: drift.grid } },
    paths: pathsInput(output, texts),
    equilibria: output.equilibria,
  };
}

/** Of a game whose shares make no picture. */
function NoPicture({ model, dispatch }: ViewProps) {
  const texts = useTexts(all);
  useEffect(markReady, []);
  const count = coordinateNames(model.game).length;
  const go = (view: 'evolution' | 'equilibria') => dispatch({ type: 'change', change: { view } });
  return (
    <Card title={texts.cube}>
      <p className={tables.hint}>{count === 3 ? texts.unlike(count) : texts.none(count)}</p>
      <div className={styles.links}>
        <button type="button" onClick={() => go('evolution')}>
          {texts.toEvolution}
        </button>
        <button type="button" onClick={() => go('equilibria')}>
          {texts.toEquilibria}
        </button>
      </div>
    </Card>
  );
}
