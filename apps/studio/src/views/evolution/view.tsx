/** The evolution by itself. */
import type { ViewProps } from '../contract';
import { EvolutionCard } from './EvolutionCard';

export default function EvolutionView({ model }: ViewProps) {
  return <EvolutionCard model={model} />;
}
