/** All at once: evolution, outcomes, heatmap. */
import layout from '../../style/layout.module.css';
import type { ViewProps } from '../contract';
import { EvolutionCard } from '../evolution/EvolutionCard';
import { HeatmapCard } from '../heatmap/HeatmapCard';
import { OutcomesCard } from '../outcomes/OutcomesCard';

/** As high as the outcomes beside it. */
const heatmapHeight = 430;

export default function Overview(props: ViewProps) {
  return (
    <>
      <EvolutionCard {...props} />
      <div className={layout.pair}>
        <OutcomesCard {...props} />
        <HeatmapCard {...props} height={heatmapHeight} />
      </div>
    </>
  );
}
