/**
 * From a chart to the pictures that a page shows of it. Charts are drawn bare: captions have their titles.
 */
import { type ChartDescription, renderSvg, type Size } from '@trilogue/charts';
import type { Picture } from '../html/figure.js';

/** What is left of a phone of 360 pixels between the margins of the page. */
const phoneWidth = 336;

/** @param chart lays itself out anew for each size */
export async function picture(
  chart: (size: Partial<Size>) => ChartDescription,
  wide: Partial<Size> = {},
  narrow: Partial<Size> = {},
): Promise<Picture> {
  return {
    wide: await renderSvg(chart(wide)),
    narrow: await renderSvg(chart({ width: phoneWidth, ...narrow })),
  };
}

/** A picture that is small enough for every page. */
export async function smallPicture(chart: ChartDescription): Promise<Picture> {
  return { wide: await renderSvg(chart), narrow: null };
}
