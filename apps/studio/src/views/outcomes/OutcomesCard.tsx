/**
 * How the ensemble ended: the probability of each pure profile with its interval.
 */
import type { EnsembleOutput } from '../../compute/jobs/ensemble';
import { ensembleOf } from '../../compute/spec';
import { useBackend, useResult } from '../../compute/use-result';
import { Picture } from '../../draw/Picture';
import type { ChartInput } from '../../draw/protocol';
import { useLanguage, useTexts } from '../../i18n/use-texts';
import { caption, headingOf } from '../../keep/caption';
import { simulateCommand } from '../../keep/command';
import { outcomesCsv } from '../../keep/csv';
import { SaveMenu } from '../../keep/SaveMenu';
import { Card } from '../../shell/Card';
import type { ViewProps } from '../contract';
import { texts as all } from './texts';

/** More bars than this are not read. */
const mostBars = 12;

export function OutcomesCard({ state, model }: ViewProps) {
  const page = useTexts();
  const backend = useBackend().opened?.name ?? null;
  const texts = useTexts(all);
  const language = useLanguage();
  const answer = useResult('ensemble', ensembleOf(model), 3);
  const { output, stage } = answer;
  const known = stage === 'final';
  const input = output && barsInput(output);
  return (
    <Card
      title={texts.title}
      answer={answer}
      tools={
        output !== null &&
        input !== null && (
          <SaveMenu
            state={state}
            name="outcomes"
            picture={{
              chart: 'outcomeBars',
              input,
              heading: headingOf(
                model,
                language,
                known ? texts.subtitle : texts.title,
                caption(output, stage, page.caption),
              ),
            }}
            csv={() => outcomesCsv(output)}
            command={simulateCommand(state, model, backend)}
          />
        )
      }
    >
      <Picture chart="outcomeBars" input={input} placeholder={260} maxWidth={760} />
    </Card>
  );
}

function barsInput({ title, outcomes, undecided }: EnsembleOutput): ChartInput<'outcomeBars'> {
  const likeliest = outcomes.toSorted((a, b) => b.probability - a.probability).slice(0, mostBars);
  return { title, bare: true, outcomes: likeliest, undecided };
}
