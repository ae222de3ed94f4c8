/**
 * A chart description as SVG text, without a browser.
 * Owns ECharts' life cycle and the words for screen readers; stable ids are normalise.ts.
 */
import type { ChartDescription, Size } from '../description.js';
import { printable } from '../text/printable.js';
import { loadECharts } from './echarts.js';
import { normalise } from './normalise.js';
import { type PictureTheme, themed } from './theme.js';

export interface SvgOptions {
  /** For which page the picture is; default `light`. */
  theme?: PictureTheme;
}

/**
 * The chart as an SVG document: the same description gives the same bytes, in any process.
 *
 * @param size Width and height of the picture in CSS pixels, default those of the description. Another size scales the
 *   finished picture; to lay it out anew, give the size to the chart function.
 */
export async function renderSvg(
  description: ChartDescription,
  size: Partial<Size> = {},
  { theme = 'light' }: SvgOptions = {},
): Promise<string> {
  const { width, height, option } = description;
  const { init } = await loadECharts();
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption(option);
    return normalise(themed(withWords(chart.renderToSVGString(), description, size), theme));
  } finally {
    chart.dispose();
  }
}

/** Replaces ECharts' opening tag by one of the wanted size that names its picture. */
function withWords(svg: string, { title, summary, width, height }: ChartDescription, size: Partial<Size>): string {
  const body = svg.slice(svg.indexOf('>') + 1);
  const outer = { width: size.width ?? width, height: size.height ?? height };
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${outer.width}"`,
    ` height="${outer.height}" viewBox="0 0 ${width} ${height}" role="img">`,
    `\n<title>${escaped(printable(title))}</title>\n<desc>${escaped(printable(summary))}</desc>\n`,
    body.trim(),
    '\n',
  ].join('');
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]!);
}
