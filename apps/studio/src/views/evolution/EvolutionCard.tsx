/**
 * Shares over time: mean and bands of the ensemble, single paths, and the path without noise.
 */

import { pathCounts, usualPaths } from '../../address/options';
import { specOf } from '../../compute/spec';
import { useResult } from '../../compute/use-result';
import { Picture } from '../../draw/Picture';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { bandsCsv } from '../../keep/csv';
import { Card } from '../../shell/Card';
import tables from '../../style/tables.module.css';
import type { ViewProps } from '../contract';
import { useEnsemble } from '../ensemble';
import { bandsInput } from './bands-input';
import styles from './evolution.module.css';
import { texts as all } from './texts';

interface EvolutionCardProps extends ViewProps {
  /** Whether single paths and the path without noise can be shown. */
  readonly detailed?: boolean;
}

export function EvolutionCard({ state, model, dispatch, detailed = false }: EvolutionCardProps) {
  const texts = useTexts(all);
  const language = useLanguage();
  const { paths = usualPaths, still = true } = state.options.evolution ?? {};
  const { answer, output, menu } = useEnsemble({ state, model });
  const wanted = detailed && output !== null && (Number(paths) > 0 || still === true);
  const single = useResult(
    'paths',
    wanted ? { ...specOf(model), times: output.bands.times, paths: Math.min(20, Number(paths) || 0) } : null,
    2,
  );
  const change = (options: { paths?: number; still?: boolean }) =>
    dispatch({ type: 'options', view: 'evolution', options });
  const input = output && bandsInput(model.game, output, wanted ? single.output : null, still === true, language);
  return (
    <Card
      title={texts.title}
      answer={answer}
      tools={input && menu('evolution', () => bandsCsv(output!), { chart: 'bands', input, about: texts.subtitle })}
    >
      {detailed && (
        <div className={styles.choices}>
          <label>
            <input
              type="checkbox"
              checked={still === true}
              onChange={({ target }) => change({ still: target.checked })}
            />{' '}
            {texts.still}
          </label>
          <label>
            {texts.paths}{' '}
            <select value={Number(paths)} onChange={({ target }) => change({ paths: Number(target.value) })}>
              {pathCounts.map((count) => (
                <option key={count} value={count}>
                  {count === 0 ? texts.none : count}
                </option>
              ))}
            </select>
          </label>
        </div>
      )}
      {wanted && single.output?.tooLong && <p className={tables.hint}>{texts.tooLong}</p>}
      <Picture chart="bands" input={input} placeholder={400} maxWidth={1080} />
    </Card>
  );
}
