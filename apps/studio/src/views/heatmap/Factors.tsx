/**
 * The choice of the two factors, of the ends between which they vary, and of the metric.
 */
import { useId } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { IconButton } from '../../shell/IconButton';
import { MetricChoice } from '../../shell/MetricChoice';
import { NumberField } from '../../shell/NumberField';
import { axisNames, axisOf } from '../../state/defaults';
import type { Model } from '../../state/model';
import type { Axis } from '../../state/state';
import type { Dispatch } from '../contract';
import styles from './heatmap.module.css';
import { texts as all } from './texts';

interface FactorsProps {
  readonly model: Model;
  readonly axes: { readonly x: Axis; readonly y: Axis };
  readonly dispatch: Dispatch;
}

export function Factors({ model, axes, dispatch }: FactorsProps) {
  const texts = useTexts(all);
  const id = useId();
  const { game } = model;
  const names = axisNames(game);
  const choice = (which: 'x' | 'y', label: string) => (
    <div className={styles.axis}>
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
      <Ends axis={axes[which]} onChange={(axis) => dispatch({ type: 'axis', which, axis }, `ends of ${which}`)} />
    </div>
  );
  return (
    <div className={styles.factors}>
      {choice('x', texts.x)}
      {choice('y', texts.y)}
      <IconButton sign="⇄" name={texts.swap} onClick={() => dispatch({ type: 'swap-axes' })} />
      <MetricChoice label={texts.metric} model={model} dispatch={dispatch} />
    </div>
  );
}

function Ends({ axis, onChange }: { readonly axis: Axis; onChange(axis: Axis): void }) {
  const texts = useTexts(all);
  return (
    <>
      <NumberField
        label={texts.from}
        value={axis.from}
        isRight={(from) => from < axis.to && from > Number.NEGATIVE_INFINITY}
        fault={texts.fromFault(String(axis.to))}
        onChange={(from) => onChange({ ...axis, from: from! })}
      />
      <NumberField
        label={texts.to}
        value={axis.to}
        isRight={(to) => to > axis.from && to < Number.POSITIVE_INFINITY}
        fault={texts.toFault(String(axis.from))}
        onChange={(to) => onChange({ ...axis, to: to! })}
      />
    </>
  );
}
