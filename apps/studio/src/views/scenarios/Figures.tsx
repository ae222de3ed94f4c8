/**
 * Outcomes and mean shares of all columns as a table, with their 95% intervals once they are known.
 */
import type { Stage } from '../../compute/job';
import { useTexts } from '../../i18n/use-texts';
import { interval, part } from '../../shell/figures';
import { Table } from '../../shell/Table';
import type { Named } from './input';
import styles from './scenarios.module.css';
import { texts as all } from './texts';

export function Figures({ named }: { readonly named: readonly Named[] }) {
  const texts = useTexts(all);
  const { outcomes, final } = named[0]!.result;
  return (
    <Table
      label={texts.figures}
      figures="scenarios"
      heads={[texts.outcome, ...named.map(({ words }) => words)]}
      rows={[
        ...outcomes.map(({ profile }, k) => ({
          name: `(${profile.join(', ')})`,
          cells: named.map(({ result, stage }) => {
            const { probability, low, high } = result.outcomes[k]!;
            return figure(probability, low, high, stage);
          }),
        })),
        {
          name: texts.undecided,
          cells: named.map(({ result, stage }) => figure(result.undecided, null, null, stage)),
        },
        ...Object.keys(final).map((share) => ({
          name: texts.meanOf(share),
          cells: named.map(({ result, stage }) => {
            const { mean, low, high } = result.final[share]!;
            return figure(mean, low, high, stage);
          }),
        })),
      ]}
    />
  );
}

function figure(value: number, low: number | null, high: number | null, stage: Stage | null) {
  const within = <span className={styles.soft}>{interval(low, high)}</span>;
  return { text: [`${part(value, stage)} `, within], value };
}
