/**
 * The picture of a sweep, SVG and PNG: a heatmap over two axes, a curve over one.
 * Owns which numbers go where; the charts package draws, and is loaded only here because that takes a moment.
 */
import type { Metric } from '@trilogue/charts';
import type { Grid } from '@trilogue/results';
import { thinned } from './thinned.js';

/** Pixels of the PNG per pixel of the SVG: sharp in print. */
const pngScale = 2;
/** The most cells along an axis of a heatmap, and points of a curve: more are no wider than a pixel or two. */
const mostCells = 200;
const mostPoints = 2000;
/** Room for the metric's words along the axis. */
const curveHeight = 520;

export interface PictureInput {
  readonly title: string;
  readonly subtitle: string;
  readonly caption: string;
  readonly metric: Metric;
  readonly grid: Grid;
  /** Whether cells that are not told from their neighbours are hatched: where no tolerance says how far they are off. */
  readonly hatched: boolean;
}

/** Such as `heatmap`; the files are `heatmap.svg` and `heatmap.png`. */
export function pictureName({ y }: Pick<Grid, 'y'>): 'heatmap' | 'curve' {
  return y === null ? 'curve' : 'heatmap';
}

export async function drawSweep({
  grid,
  hatched,
  ...heading
}: PictureInput): Promise<{ svg: string; png: Uint8Array }> {
  const { curve, heatmap, renderPng, renderSvg } = await import('@trilogue/charts');
  const { x, y, words, ...table } = thinned(grid, grid.y === null ? mostPoints : mostCells);
  const common = {
    ...heading,
    x,
    caption: words === null ? heading.caption : `${heading.caption}, drawn as ${words}`,
  };
  const [values, low, high] = [table.values[0]!, table.low[0]!, table.high[0]!];
  const description =
    y === null
      ? curve({ ...common, values, low, high }, { height: curveHeight })
      : heatmap({ ...common, y, ...table, hatch: hatched ? 'neighbours' : 'none' });
  const svg = await renderSvg(description);
  return { svg, png: await renderPng(svg, { scale: pngScale }) };
}
