/**
 * When paths first come near each pure profile, over those that do.
 */
import { useTexts } from '../../i18n/use-texts';
import { passagesCsv } from '../../keep/csv';
import { Card } from '../../shell/Card';
import { brief, interval, part } from '../../shell/figures';
import { Table } from '../../shell/Table';
import tables from '../../style/tables.module.css';
import type { ViewProps } from '../contract';
import { useEnsemble } from '../ensemble';
import { texts as all } from './texts';

/** More rows than this are not read; the CSV has all. */
const mostRows = 16;

export function PassagesCard(props: Pick<ViewProps, 'state' | 'model'>) {
  const texts = useTexts(all);
  const { answer, menu } = useEnsemble(props);
  const passages = answer.output?.passages ?? [];
  const entered = passages
    .filter(({ mean }) => mean !== null)
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, mostRows);
  const time = (value: number | null) => (value === null ? '–' : brief(value));
  return (
    <Card
      title={texts.passages}
      answer={answer}
      tools={passages.length > 0 && menu('passages', () => passagesCsv(passages))}
    >
      <p className={tables.hint}>{texts.passagesHint}</p>
      {passages.length > 0 && entered.length === 0 && <p>{texts.noPassage}</p>}
      {entered.length > 0 && (
        <Table
          label={texts.passages}
          figures="passages"
          heads={[
            ...[texts.profile, texts.probability, texts.interval, texts.passageMean],
            ...['10 %', texts.median, '90 %'],
          ]}
          rows={entered.map(({ profile, probability, low, high, mean, q10, q50, q90 }) => ({
            name: profile.join(', '),
            cells: [
              { text: part(probability, answer.stage), value: probability },
              interval(low, high),
              { text: time(mean), value: mean },
              ...[q10, q50, q90].map(time),
            ],
          }))}
        />
      )}
    </Card>
  );
}
