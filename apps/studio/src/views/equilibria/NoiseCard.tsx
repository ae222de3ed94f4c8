/**
 * What noise makes of the pure equilibria: verdicts, exponents, and the noise at which a verdict changes.
 */
import { keptFrom, keptWithin, type StochasticStability } from '@trilogue/analysis';
import { useTexts } from '../../i18n/use-texts';
import { Card } from '../../shell/Card';
import { brief } from '../../shell/figures';
import { Scroll } from '../../shell/Scroll';
import tables from '../../style/tables.module.css';
import styles from './equilibria.module.css';
import { type FoundProps, mostRows } from './props';
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
          {first.stochastic.noise === 'replicator' && <p className={tables.hint}>{texts.noiseHint}</p>}
          <Scroll label={texts.noise}>
            <table className={`${tables.table} ${styles.wrapped}`} data-figures="noise">
              <thead>
                <tr>
                  <th scope="col">{texts.profile}</th>
                  <th scope="col">{texts.almostSure}</th>
                  <th scope="col">{texts.kept(keptFrom, keptWithin)}</th>
                  <th scope="col">{texts.meanSquare}</th>
                  <th scope="col">{texts.exponents}</th>
                  <th scope="col">{texts.flips}</th>
                </tr>
              </thead>
              <tbody>
                {pure.slice(0, mostRows).map(({ profile, stochastic }) => (
                  <NoiseRow key={profile.join()} profile={profile} stochastic={stochastic} />
                ))}
              </tbody>
            </table>
          </Scroll>
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

interface NoiseRowProps {
  readonly profile: readonly string[];
  readonly stochastic: StochasticStability;
}

function NoiseRow({ profile, stochastic }: NoiseRowProps) {
  const texts = useTexts(all);
  const { almostSure, secondMoment, kept, directions, almostSureFactor, secondMomentFactor } = stochastic;
  const flips = [
    ...(almostSureFactor === null ? [] : [texts.pathsAt(brief(almostSureFactor))]),
    ...(secondMomentFactor === null ? [] : [texts.meanSquareAt(brief(secondMomentFactor))]),
  ];
  return (
    <tr>
      <th scope="row">({profile.join(', ')})</th>
      <td className={almostSure === 'stable' ? styles.good : undefined}>
        {almostSure === null ? texts.laws.absorbed : texts.verdicts[almostSure]}
      </td>
      <td data-value={kept}>{kept === null ? '–' : kept.toFixed(2)}</td>
      <td>{secondMoment === null ? '–' : texts.verdicts[secondMoment]}</td>
      <td data-value={JSON.stringify(directions.map((one) => one.almostSure))}>
        {directions
          .map(
            ({ player, almostSure: exponent, law }) =>
              `${player}: ${exponent === null ? texts.laws[law] : signed(exponent)}`,
          )
          .join(', ')}
      </td>
      <td>{flips.length === 0 ? '–' : flips.join(', ')}</td>
    </tr>
  );
}
