/**
 * The picture of a sweep, SVG and PNG: a heatmap over two axes, a curve over one.
 * Owns which numbers go where; the charts package draws, and is loaded only here because that takes a moment.
 */
import type { Metric, SweepAxis } from '@trilogue/charts';
import type { AxisValues } from '@trilogue/engine';
import type { Grid } from './cells.js';

/** Pixels of the PNG per pixel of the SVG: sharp in print. */
const pngScale = 2;
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
  const common = { ...heading, x: chartAxis(grid.x) };
  const { value, low, high } = grid.columns;
  const rows = (numbers: Float64Array) => rowsOf(numbers, grid.x.values.length);
  const table = { values: rows(value), low: rows(low), high: rows(high) };
  const description =
    grid.y === null
      ? curve(
          { ...common, values: table.values[0]!, low: table.low[0]!, high: table.high[0]! },
          { height: curveHeight },
        )
      : heatmap({ ...common, y: chartAxis(grid.y), ...table, hatch: hatched ? 'neighbours' : 'none' });
  const svg = await renderSvg(description);
  return { svg, png: await renderPng(svg, { scale: pngScale }) };
}

/** A column as rows of a grid, null where nothing is known. */
function rowsOf(numbers: Float64Array, width: number): (number | null)[][] {
  return Array.from({ length: numbers.length / width }, (_, j) =>
    Array.from(numbers.subarray(j * width, (j + 1) * width), (value) => (Number.isNaN(value) ? null : value)),
  );
}

function chartAxis({ name, title, values }: AxisValues): SweepAxis {
  return { name, ...(title === undefined ? {} : { title }), values: [...values] };
}
