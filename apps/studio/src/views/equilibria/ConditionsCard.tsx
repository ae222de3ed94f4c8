/**
 * For each pure profile its conditions as formulas, whether they hold, and how far each parameter may move.
 */
import { lackingConditions, type ProfileConditions, type VerdictInterval } from '@trilogue/analysis';
import type { ReactNode } from 'react';
import type { ConditionsOutput } from '../../compute/analyses';
import type { CurrentAnswer } from '../../compute/use-result';
import { useTexts } from '../../i18n/use-texts';
import { Card } from '../../shell/Card';
import { brief } from '../../shell/figures';
import { Table } from '../../shell/Table';
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
  const lacking = lackingConditions(model.game);
  return (
    <Card title={texts.conditions} answer={answer} tools={tools}>
      {output === null && stage === 'final' && <p>{lacking === undefined ? texts.tooMany : texts.notFor(lacking)}</p>}
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
      <Table
        label={`${name}: ${texts.condition}`}
        figures="conditions"
        heads={[texts.player, texts.enters, texts.condition, texts.value]}
        rows={conditions.map(({ player, strategy, over, expression, value, holds }) => ({
          name: player,
          key: `${player} ${strategy}`,
          cells: [
            texts.instead(strategy, over),
            { text: <Formula text={expression} relation={['<', '0']} /> },
            {
              text: (
                <>
                  {signed(value)} <span title={holds ? texts.holds : texts.fails}>{holds ? '✓' : '✗'}</span>
                  <span className={styles.hidden}>{holds ? texts.holds : texts.fails}</span>
                </>
              ),
              value,
              className: holds ? `${styles.mark} ${styles.good}` : styles.mark,
            },
          ],
        }))}
      />
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
        <Table
          label={`${name}: ${texts.stays}`}
          figures="intervals"
          heads={[texts.parameter, texts.now, texts.stays, texts.range]}
          rows={bounded.map((interval) => ({
            name: interval.parameter,
            head: <code>{interval.parameter}</code>,
            title: titles.get(interval.parameter),
            cells: [
              signed(interval.value),
              { text: staysWords(interval, texts), value: JSON.stringify([interval.low, interval.high]) },
              rangeWords(model, interval.parameter),
            ],
          }))}
        />
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
