/**
 * The fixed colours and the type of all charts, so that they look like one family.
 * Owns names and values; the scale of the heatmaps is viridis.ts.
 */

/** Titles, tick labels. */
export const ink = '#1f2328';
/** Subtitles, captions: contrast to white above 7. */
export const softInk = '#4a5058';
/** Axis lines and frames. */
export const frameInk = '#6b7178';
/** Grid lines behind curves. */
export const gridInk = '#e4e6e9';
/** Cells without a value, and the share of undecided paths. */
export const missingFill = '#c9ccd1';
export const paper = '#ffffff';

/**
 * Colours of lines and bars, told apart with any common colour blindness.
 * Source: M. Okabe and K. Ito (2008), "Color Universal Design"; without its yellow, too pale for a line on white, and
 * with black last.
 */
export const lineColours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000'] as const;

/**
 * DejaVu first because it is the font that the layout is measured with and that PNGs are drawn with. It has no
 * Chinese, Japanese or Korean: those characters come from the second, or from what the reader's system has.
 */
export const fontFamily = 'DejaVu Sans, Noto Sans CJK SC, sans-serif';
