/**
 * Shares over time: mean and bands of the ensemble.
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

export function EvolutionCard({ model }: { readonly model: Model }) {
  const texts = useTexts(all);
  const answer = useResult('ensemble', { ...specOf(model), accuracy: model.accuracy }, 3);
  return (
    <Card title={texts.title} answer={answer}>
      <Picture chart="bands" input={answer.output && bandsInput(model, answer.output)} placeholder={360} />
    </Card>
  );
}

function bandsInput({ game }: Model, result: SimulateResult): ChartInput<'bands'> | null {
  const players = game.players;
  const shares = Object.entries(result.bands.shares).map(([name, band]) => {
    const player = players.find((one) => name.startsWith(`${one.name}.`));
    const { mean, q10, q25, q75, q90 } = band;
    return {
      ...{ name, player: player?.name ?? name, playerTitle: player?.title },
      ...{ mean: [...mean], q10: [...q10], q25: [...q25], q75: [...q75], q90: [...q90] },
    };
  });
  return { title: result.title, bare: true, times: [...result.bands.times], shares };
}
