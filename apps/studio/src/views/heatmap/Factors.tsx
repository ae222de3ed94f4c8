/**
 * The choice of the two factors and of the metric.
 */
import { useId } from 'react';
import { metricWords, suggestedMetrics } from '../../i18n/metric-words';
import { useTexts } from '../../i18n/use-texts';
import { axisNames, axisOf } from '../../state/defaults';
import type { Model } from '../../state/model';
import type { Axis, StudioState } from '../../state/state';
import type { Dispatch } from '../contract';
import styles from './heatmap.module.css';
import { texts as all } from './texts';

interface FactorsProps {
  readonly state: StudioState;
  readonly model: Model;
  readonly axes: { readonly x: Axis; readonly y: Axis };
  readonly dispatch: Dispatch;
}

export function Factors({ model, axes, dispatch }: FactorsProps) {
  const words = useTexts().metrics;
  const texts = useTexts(all);
  const id = useId();
  const { game, metric } = model;
  const names = axisNames(game);
  const choice = (which: 'x' | 'y', label: string) => (
    <label htmlFor={`${id}${which}`}>
      {label}{' '}
      <select
        id={`${id}${which}`}
        value={axes[which].name}
        onChange={({ target }) => dispatch({ type: 'axis', which, axis: axisOf(game, target.value) })}
      >
        {names.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </select>
    </label>
  );
  const metrics = [...new Set([...suggestedMetrics(game), metric])];
  return (
    <div className={styles.factors}>
      {choice('x', texts.x)}
      {choice('y', texts.y)}
      <button type="button" aria-label={texts.swap} title={texts.swap} onClick={() => dispatch({ type: 'swap-axes' })}>
        <span aria-hidden="true">⇄</span>
      </button>
      <label>
        {texts.metric}{' '}
        <select
          className={styles.metric}
          value={metric}
          onChange={({ target }) => dispatch({ type: 'change', change: { metric: target.value } })}
        >
          {metrics.map((name) => (
            <option key={name} value={name}>
              {metricWords(game, name, words)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
