/**
 * PNG in Node. Owns the fonts. The native renderer and the fonts are optional peers of this package, looked for when the first PNG is
 * asked for: who draws SVG alone needs neither. `require` and not `import`, so that no bundler follows it.
 */
import { createRequire } from 'node:module';
import type { Resvg } from '@resvg/resvg-js';

/** Characters that DejaVu has no glyphs for and a font of the system may have. */
const needsSystemFonts = /[\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;

export async function drawPng(svg: string, scale: number): Promise<Uint8Array> {
  const { Resvg, fontFiles } = loadRenderer();
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    background: 'white',
    font: {
      loadSystemFonts: needsSystemFonts.test(svg),
      fontFiles,
      defaultFontFamily: 'DejaVu Sans',
      sansSerifFamily: 'DejaVu Sans',
    },
  });
  return new Uint8Array(picture.render().asPng());
}

function loadRenderer(): { Resvg: typeof Resvg; fontFiles: string[] } {
  const require = createRequire(import.meta.url);
  try {
    return {
      Resvg: (require('@resvg/resvg-js') as { Resvg: typeof Resvg }).Resvg,
      fontFiles: ['DejaVuSans', 'DejaVuSans-Bold'].map((name) => require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)),
    };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw cause;
    const message =
      'A PNG is drawn by the packages @resvg/resvg-js and dejavu-fonts-ttf, and one of them is not installed. ' +
      'Run npm install @resvg/resvg-js@2 dejavu-fonts-ttf@2, or take the SVG.';
    throw new Error(message, { cause });
  }
}
