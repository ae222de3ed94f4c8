/**
 * How wide a text is when drawn in DejaVu Sans, without a font engine: the layout must not depend on the machine.
 * Owns the advance widths; wrapping is wrap.ts.
 * Source: `hmtx` table of DejaVuSans.ttf 2.37, in thousandths of the font size, for U+0020 to U+007E.
 */

const advances = [
  318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636, 636, 636,
  636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295, 656, 557, 863,
  748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635,
  615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636,
  337, 636, 838,
];
/** Dashes, dots, East Asian letters and pictographs fill a square. */
const square = /[\u2014\u2026\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\u{1f000}-\u{3ffff}]/u;
const squareAdvance = 1000;
/** Other letters (accents, Greek, Cyrillic, superscripts): a little more than the average of lower case. */
const otherAdvance = 660;
/** The bold face is 11.5% wider on average. */
const boldFactor = 1.12;

/** Width in pixels of `text` at font size `size`. Exact for plain ASCII, an upper estimate for most other text. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    thousandths += advances[code - 32] ?? (square.test(character) ? squareAdvance : otherAdvance);
  }
  return (thousandths / 1000) * size * (bold ? boldFactor : 1);
}
