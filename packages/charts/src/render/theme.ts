/**
 * The dark look of a finished picture, as another picture or as a style sheet of the page that it stands in: the neutral colours of ink.ts exchanged for their counterparts on a dark page. The
 * scale of the heatmaps and the colours of lines keep their meaning and stay, except black, which would be lost.
 * Owns the counterparts alone; charts are drawn for light and know nothing of this.
 */

import { frameInk, gridInk, ink, missingFill, paper, softInk } from '../colour/ink.js';
import { viridisStops } from '../colour/viridis.js';

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

const element = /<[a-z][^>]*>/gi;
const painted = /\b(fill|stroke|stop-color)="(#[0-9a-f]{6}|#[0-9a-f]{3})"/gi;
const long: Readonly<Record<string, string>> = { '#fff': '#ffffff', '#000': '#000000' };

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
  const hasScale = svg.includes(`stop-color="${viridisStops[0]}"`);
  return svg.replace(element, (tag) =>
    tag.replace(painted, (whole, attribute: string, colour: string) => {
      const name = long[colour.toLowerCase()] ?? colour.toLowerCase();
      const counterpart = dark[name];
      if (counterpart === undefined || (hasScale && isOnScale(tag, attribute, name))) return whole;
      return `${attribute}="${counterpart}"`;
    }),
  );
}

/**
 * Whether a paint belongs to a mark over the colours of a heatmap, which are the same on every page: its lines and hatching
 * are strokes in ink or paper, its labels are bold or in paper. Frames and axes have colours of their own.
 */
function isOnScale(tag: string, attribute: string, colour: string): boolean {
  if (colour !== ink && colour !== paper) return false;
  if (!tag.startsWith('<text')) return attribute === 'stroke';
  return colour === paper || tag.includes('font-weight:bold');
}
