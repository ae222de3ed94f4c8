/**
 * The ensemble in figures: outcomes and shares at the horizon.
 */
import { useTexts } from '../../i18n/use-texts';
import { finalCsv } from '../../keep/csv';
import { Card } from '../../shell/Card';
import { interval, part } from '../../shell/figures';
import { Table } from '../../shell/Table';
import type { ViewProps } from '../contract';
import { useEnsemble } from '../ensemble';
import { texts as all } from './texts';

export function FinalTable(props: Pick<ViewProps, 'state' | 'model'>) {
  const texts = useTexts(all);
  const { answer, output, stage, menu } = useEnsemble(props);
  return (
    <Card title={texts.final} answer={answer} tools={output && menu('final', () => finalCsv(output))}>
      {output !== null && (
        <>
          <Table
            label={texts.final}
            heads={[texts.share, texts.mean, texts.interval, texts.sd, '10 %', texts.median, '90 %']}
            rows={Object.entries(output.final).map(([name, { mean, low, high, sd, q10, q50, q90 }]) => ({
              name,
              head: <code>{name}</code>,
              cells: [
                part(mean, stage),
                interval(low, high),
                ...[sd, q10, q50, q90].map((value) => part(value, stage)),
              ],
            }))}
          />
          <Table
            label={texts.profile}
            figures="outcomes"
            heads={[texts.profile, texts.probability, texts.interval]}
            rows={[
              ...output.outcomes.map(({ profile, probability, low, high }) => ({
                name: profile.join(', '),
                cells: [{ text: part(probability, stage), value: probability }, interval(low, high)],
              })),
              { name: texts.undecided, cells: [{ text: part(output.undecided, stage), value: output.undecided }, ''] },
            ]}
          />
        </>
      )}
    </Card>
  );
}
