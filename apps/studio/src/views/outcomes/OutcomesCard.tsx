/**
 * How the ensemble ended: the probability of each pure profile with its interval.
 */
import type { SimulateResult } from '@trilogue/engine';
import { specOf } from '../../compute/spec';
import { useResult } from '../../compute/use-result';
import { Picture } from '../../draw/Picture';
import type { ChartInput } from '../../draw/protocol';
import { useTexts } from '../../i18n/use-texts';
import { Card } from '../../shell/Card';
import type { Model } from '../../state/model';
import { texts as all } from './texts';

/** More bars than this are not read. */
const mostBars = 12;

export function OutcomesCard({ model }: { readonly model: Model }) {
  const texts = useTexts(all);
  const answer = useResult('ensemble', { ...specOf(model), accuracy: model.accuracy }, 3);
  return (
    <Card title={texts.title} answer={answer}>
      <Picture chart="outcomeBars" input={answer.output && barsInput(answer.output)} placeholder={260} maxWidth={760} />
    </Card>
  );
}

function barsInput({ title, outcomes, undecided }: SimulateResult): ChartInput<'outcomeBars'> {
  const likeliest = [...outcomes].sort((a, b) => b.probability - a.probability).slice(0, mostBars);
  return {
    title,
    bare: true,
    outcomes: likeliest.map(({ profile, probability, low, high }) => ({
      ...{ profile: [...profile], probability, low, high },
    })),
    undecided,
  };
}
