/**
 * The parts of ECharts that the charts use, loaded once on first use (0.3 to 0.8 s in Node). Which parts is echarts-parts.ts.
 * A page that shows a description itself gets its `init` from here.
 */
import type { init } from 'echarts/core';

let loaded: Promise<{ readonly init: typeof init }> | undefined;

/** ECharts with the charts' parts and the SVG renderer registered. */
export function loadECharts(): Promise<{ readonly init: typeof init }> {
  loaded ??= import('./echarts-parts.js').then(({ registerParts }) => registerParts());
  return loaded;
}
