/**
 * The drawing worker: descriptions and SVG of `@trilogue/charts`, away from the thread that answers to the hand.
 */
import {
  bands,
  basinMap,
  type ChartDescription,
  comparison,
  correlationBars,
  cube,
  curve,
  evolution,
  heatmap,
  morrisPlot,
  outcomeBars,
  passageTimes,
  portrait,
  renderSvg,
  scenarioBars,
  sobolBars,
  tornado,
} from '@trilogue/charts';
import type { ChartName, DrawReply, DrawRequest, Plot } from './protocol';

type Draw = (input: never, size: { width?: number; height?: number }) => ChartDescription;

const charts: Record<ChartName, Draw> = {
  bands,
  basinMap,
  comparison,
  correlationBars,
  cube,
  curve,
  evolution,
  heatmap,
  morrisPlot,
  outcomeBars,
  passageTimes,
  portrait,
  scenarioBars,
  sobolBars,
  tornado,
};

const scope = self as unknown as {
  postMessage(message: DrawReply): void;
  onmessage: ((event: MessageEvent<DrawRequest>) => void) | null;
};

scope.onmessage = async ({ data: { id, chart, input, size, theme } }) => {
  try {
    const description = charts[chart](input as never, size);
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
