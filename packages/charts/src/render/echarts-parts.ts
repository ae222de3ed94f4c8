/**
 * ECharts with the parts that the charts use, by static imports, so that a bundler leaves out all others.
 * Loaded by echarts.ts alone. A function, because this package says that loading its files does nothing.
 */
import { CustomChart, LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

export function registerParts(): { readonly init: typeof init } {
  use([CustomChart, LineChart, GridSimpleComponent, SVGRenderer]);
  return { init };
}
