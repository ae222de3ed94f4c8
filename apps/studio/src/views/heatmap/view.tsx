/** The heatmap by itself. */
import type { ViewProps } from '../contract';
import { HeatmapCard } from './HeatmapCard';

export default function HeatmapView(props: ViewProps) {
  return <HeatmapCard {...props} />;
}
