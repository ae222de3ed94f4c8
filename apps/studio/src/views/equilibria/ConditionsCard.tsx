/**
 * For each pure profile its conditions as formulas, whether they hold, and how far each parameter may move.
 */
import type { ProfileConditions, VerdictInterval } from '@trilogue/analysis';
import type { ReactNode } from 'react';
import type { ConditionsOutput } from '../../compute/analyses';
import type { CurrentAnswer } from '../../compute/use-result';
import { useTexts } from '../../i18n/use-texts';
import { Card } from '../../shell/Card';
import { brief } from '../../shell/figures';
import { Scroll } from '../../shell/Scroll';
import type { Model } from '../../state/model';
import tables from '../../style/tables.module.css';
import styles from './equilibria.module.css';
import { Formula } from './Formula';
import { texts as all } from './texts';
import { isBounded, signed } from './words';

interface ConditionsProps {
  readonly model: Model;
  readonly answer: CurrentAnswer<ConditionsOutput>;
  /** In the head of the card. */
  readonly tools: ReactNode;
}

export function ConditionsCard({ model, answer, tools }: ConditionsProps) {
  const texts = useTexts(all);
  const { output, stage } = answer;
  return (
    <Card title={texts.conditions} answer={answer} tools={tools}>
      {output === null && stage === 'final' && <p>{texts.tooMany}</p>}
      {output !== null && (
        <>
          <p className={tables.hint}>{texts.conditionsHint}</p>
          {output.map((profile, k) => (
            <Profile key={profile.profile.join()} model={model} profile={profile} open={k === 0} />
          ))}
        </>
      )}
    </Card>
  );
}

interface ProfileProps {
  readonly model: Model;
  readonly profile: ProfileConditions;
  readonly open: boolean;
}

function Profile({ model, profile: { profile, verdict, conditions, intervals }, open }: ProfileProps) {
  const texts = useTexts(all);
  const name = `(${profile.join(', ')})`;
  return (
    <details open={open || verdict === 'stable'} className={styles.profile} data-profile={profile.join()}>
      <summary>
        {name}: <span className={verdict === 'stable' ? styles.good : undefined}>{texts.verdicts[verdict]}</span>
      </summary>
      <Scroll label={`${name}: ${texts.condition}`}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{texts.player}</th>
              <th scope="col">{texts.enters}</th>
              <th scope="col">{texts.condition}</th>
              <th scope="col">{texts.value}</th>
            </tr>
          </thead>
          <tbody>
            {conditions.map(({ player, strategy, over, expression, value, holds }) => (
              <tr key={`${player} ${strategy}`}>
                <th scope="row">{player}</th>
                <td>{texts.instead(strategy, over)}</td>
                <td>
                  <Formula text={expression} relation={['<', '0']} />
                </td>
                <td data-value={value} className={holds ? `${styles.mark} ${styles.good}` : styles.mark}>
                  {signed(value)} <span title={holds ? texts.holds : texts.fails}>{holds ? '✓' : '✗'}</span>
                  <span className={styles.hidden}>{holds ? texts.holds : texts.fails}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {intervals.length > 0 && (
        <Intervals model={model} name={name} intervals={intervals} verdict={texts.verdicts[verdict]} />
      )}
    </details>
  );
}

interface IntervalsProps {
  readonly model: Model;
  readonly name: string;
  readonly intervals: readonly VerdictInterval[];
  readonly verdict: string;
}

function Intervals({ model, name, intervals, verdict }: IntervalsProps) {
  const texts = useTexts(all);
  const bounded = intervals.filter(isBounded);
  const free = intervals.filter((interval) => !isBounded(interval)).map(({ parameter }) => parameter);
  const titles = new Map(model.game.parameters.map((one) => [one.name, one.title]));
  return (
    <>
      <h3 className={styles.sub}>{texts.intervals(verdict)}</h3>
      {bounded.length > 0 && (
        <Scroll label={`${name}: ${texts.stays}`}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{texts.parameter}</th>
                <th scope="col">{texts.now}</th>
                <th scope="col">{texts.stays}</th>
                <th scope="col">{texts.range}</th>
              </tr>
            </thead>
            <tbody>
              {bounded.map((interval) => (
                <tr key={interval.parameter} title={titles.get(interval.parameter)}>
                  <th scope="row">
                    <code>{interval.parameter}</code>
                  </th>
                  <td>{signed(interval.value)}</td>
                  <td data-interval={JSON.stringify([interval.low, interval.high])}>{staysWords(interval, texts)}</td>
                  <td>{rangeWords(model, interval.parameter)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {free.length > 0 && <p className={tables.hint}>{texts.free(free.join(', '))}</p>}
    </>
  );
}

function staysWords({ low, high, known }: VerdictInterval, texts: (typeof all)['en']): string {
  if (!known) return texts.unknown;
  if (low === null) return texts.below(signed(high!));
  if (high === null) return texts.above(signed(low));
  return low === high ? texts.only(signed(low)) : texts.between(signed(low), signed(high));
}

function rangeWords({ game }: Model, parameter: string): string {
  const range = game.parameters.find(({ name }) => name === parameter)?.range;
  return range === undefined ? '–' : `${brief(range[0])} – ${brief(range[1])}`;
}
