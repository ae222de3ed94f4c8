/**
 * What is to be reached, and with which levers.
 */

import { groupWords } from '../../i18n/game-titles';
import { useTexts } from '../../i18n/use-texts';
import { Card } from '../../shell/Card';
import choice from '../../shell/choice.module.css';
import { brief } from '../../shell/figures';
import { MetricChoice } from '../../shell/MetricChoice';
import { NumberField } from '../../shell/NumberField';
import { factorsOf } from '../../state/factors';
import type { Model } from '../../state/model';
import type { ViewOptions } from '../../state/state';
import tables from '../../style/tables.module.css';
import type { Dispatch } from '../contract';
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
            onChange={(event) => change({ goal: event.target.value, target: Math.max(0, most - target.value) })}
          >
            {(['at-least', 'at-most'] as const).map((goal) => (
              <option key={goal} value={goal}>
                {texts.goals[goal]}
              </option>
            ))}
          </select>
        </label>
        <NumberField
          label={texts.target}
          value={target.value}
          isRight={(value) => value >= 0 && value <= most}
          fault={texts.targetFault(brief(most))}
          onChange={(value) => change({ target: value! })}
        />
      </div>
      <LeverChoice model={model} wanted={wanted} change={change} />
    </Card>
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
