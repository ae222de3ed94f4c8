/**
 * The drawing worker: descriptions and SVG of `@trilogue/charts`, so that drawing does not block the page.
 */
import { type ChartDescription, renderSvg } from '@trilogue/charts';
import { chartOf } from './charts';
import type { DrawReply, DrawRequest, Plot } from './protocol';

const scope = self as unknown as {
  postMessage(message: DrawReply): void;
  onmessage: ((event: MessageEvent<DrawRequest>) => void) | null;
};

scope.onmessage = async ({ data: { id, chart, input, size, theme } }) => {
  try {
    const draw = await chartOf(chart);
    const description = draw(input as never, size);
    const svg = await renderSvg(description, {}, { theme });
    const { width, height, title, summary } = description;
    scope.postMessage({ id, drawing: { svg, width, height, title, summary, plots: plotsOf(description) } });
  } catch (error) {
    scope.postMessage({ id, error: error instanceof Error ? error.message : String(error) });
  }
};

function plotsOf({ option }: ChartDescription): Plot[] {
  return [option.grid ?? []].flat().map(({ left, top, width, height }) => {
    return { left: Number(left), top: Number(top), width: Number(width), height: Number(height) };
  });
}
