/**
 * SVG text as a PNG picture.
 * Owns the public form; who draws is png-node.ts in Node and png-web.ts in a page, found through the `imports` of package.json.
 */

export interface PngOptions {
  /** Pixels of the picture per pixel of the SVG. Default: 2. */
  scale?: number;
}

/**
 * `svg` drawn on white, as the bytes of a PNG file.
 *
 * In Node, text is drawn in DejaVu Sans, from `dejavu-fonts-ttf`: the same SVG gives the same picture on every machine.
 * The one exception is Chinese, Japanese and Korean, which DejaVu lacks: if the text has any, fonts of the system are used for
 * those characters; where there are none they are drawn as empty boxes. In a page the browser draws, with the fonts that it has;
 * a worker cannot.
 *
 * @throws Error if `svg` is not a well-formed SVG document, or if in Node `@resvg/resvg-js` or `dejavu-fonts-ttf` is not installed.
 */
export async function renderPng(svg: string, { scale = 2 }: PngOptions = {}): Promise<Uint8Array> {
  const { drawPng } = await import('#png');
  return drawPng(svg, scale);
}
