/**
 * What noise makes of the pure equilibria: verdicts, exponents, and the noise at which a verdict changes.
 */
import { keptFrom, keptWithin, type StochasticStability } from '@trilogue/analysis';
import { useTexts } from '../../i18n/use-texts';
import { Card } from '../../shell/Card';
import { brief } from '../../shell/figures';
import { Table } from '../../shell/Table';
import tables from '../../style/tables.module.css';
import { type FoundProps, mostRows } from './EquilibriaCard';
import styles from './equilibria.module.css';
import { texts as all } from './texts';
import { signed } from './words';

export function NoiseCard({ answer, tools }: FoundProps) {
  const texts = useTexts(all);
  const pure = (answer.output?.equilibria ?? []).flatMap(({ profile, stochastic }) =>
    profile !== null && stochastic !== null ? [{ profile, stochastic }] : [],
  );
  const [first] = pure;
  const isNoisy = first !== undefined && first.stochastic.noise !== 'none';
  return (
    <Card title={texts.noise} answer={answer} tools={tools}>
      {isNoisy ? (
        <>
          {first.stochastic.noise === 'replicator' && first.stochastic.reading === 'ito' && (
            <p className={tables.hint}>{texts.noiseHint}</p>
          )}
          <Table
            label={texts.noise}
            figures="noise"
            className={styles.wrapped}
            heads={[
              ...[texts.profile, texts.almostSure, texts.kept(keptFrom, keptWithin)],
              ...[texts.meanSquare, texts.exponents, texts.flips],
            ]}
            rows={pure.slice(0, mostRows).map(({ profile, stochastic }) => ({
              name: `(${profile.join(', ')})`,
              cells: noiseCells(stochastic, texts),
            }))}
          />
          {pure.length > mostRows && <p className={tables.hint}>{texts.more(String(pure.length - mostRows))}</p>}
          <details>
            <summary>{texts.sources}</summary>
            <ul className={styles.open} lang="en">
              {first.stochastic.sources.map((source) => (
                <li key={source}>{source}</li>
              ))}
            </ul>
          </details>
        </>
      ) : (
        answer.output !== null && <p>{texts.noNoise}</p>
      )}
    </Card>
  );
}

function noiseCells(stochastic: StochasticStability, texts: (typeof all)['en']) {
  const { almostSure, secondMoment, kept, directions, almostSureFactor, secondMomentFactor } = stochastic;
  const exponents = directions.map(
    ({ player, almostSure: exponent, law }) => `${player}: ${exponent === null ? texts.laws[law] : signed(exponent)}`,
  );
  const flips = [
    ...(almostSureFactor === null ? [] : [texts.pathsAt(brief(almostSureFactor))]),
    ...(secondMomentFactor === null ? [] : [texts.meanSquareAt(brief(secondMomentFactor))]),
  ];
  return [
    {
      text: almostSure === null ? texts.laws.absorbed : texts.verdicts[almostSure],
      className: almostSure === 'stable' ? styles.good : undefined,
    },
    { text: kept === null ? '–' : kept.toFixed(2), value: kept },
    secondMoment === null ? '–' : texts.verdicts[secondMoment],
    { text: exponents.join(', '), value: JSON.stringify(directions.map((one) => one.almostSure)) },
    flips.length === 0 ? '–' : flips.join(', '),
  ];
}
