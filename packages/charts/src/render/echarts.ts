/**
 * The parts of ECharts that the charts use, loaded once on first use (0.3 to 0.8 s in Node).
 * Owns the list of parts. A page that shows a description itself gets its `init` from here.
 */
import type * as ECharts from 'echarts/core';

let loaded: Promise<typeof ECharts> | undefined;

/** ECharts with the charts' parts and the SVG renderer registered. */
export function loadECharts(): Promise<typeof ECharts> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<typeof ECharts> {
  const [core, charts, components, renderers] = await Promise.all([
    import('echarts/core'),
    import('echarts/charts'),
    import('echarts/components'),
    import('echarts/renderers'),
  ]);
  core.use([charts.CustomChart, charts.LineChart, components.GridComponent, renderers.SVGRenderer]);
  return core;
}
