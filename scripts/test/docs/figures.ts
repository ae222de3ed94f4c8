/**
 * Figures of the documentation: what a command of a page draws, committed below `docs/images` under the name of the page. Owns where they are
 * and when two are the same.
 */
import { join, relative } from 'node:path';

/** Where a page keeps a figure. @param page such as `docs/tutorial.md` @param figure as the command writes it, such as `map/heatmap.svg` */
export function placeOf(page: string, figure: string): string {
  const folder = relative('docs', page).replace(/\.md$/, '');
  return join('docs', 'images', folder, figure.replaceAll('/', '-'));
}

/** A picture without the version that drew it, which its caption names. */
export function withoutVersion(svg: string): string {
  return svg.replace(/trilogue \d+\.\d+\.\d+[^<\s]*/g, 'trilogue');
}
