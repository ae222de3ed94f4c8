/**
 * How paths are run: horizon, seed, accuracy, cells of the heatmap.
 */
import type { Game } from '@trilogue/core';
import { commandLine, eachSweepOption, optionWords, type SweepOptionName } from '@trilogue/engine';
import { useTexts } from '../i18n/use-texts';
import type { Settings } from '../state/reduce';
import type { StudioState } from '../state/state';
import type { Dispatch } from '../views/contract';
import { IconButton } from './IconButton';
import { NumberField } from './NumberField';
import styles from './parameters.module.css';

interface RunSettingsProps {
  readonly state: StudioState;
  readonly game: Game;
  readonly dispatch: Dispatch;
}

/** Options that the page has a control for. */
const shown: readonly SweepOptionName[] = [
  ...(['metric', 'scenario', 'set', 'seed', 'tolerance', 'paths', 'horizon', 'dt'] as const),
];
const tolerances = [0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
const cellCounts = [11, 21, 31, 41, 51, 101];
/** Where paths are given instead of a tolerance: as many as the command line takes for a step alone. */
const usualPaths = 100_000;

export function RunSettings({ state, game, dispatch }: RunSettingsProps) {
  const texts = useTexts().parameters;
  const { tolerance, paths } = state;
  const change: Change = (settings, gesture) => dispatch({ type: 'change', change: settings }, gesture);
  return (
    <details open className={styles.group}>
      <summary>{texts.run}</summary>
      <NumberField
        className={styles.setting}
        label={texts.horizon}
        value={state.horizon ?? game.horizon}
        isRight={(horizon) => horizon >= 1e-6 && horizon <= 1e6}
        fault={texts.horizonFault}
        onChange={(horizon) => change({ horizon: horizon === game.horizon ? null : horizon }, 'horizon')}
      />
      <label className={styles.setting}>
        {texts.seed}
        <input
          type="text"
          maxLength={1000}
          value={state.seed}
          onChange={({ target }) => change({ seed: target.value }, 'seed')}
        />
      </label>
      <label className={styles.setting}>
        {texts.accuracy}
        <select
          value={tolerance ?? 'paths'}
          onChange={({ target: { value } }) =>
            change(
              value === 'paths'
                ? { tolerance: null, paths: usualPaths }
                : { tolerance: Number(value), paths: null, dt: null },
            )
          }
        >
          {[...new Set([...tolerances, ...(tolerance === null ? [] : [tolerance])])].map((value) => (
            <option key={value} value={value}>
              {texts.within(String(value))}
            </option>
          ))}
          <option value="paths">{texts.byPaths}</option>
        </select>
      </label>
      {paths !== null && <PathsAndStep paths={paths} dt={state.dt} change={change} />}
      <OtherOptions state={state} change={change} />
      <label className={styles.setting}>
        {texts.cells}
        <select value={state.cells} onChange={({ target }) => change({ cells: Number(target.value) })}>
          {[...new Set([...cellCounts, state.cells])].map((value) => (
            <option key={value} value={value}>
              {value}
            </option>
          ))}
        </select>
      </label>
    </details>
  );
}

type Change = (settings: Partial<Settings>, gesture?: string) => void;

interface PathsAndStepProps {
  readonly paths: number;
  readonly dt: number | null;
  readonly change: Change;
}

function PathsAndStep({ paths, dt, change }: PathsAndStepProps) {
  const texts = useTexts().parameters;
  return (
    <>
      <NumberField
        className={styles.setting}
        label={texts.paths}
        value={paths}
        isRight={(count) => Number.isInteger(count) && count >= 1 && count <= 10_000_000}
        fault={texts.pathsFault}
        onChange={(count) => change({ paths: count }, 'accuracy')}
      />
      <NumberField
        className={styles.setting}
        label={texts.dt}
        value={dt}
        optional
        isRight={(length) => length >= 1e-6 && length <= 1e6}
        fault={texts.dtFault}
        onChange={(length) => change({ dt: length }, 'accuracy')}
      />
      <p className={styles.hint}>{texts.biasUnknown}</p>
    </>
  );
}

/** Options that only links bring, as on the command line, and a way back to their defaults. */
function OtherOptions({ state, change }: { readonly state: StudioState; readonly change: Change }) {
  const texts = useTexts().parameters;
  return eachSweepOption()
    .filter(([name]) => !shown.includes(name) && state[name] !== null)
    .map(([name, { flag }]) => (
      <p key={name} className={styles.hint}>
        <code>{commandLine(optionWords({ [name]: state[name] }))}</code>{' '}
        <IconButton sign="⟲" name={texts.reset(flag)} onClick={() => change({ [name]: null })} />
      </p>
    ));
}
