/**
 * Outcomes and mean shares of all columns as a table, with their 95% intervals once they are known.
 */
import { useTexts } from '../../i18n/use-texts';
import { interval, part } from '../../shell/figures';
import { Scroll } from '../../shell/Scroll';
import tables from '../../style/tables.module.css';
import type { Named } from './input';
import styles from './scenarios.module.css';
import { texts as all } from './texts';

export function Figures({ named }: { readonly named: readonly Named[] }) {
  const texts = useTexts(all);
  const [first] = named;
  const within = (low: number | null, high: number | null) => (
    <span className={styles.soft}>{interval(low, high)}</span>
  );
  return (
    <Scroll label={texts.figures}>
      <table className={tables.table} data-figures="scenarios">
        <thead>
          <tr>
            <th scope="col">{texts.outcome}</th>
            {named.map(({ words }) => (
              <th key={words} scope="col">
                {words}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {first!.result.outcomes.map(({ profile }, k) => (
            <tr key={profile.join()}>
              <th scope="row">({profile.join(', ')})</th>
              {named.map(({ words, result, stage }) => {
                const { probability, low, high } = result.outcomes[k]!;
                return (
                  <td key={words} data-value={probability}>
                    {part(probability, stage)} {within(low, high)}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">{texts.undecided}</th>
            {named.map(({ words, result, stage }) => (
              <td key={words} data-value={result.undecided}>
                {part(result.undecided, stage)}
              </td>
            ))}
          </tr>
          {Object.keys(first!.result.final).map((share) => (
            <tr key={share}>
              <th scope="row">{texts.meanOf(share)}</th>
              {named.map(({ words, result, stage }) => {
                const { mean, low, high } = result.final[share]!;
                return (
                  <td key={words} data-value={mean}>
                    {part(mean, stage)} {within(low, high)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
