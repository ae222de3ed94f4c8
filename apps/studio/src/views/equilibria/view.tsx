/** The equilibria: table and proof, conditions, stochastic stability. */
import { useEffect } from 'react';
import { useResult } from '../../compute/use-result';
import { markReady } from '../../shell/ready';
import type { ViewProps } from '../contract';
import { ConditionsCard } from './ConditionsCard';
import { EquilibriaCard } from './EquilibriaCard';
import { NoiseCard } from './NoiseCard';

export default function EquilibriaView({ model }: ViewProps) {
  const { game, scenario, set } = model;
  const found = useResult('equilibria', { game, scenario, set }, 2);
  const conditions = useResult('conditions', { game, scenario, set }, 1);
  const isThere = found.output !== null;
  useEffect(() => {
    if (isThere) markReady();
  }, [isThere]);
  return (
    <>
      <EquilibriaCard answer={found} />
      <ConditionsCard model={model} answer={conditions} />
      <NoiseCard answer={found} />
    </>
  );
}
