/** The equilibria: table and proof, conditions, stochastic stability. */
import { useEffect } from 'react';
import { useResult } from '../../compute/use-result';
import { equilibriaCommand } from '../../keep/command';
import { SaveMenu } from '../../keep/SaveMenu';
import { markReady } from '../../shell/ready';
import type { ViewProps } from '../contract';
import { ConditionsCard } from './ConditionsCard';
import { equilibriaCsv, noiseCsv } from './csv';
import { EquilibriaCard } from './EquilibriaCard';
import { NoiseCard } from './NoiseCard';

export default function EquilibriaView({ state, model }: ViewProps) {
  const { game, scenario, set } = model;
  const found = useResult('equilibria', { game, scenario, set }, 2);
  const conditions = useResult('conditions', { game, scenario, set }, 1);
  useEffect(() => {
    if (found.output !== null) markReady();
  }, [found.output]);
  const menu = (name: string, csv: () => string | Promise<string>) => (
    <SaveMenu state={state} name={name} csv={csv} command={equilibriaCommand(state, model)} />
  );
  const { output } = found;
  const { output: formulas } = conditions;
  return (
    <>
      <EquilibriaCard answer={found} tools={output && menu('equilibria', () => equilibriaCsv(game, output))} />
      <ConditionsCard
        model={model}
        answer={conditions}
        tools={formulas && menu('conditions', async () => (await import('@trilogue/analysis')).conditionsCsv(formulas))}
      />
      <NoiseCard answer={found} tools={output && menu('noise', () => noiseCsv(output))} />
    </>
  );
}
