/**
 * The dark look of a finished picture, as another picture or as a style sheet of the page that it stands in: the neutral colours of ink.ts exchanged for their counterparts on a dark page. The
 * scale of the heatmaps and the colours of lines keep their meaning and stay, except black, which would be lost.
 * Owns the counterparts alone; charts are drawn for light and know nothing of this.
 */
import { frameInk, gridInk, ink, missingFill, paper, softInk } from '../colour/ink.js';

/** `light`: dark on white, for print. `dark`: light on nearly black, for pages. */
export type PictureTheme = 'light' | 'dark';

const dark: Readonly<Record<string, string>> = {
  [ink]: '#e8eaed',
  [softInk]: '#aeb4bb',
  [frameInk]: '#7d848c',
  [gridInk]: '#2b3036',
  [missingFill]: '#4b5159',
  [paper]: '#15181c',
  '#000000': '#f4f5f6',
  // blue and green of the lines, a little lighter: contrast to the page above 4.5
  '#0072b2': '#3d9bd4',
  '#009e73': '#1fb58a',
};

const painted = /\b(fill|stroke|stop-color)="(#[0-9a-f]{6}|#[0-9a-f]{3}|white|black)"/gi;
const long: Readonly<Record<string, string>> = {
  white: '#ffffff',
  black: '#000000',
  '#fff': '#ffffff',
  '#000': '#000000',
};

/**
 * A style sheet that gives light pictures the dark look where they stand in a page as SVG elements, such as within
 * `@media (prefers-color-scheme: dark)`: the page need not hold two pictures.
 *
 * @param scope Selector of what the pictures stand in, such as `figure`.
 */
export function darkStyles(scope: string): string {
  return Object.entries(dark)
    .flatMap(([light, twin]) =>
      ['fill', 'stroke'].map((paint) => `${scope} svg [${paint}="${light}"]{${paint}:${twin}}`),
    )
    .join('\n');
}

/** `svg` as it looks on a page of the theme. */
export function themed(svg: string, theme: PictureTheme): string {
  if (theme === 'light') return svg;
  return svg.replace(painted, (whole, attribute: string, colour: string) => {
    const name = colour.toLowerCase();
    const counterpart = dark[long[name] ?? name];
    return counterpart === undefined ? whole : `${attribute}="${counterpart}"`;
  });
}
