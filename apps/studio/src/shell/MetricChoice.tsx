/**
 * The choice of the metric, in words. All views that ask for one show the same.
 */
import { metricWords, suggestedMetrics } from '../i18n/metric-words';
import { useTexts } from '../i18n/use-texts';
import type { Model } from '../state/model';
import type { Dispatch } from '../views/contract';
import styles from './choice.module.css';

interface MetricChoiceProps {
  readonly label: string;
  readonly model: Model;
  readonly dispatch: Dispatch;
}

export function MetricChoice({ label, model: { game, metric }, dispatch }: MetricChoiceProps) {
  const words = useTexts().metrics;
  return (
    <label>
      {label}{' '}
      <select
        className={styles.metric}
        value={metric}
        onChange={({ target }) => dispatch({ type: 'change', change: { metric: target.value } })}
      >
        {[...new Set([...suggestedMetrics(game), metric])].map((name) => (
          <option key={name} value={name}>
            {metricWords(game, name, words)}
          </option>
        ))}
      </select>
    </label>
  );
}
