/**
 * The ensemble in figures: outcomes and shares at the horizon.
 */
import { ensembleOf } from '../../compute/spec';
import { useBackend, useResult } from '../../compute/use-result';
import { useTexts } from '../../i18n/use-texts';
import { simulateCommand } from '../../keep/command';
import { finalCsv } from '../../keep/csv';
import { SaveMenu } from '../../keep/SaveMenu';
import { Card } from '../../shell/Card';
import { interval, part } from '../../shell/figures';
import { Table } from '../../shell/Table';
import type { ViewProps } from '../contract';
import { texts as all } from './texts';

export function FinalTable({ state, model }: Pick<ViewProps, 'state' | 'model'>) {
  const texts = useTexts(all);
  const backend = useBackend().opened?.name ?? null;
  const answer = useResult('ensemble', ensembleOf(model), 3);
  const { output, stage } = answer;
  return (
    <Card
      title={texts.final}
      answer={answer}
      tools={
        output !== null && (
          <SaveMenu
            state={state}
            name="final"
            csv={() => finalCsv(output)}
            command={simulateCommand(state, model, backend)}
          />
        )
      }
    >
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
