/**
 * How paths are run: horizon, seed, accuracy, cells of the heatmap.
 */
import type { Game } from '@trilogue/core';
import { useTexts } from '../i18n/use-texts';
import type { StudioState } from '../state/state';
import type { Dispatch } from '../views/contract';
import styles from './parameters.module.css';

interface RunSettingsProps {
  readonly state: StudioState;
  readonly game: Game;
  readonly dispatch: Dispatch;
}

const tolerances = [0.05, 0.02, 0.01, 0.005, 0.002, 0.001];
const cellCounts = [11, 21, 31, 41, 51, 101];

export function RunSettings({ state, game, dispatch }: RunSettingsProps) {
  const texts = useTexts().parameters;
  const change = (settings: Parameters<typeof changeOf>[0], gesture?: string) => dispatch(changeOf(settings), gesture);
  const tolerance = 'tolerance' in state.accuracy ? state.accuracy.tolerance : null;
  return (
    <details open className={styles.group}>
      <summary>{texts.run}</summary>
      <label className={styles.setting}>
        {texts.horizon}
        <input
          type="number"
          min={1}
          step="any"
          value={state.horizon ?? game.horizon}
          onChange={({ target }) => {
            const horizon = Number(target.value);
            if (horizon > 0 && horizon <= 1e6)
              change({ horizon: horizon === game.horizon ? null : horizon }, 'horizon');
          }}
        />
      </label>
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
        {texts.tolerance}
        <select
          value={tolerance ?? ''}
          onChange={({ target }) => change({ accuracy: { tolerance: Number(target.value) } })}
        >
          {tolerance === null && <option value="">–</option>}
          {[...new Set([...tolerances, ...(tolerance === null ? [] : [tolerance])])].map((value) => (
            <option key={value} value={value}>
              ±{value}
            </option>
          ))}
        </select>
      </label>
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

function changeOf(change: Partial<Pick<StudioState, 'horizon' | 'seed' | 'accuracy' | 'cells'>>) {
  return { type: 'change', change } as const;
}
