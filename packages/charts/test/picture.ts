/**
 * The whole check of one picture: golden files at its own size, as SVG and as PNG, and at the width of a phone, nothing cut
 * at either, and ink on the PNG.
 */
import { expect } from 'vitest';
import type { ChartDescription, Size } from '../src/description.js';
import { renderPng } from '../src/render/png.js';
import { renderSvg } from '../src/render/svg.js';
import { textWidth } from '../src/text/width.js';
import { expectGolden, expectGoldenPng } from './golden.js';
import { decoded, parse } from './pixels.js';

const phone = 360;

/** Draws the chart, and compares it with the golden files `name` and `name-narrow`. */
export async function expectPicture(chart: (size?: Partial<Size>) => ChartDescription, name: string): Promise<void> {
  const svg = await drawn(chart());
  expectGolden(svg, name);
  expectGolden(await drawn(chart({ width: phone })), `${name}-narrow`);
  const { width, height } = chart();
  const png = await renderPng(svg, { scale: 1 });
  expectGoldenPng(png, name);
  const picture = decoded(png);
  expect([picture.width, picture.height]).toEqual([Math.round(width), Math.round(height)]);
  const inked = picture.rgba.filter((value, at) => at % 4 === 1 && value < 200).length;
  expect(inked).toBeGreaterThan(0.01 * width * height);
}

/** The SVG of a description, after a look at it: well-formed, every number finite, every text inside the picture. */
export async function drawn(description: ChartDescription): Promise<string> {
  const svg = await renderSvg(description);
  parse(svg);
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
  for (const { text, from, to } of extents(svg)) {
    expect(from, `left end of "${text}"`).toBeGreaterThanOrEqual(0);
    expect(to, `right end of "${text}"`).toBeLessThanOrEqual(description.width);
  }
  return svg;
}

/** Where the horizontal texts of an SVG begin and end, by the widths that the layout measures with. */
function extents(svg: string): { text: string; from: number; to: number }[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].flatMap(([, attributes, escaped]) => {
    const place = /transform="translate\(([-\d.]+) [-\d.]+\)"/.exec(attributes!);
    if (place === null) return [];
    const text = escaped!.replace(/&\w+;|&#\d+;/g, 'x');
    const size = Number(/font-size:(\d+)px/.exec(attributes!)?.[1] ?? 12);
    const width = textWidth(text, size, attributes!.includes('font-weight:bold'));
    const anchor = /text-anchor="(\w+)"/.exec(attributes!)?.[1] ?? 'start';
    const from = Number(place[1]) - { start: 0, middle: width / 2, end: width }[anchor]!;
    return [{ text, from, to: from + width }];
  });
}
