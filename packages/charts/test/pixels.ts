/**
 * Looks at pictures: pixels of a PNG, the order of marks in an SVG.
 */
import { Resvg } from '@resvg/resvg-js';

export interface Pixels {
  width: number;
  height: number;
  /** Four bytes per pixel, row by row. */
  rgba: Uint8Array;
}

/** Decodes a PNG by drawing it, pixel for pixel, into an otherwise empty picture. */
export function decoded(png: Uint8Array): Pixels {
  const view = new DataView(png.buffer, png.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  const drawn = new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`,
    { font: { loadSystemFonts: false } },
  ).render();
  return { width: drawn.width, height: drawn.height, rgba: drawn.pixels };
}

/** Number of pixels that differ between two pictures of one size. */
export function difference(a: Pixels, b: Pixels): number {
  let count = 0;
  for (let at = 0; at < a.rgba.length; at += 4) {
    if ([0, 1, 2].some((channel) => a.rgba[at + channel] !== b.rgba[at + channel])) count++;
  }
  return count;
}

/** The texts of an SVG, unescaped, in drawing order. */
export function texts(svg: string): string[] {
  const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) =>
    text!.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name]!),
  );
}

/** Throws unless `svg` is a well-formed XML document (resvg's parser is strict). */
export function parse(svg: string): void {
  new Resvg(svg, { font: { loadSystemFonts: false } });
}
