/**
 * What is to be reached, and with which levers.
 */
import { useEffect, useState } from 'react';
import { useTexts } from '../../i18n/use-texts';
import { Card } from '../../shell/Card';
import choice from '../../shell/choice.module.css';
import { brief } from '../../shell/figures';
import { MetricChoice } from '../../shell/MetricChoice';
import { factorsOf } from '../../state/factors';
import type { Model } from '../../state/model';
import type { ViewOptions } from '../../state/state';
import tables from '../../style/tables.module.css';
import type { Dispatch } from '../contract';
import { groupWords } from '../sensitivity/group-words';
import styles from './recommendation.module.css';
import { texts as all } from './texts';
import type { Wanted } from './wanted';

interface WantedProps {
  readonly model: Model;
  readonly wanted: Wanted;
  readonly dispatch: Dispatch;
}

export function WantedCard({ model, wanted, dispatch }: WantedProps) {
  const texts = useTexts(all);
  const { target, most } = wanted;
  const change = (options: ViewOptions) => dispatch({ type: 'options', view: 'recommendation', options });
  return (
    <Card title={texts.wanted}>
      <div className={choice.choices}>
        <MetricChoice label={texts.metric} model={model} dispatch={dispatch} />
        <label>
          {texts.goal}{' '}
          <select
            value={target.goal}
            onChange={(event) => change({ goal: event.target.value, target: most - target.value })}
          >
            {(['at-least', 'at-most'] as const).map((goal) => (
              <option key={goal} value={goal}>
                {texts.goals[goal]}
              </option>
            ))}
          </select>
        </label>
        <TargetField value={target.value} most={most} onChange={(value) => change({ target: value })} />
      </div>
      <LeverChoice model={model} wanted={wanted} change={change} />
    </Card>
  );
}

interface TargetFieldProps {
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

/** A number as it is typed; it counts where it is one that the metric can have. */
function TargetField({ value, most, onChange }: TargetFieldProps) {
  const texts = useTexts(all);
  const [typed, setTyped] = useState(brief(value));
  useEffect(() => setTyped((before) => (Number(before) === value ? before : brief(value))), [value]);
  const read = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
  const isRight = (number: number) => number >= 0 && number <= most;
  const isWrong = !isRight(read(typed));
  return (
    <>
      <label>
        {texts.target}{' '}
        <input
          type="text"
          inputMode="decimal"
          size={6}
          value={typed}
          aria-invalid={isWrong}
          onChange={({ target }) => {
            setTyped(target.value);
            const number = read(target.value);
            if (isRight(number)) onChange(number);
          }}
        />
      </label>
      {isWrong && (
        <span role="alert" className={styles.bad}>
          {texts.targetFault(brief(most))}
        </span>
      )}
    </>
  );
}

interface LeverChoiceProps {
  readonly model: Model;
  readonly wanted: Wanted;
  readonly change: (options: ViewOptions) => void;
}

function LeverChoice({ model, wanted: { all: possible, levers }, change }: LeverChoiceProps) {
  const texts = useTexts(all);
  const titles = useTexts().parameters.groups;
  const groups = [...new Set(possible.map(({ group }) => group))];
  const chosen = new Set(levers.map(({ name }) => name));
  const outside = factorsOf(model).filter(({ name }) => !possible.some((one) => one.name === name));
  const toggle = (names: readonly string[], isIn: boolean) => {
    const without = possible
      .map(({ name }) => name)
      .filter((name) => (names.includes(name) ? !isIn : !chosen.has(name)));
    change({ without: without.join(',') });
  };
  return (
    <>
      <details>
        <summary>{texts.levers(levers.length, possible.length)}</summary>
        <p className={tables.hint}>{texts.leversHint}</p>
        {groups.map((group) => {
          const members = possible.filter((one) => one.group === group).map(({ name }) => name);
          return (
            <fieldset key={group ?? ''} className={styles.group}>
              {group !== undefined && (
                <legend>
                  <label>
                    <input
                      type="checkbox"
                      checked={members.every((name) => chosen.has(name))}
                      onChange={({ target }) => toggle(members, target.checked)}
                    />{' '}
                    {groupWords(titles, group)}
                  </label>
                </legend>
              )}
              {members.map((name) => (
                <label key={name} title={model.game.parameters.find((one) => one.name === name)?.title}>
                  <input
                    type="checkbox"
                    checked={chosen.has(name)}
                    onChange={({ target }) => toggle([name], target.checked)}
                  />{' '}
                  <code>{name}</code>
                </label>
              ))}
            </fieldset>
          );
        })}
      </details>
      {outside.length > 0 && <p className={tables.hint}>{texts.outside(outside.map(({ name }) => name).join(', '))}</p>}
    </>
  );
}
