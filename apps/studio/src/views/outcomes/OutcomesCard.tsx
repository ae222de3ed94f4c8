/**
 * How the ensemble ended: the probability of each pure profile with its interval.
 */
import type { EnsembleOutput } from '../../compute/jobs/ensemble';
import { Picture } from '../../draw/Picture';
import type { ChartInput } from '../../draw/protocol';
import { useTexts } from '../../i18n/use-texts';
import { outcomesCsv } from '../../keep/csv';
import { Card } from '../../shell/Card';
import type { ViewProps } from '../contract';
import { useEnsemble } from '../ensemble';
import { texts as all } from './texts';

/** More bars than this are not read. */
const mostBars = 12;

export function OutcomesCard(props: Pick<ViewProps, 'state' | 'model'>) {
  const texts = useTexts(all);
  const { answer, output, stage, menu } = useEnsemble(props);
  const input = output && barsInput(output);
  const about = stage === 'final' ? texts.subtitle : texts.title;
  return (
    <Card
      title={texts.title}
      answer={answer}
      tools={input && menu('outcomes', () => outcomesCsv(output!), { chart: 'outcomeBars', input, about })}
    >
      <Picture chart="outcomeBars" input={input} placeholder={260} maxWidth={760} />
    </Card>
  );
}

function barsInput({ title, outcomes, undecided }: EnsembleOutput): ChartInput<'outcomeBars'> {
  const likeliest = outcomes.toSorted((a, b) => b.probability - a.probability).slice(0, mostBars);
  return { title, bare: true, outcomes: likeliest, undecided };
}
