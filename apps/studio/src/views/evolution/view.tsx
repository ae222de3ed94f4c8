/** The evolution by itself. */
import type { ViewProps } from '../contract';
import { EvolutionCard } from './EvolutionCard';

export default function EvolutionView(props: ViewProps) {
  return <EvolutionCard {...props} detailed />;
}
