/**
 * The parameters beside every view: scenario, values by factor group, start, run.
 */
import { type Game, type Parameter, type Point, pointAt, settableNames } from '@trilogue/core';
import { memo } from 'react';
import { gameTitle, scenarioTitle } from '../i18n/game-titles';
import { useLanguage, useTexts } from '../i18n/use-texts';
import { rangeOf } from '../state/defaults';
import type { Model } from '../state/model';
import type { StudioState } from '../state/state';
import type { Dispatch } from '../views/contract';
import styles from './parameters.module.css';
import { RunSettings } from './RunSettings';
import { ValueRow } from './ValueRow';

interface ParametersProps {
  readonly state: StudioState;
  readonly model: Model | null;
  readonly dispatch: Dispatch;
  /** On narrow pages, whether it is open. */
  readonly shown: boolean;
}

export const Parameters = memo(function Parameters({ state, model, dispatch, shown }: ParametersProps) {
  const texts = useTexts().parameters;
  const language = useLanguage();
  if (model === null) return null;
  const { game } = model;
  const scenarios = Object.keys(game.scenarios);
  const base = pointAt(game, { scenario: model.scenario });
  const row = (name: string, title: string, base: number) => (
    <ValueRow
      key={name}
      name={name}
      title={gameTitle(title, language)}
      range={rangeOf(game, name)}
      base={base}
      value={state.set[name]}
      dispatch={dispatch}
    />
  );
  return (
    <aside id="parameters" className={shown ? `${styles.panel} ${styles.open}` : styles.panel} aria-label={texts.title}>
      <div className={styles.top}>
        {scenarios.length > 0 && (
          <label>
            {texts.scenario}{' '}
            <select
              value={state.scenario ?? ''}
              onChange={({ target }) =>
                dispatch({ type: 'scenario', scenario: target.value === '' ? null : target.value })
              }
            >
              <option value="">{texts.noScenario}</option>
              {scenarios.map((name) => (
                <option key={name} value={name}>
                  {scenarioTitle(game, name, language)}
                </option>
              ))}
            </select>
          </label>
        )}
        <button
          type="button"
          disabled={Object.keys(state.set).length === 0}
          onClick={() => dispatch({ type: 'reset' })}
        >
          {texts.resetAll}
        </button>
      </div>
      {groupsOf(game).map(({ group, parameters }) => (
        <details key={group} open className={styles.group}>
          <summary>{groupTitle(texts.groups, group) ?? texts.other}</summary>
          {parameters.map(({ name, title, value }) => row(name, title ?? name, base.parameters[name] ?? value))}
        </details>
      ))}
      <details open className={styles.group}>
        <summary>{texts.initial}</summary>
        {startsOf(game, base).map(({ name, player, strategy, share }) =>
          row(name, texts.initialOf(player, strategy), share),
        )}
        {(game.environment ?? []).map(
          ({ name, title = name, regime }, i) =>
            regime || row(`initial.${name}`, texts.startOf(title), base.environment![i]!),
        )}
        {ownSigmas(game, base).map(({ name, player, sigma }) => row(name, texts.sigmaOf(player), sigma))}
      </details>
      <RunSettings state={state} game={game} dispatch={dispatch} />
    </aside>
  );
});

/** Parameters by factor group, groups in the order of the file. */
function groupsOf({ parameters }: Game): { readonly group: string; readonly parameters: readonly Parameter[] }[] {
  const names = [...new Set(parameters.map(({ group = '' }) => group))];
  return names.map((group) => ({ group, parameters: parameters.filter((one) => (one.group ?? '') === group) }));
}

function groupTitle(known: Readonly<Record<string, string>>, group: string): string | undefined {
  return group === '' ? undefined : (known[group] ?? group);
}

/** Initial shares of players with two strategies; others have theirs in the game file. */
function startsOf(game: Game, { initial }: Point) {
  return game.players.flatMap((player, i) => {
    if (player.strategies.length !== 2) return [];
    const [share] = initial[i]!;
    return [{ name: `initial.${player.name}`, player: player.name, strategy: player.strategies[0]!, share: share! }];
  });
}

/** Noise intensities that are no parameter of the file. */
function ownSigmas(game: Game, { sigma }: Point) {
  if (game.noise.kind === 'none') return [];
  const parameters = new Set<string>(game.parameters.map(({ name }) => name));
  const settable = settableNames(game);
  return game.players.flatMap((player, i) => {
    const name = `sigma_${player.name}`;
    return parameters.has(name) || !settable.includes(name) ? [] : [{ name, player: player.name, sigma: sigma[i]! }];
  });
}
