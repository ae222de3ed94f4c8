/**
 * How paths are run: horizon, seed, accuracy, cells of the heatmap.
 */
import type { Game } from '@trilogue/core';
import { useTexts } from '../i18n/use-texts';
import type { Accuracy, StudioState } from '../state/state';
import type { Dispatch } from '../views/contract';
import { NumberField } from './NumberField';
import styles from './parameters.module.css';

interface RunSettingsProps {
  readonly state: StudioState;
  readonly game: Game;
  readonly dispatch: Dispatch;
}

const tolerances = [0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
const cellCounts = [11, 21, 31, 41, 51, 101];
/** Where paths are given instead of a tolerance: as many as the command line takes for a step alone. */
const usualPaths = 100_000;

export function RunSettings({ state, game, dispatch }: RunSettingsProps) {
  const texts = useTexts().parameters;
  const { accuracy } = state;
  const change = (settings: Parameters<typeof changeOf>[0], gesture?: string) => dispatch(changeOf(settings), gesture);
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
          value={'tolerance' in accuracy ? accuracy.tolerance : 'paths'}
          onChange={({ target: { value } }) =>
            change({
              accuracy: value === 'paths' ? { paths: usualPaths, dt: null } : { tolerance: Number(value) },
            })
          }
        >
          {[...new Set([...tolerances, ...('tolerance' in accuracy ? [accuracy.tolerance] : [])])].map((value) => (
            <option key={value} value={value}>
              {texts.within(String(value))}
            </option>
          ))}
          <option value="paths">{texts.byPaths}</option>
        </select>
      </label>
      {'paths' in accuracy && (
        <PathsAndStep accuracy={accuracy} onChange={(next) => change({ accuracy: next }, 'accuracy')} />
      )}
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

interface PathsAndStepProps {
  readonly accuracy: Extract<Accuracy, { readonly paths: number }>;
  onChange(accuracy: Accuracy): void;
}

function PathsAndStep({ accuracy, onChange }: PathsAndStepProps) {
  const texts = useTexts().parameters;
  return (
    <>
      <NumberField
        className={styles.setting}
        label={texts.paths}
        value={accuracy.paths}
        isRight={(paths) => Number.isInteger(paths) && paths >= 1 && paths <= 10_000_000}
        fault={texts.pathsFault}
        onChange={(paths) => onChange({ ...accuracy, paths: paths! })}
      />
      <NumberField
        className={styles.setting}
        label={texts.dt}
        value={accuracy.dt}
        optional
        isRight={(dt) => dt >= 1e-6 && dt <= 1e6}
        fault={texts.dtFault}
        onChange={(dt) => onChange({ ...accuracy, dt })}
      />
      <p className={styles.hint}>{texts.biasUnknown}</p>
    </>
  );
}

function changeOf(change: Partial<Pick<StudioState, 'horizon' | 'seed' | 'accuracy' | 'cells'>>) {
  return { type: 'change', change } as const;
}
