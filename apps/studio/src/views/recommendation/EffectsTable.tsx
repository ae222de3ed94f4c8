/**
 * What each lever does where it stands, as bars with figures; and each group.
 */
import type { Estimate } from '@trilogue/sensitivity';
import type { Effects } from '@trilogue/study';
import type { Stage } from '../../compute/job';
import type { Roughly } from '../../compute/rough';
import { groupWords } from '../../i18n/game-titles';
import { useTexts } from '../../i18n/use-texts';
import { brief } from '../../shell/figures';
import { Table } from '../../shell/Table';
import type { RangedFactor } from '../../state/factors';
import tables from '../../style/tables.module.css';
import styles from './recommendation.module.css';
import { texts as all } from './texts';

interface EffectsProps {
  /** In the order of the effects. */
  readonly levers: readonly RangedFactor[];
  readonly effects: Roughly<Effects>;
  readonly stage: Stage | null;
}

export function EffectsTable({ levers, effects, stage }: EffectsProps) {
  const texts = useTexts(all);
  const titles = useTexts().parameters.groups;
  const rows = levers
    .map(({ name, group }, i) => ({ name, group: groupWords(titles, group ?? null), effect: effects.levers[i]! }))
    .toSorted((a, b) => Math.abs(b.effect.value) - Math.abs(a.effect.value));
  const groups = effects.groups.map(({ group, ...effect }) => ({ name: groupWords(titles, group), effect }));
  const most = Math.max(...[...rows, ...groups].map(({ effect }) => Math.abs(effect.value)), 1e-12);
  const cells = (effect: Roughly<Estimate>) => [
    {
      text: (
        <span className={styles.track} aria-hidden="true">
          <span
            className={effect.value < 0 ? styles.down : styles.up}
            style={{ width: `${(50 * Math.abs(effect.value)) / most}%` }}
          />
        </span>
      ),
      className: styles.bars,
    },
    {
      text: stage === 'final' ? hundredths(effect.value) : brief(100 * effect.value).replace('-', '−'),
      value: effect.value,
    },
    effect.low !== null && effect.high !== null ? `${hundredths(effect.low)} – ${hundredths(effect.high)}` : '',
  ];
  return (
    <>
      <p className={tables.hint}>{texts.effectsHint}</p>
      <Table
        label={texts.effects}
        figures="effects"
        heads={[texts.lever, '', texts.effect, texts.interval, texts.group]}
        rows={rows.map(({ name, group, effect }) => ({
          name,
          head: <code>{name}</code>,
          cells: [...cells(effect), group],
        }))}
      />
      {groups.length > 0 && (
        <Table
          label={texts.groups}
          heads={[texts.groups, '', texts.effect, texts.interval]}
          rows={groups.map(({ name, effect }) => ({ name, cells: cells(effect) }))}
        />
      )}
    </>
  );
}

/** With a true minus sign; never "-0.00". */
function hundredths(value: number): string {
  const digits = (100 * value).toFixed(2);
  return Number(digits) === 0 ? digits.replace('-', '') : digits.replace('-', '−');
}
