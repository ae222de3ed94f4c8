/**
 * A style sheet that turns charts which stand in a page, as SVG elements, dark. Colours of data stay as they are, so that
 * keys and colour bars stay true; only ink and paper change.
 * Owns the dark twin of every ink.
 */
import { frameInk, gridInk, ink, lineColours, missingFill, paper, softInk } from '../colour/ink.js';

const twins: readonly (readonly [light: string, dark: string])[] = [
  [ink, '#e8eaed'],
  [softInk, '#b6bcc4'],
  [frameInk, '#8d949c'],
  [gridInk, '#33383e'],
  [missingFill, '#565c63'],
  [paper, '#15181b'],
  // black as the last colour of a series
  [lineColours[6], '#e8eaed'],
  // two hues that are too dark on dark paper
  [lineColours[0], '#4aa8e0'],
  [lineColours[1], '#f0803c'],
];

/**
 * CSS rules for a page that is dark.
 *
 * @param scope Selector of what the charts stand in, such as `figure`.
 */
export function darkStyles(scope: string): string {
  return twins
    .flatMap(([light, dark]) =>
      (['fill', 'stroke'] as const).map((paint) => `${scope} svg [${paint}="${light}"]{${paint}:${dark}}`),
    )
    .join('\n');
}
