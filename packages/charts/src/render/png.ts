/**
 * SVG text as a PNG picture, in Node only.
 * Owns the fonts. The native renderer is loaded on first use, so that SVG alone needs no native module.
 */

export interface PngOptions {
  /** Pixels of the picture per pixel of the SVG. Default: 2. */
  scale?: number;
}

/** Characters that DejaVu has no glyphs for and a font of the system may have. */
const needsSystemFonts = /[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;

/**
 * `svg` drawn on white, as the bytes of a PNG file.
 *
 * Text is drawn in DejaVu Sans, which comes with this package: the same SVG gives the same picture on every machine. The
 * one exception is Chinese, Japanese and Korean, which DejaVu lacks: if the text has any, fonts of the system are used for
 * those characters; where there are none they are drawn as empty boxes.
 *
 * @throws Error if `svg` is not a well-formed SVG document.
 */
export async function renderPng(svg: string, { scale = 2 }: PngOptions = {}): Promise<Uint8Array> {
  const [{ Resvg }, { createRequire }] = await Promise.all([import('@resvg/resvg-js'), import('node:module')]);
  const { resolve } = createRequire(import.meta.url);
  const fonts = ['DejaVuSans', 'DejaVuSans-Bold'].map((name) => resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    background: 'white',
    font: {
      loadSystemFonts: needsSystemFonts.test(svg),
      fontFiles: fonts,
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  });
  return new Uint8Array(picture.render().asPng());
}
