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
import tables from '../../style/tables.module.css';
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
        <div className={tables.scroll}>
          <table className={tables.table}>
            <thead>
              <tr>
                <th scope="col">{texts.share}</th>
                <th scope="col">{texts.mean}</th>
                <th scope="col">{texts.interval}</th>
                <th scope="col">{texts.sd}</th>
                <th scope="col">10 %</th>
                <th scope="col">{texts.median}</th>
                <th scope="col">90 %</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(output.final).map(([name, { mean, low, high, sd, q10, q50, q90 }]) => (
                <tr key={name}>
                  <th scope="row">
                    <code>{name}</code>
                  </th>
                  <td>{part(mean, stage)}</td>
                  <td>{interval(low, high)}</td>
                  <td>{part(sd, stage)}</td>
                  <td>{part(q10, stage)}</td>
                  <td>{part(q50, stage)}</td>
                  <td>{part(q90, stage)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <table className={tables.table} data-figures="outcomes">
            <thead>
              <tr>
                <th scope="col">{texts.profile}</th>
                <th scope="col">{texts.probability}</th>
                <th scope="col">{texts.interval}</th>
              </tr>
            </thead>
            <tbody>
              {output.outcomes.map(({ profile, probability, low, high }) => (
                <tr key={profile.join()}>
                  <th scope="row">{profile.join(', ')}</th>
                  <td data-value={probability}>{part(probability, stage)}</td>
                  <td>{interval(low, high)}</td>
                </tr>
              ))}
              <tr>
                <th scope="row">{texts.undecided}</th>
                <td data-value={output.undecided}>{part(output.undecided, stage)}</td>
                <td />
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
