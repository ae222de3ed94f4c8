/**
 * The metric over the starting point.
 */

import type { StartMap } from '../gather/start-map.js';
import { figure } from '../html/figure.js';
import { html, type Markup } from '../html/markup.js';
import { brief, rough } from '../text/figures.js';
import type { ReportContext, Section } from './context.js';
import { largestBias } from './words.js';

export function startSection({ figures, pictures }: ReportContext): Section {
  const { startMap, metric } = figures;
  const body =
    startMap === null || pictures.start === null
      ? html`<p>Players have more strategies than a map over two shares can show, so there is none.</p>`
      : html`<p>How <code>${metric}</code> depends on where the game starts${atWords(startMap)}.</p>
${figure('start-picture', pictures.start, caption(startMap))}`;
  return { id: 'start', title: 'The starting point', body };
}

function atWords({ at }: StartMap): string {
  if (at.length === 0) return '';
  return `, ${at.map(({ name, value }) => `${name} starting at ${brief(value)}`).join(', ')}`;
}

function caption(map: StartMap): Markup {
  const told = map.cells.flat().filter(({ value }) => value !== null);
  const widest = Math.max(...told.map(({ value, low, high }) => Math.max((high ?? 0) - value!, value! - (low ?? 0))));
  const noise = ` 95% intervals of at most ±${rough(widest)}.${largestBias(told)}`;
  if (map.kind === 'curve') return html`The metric along the share at the start, with its 95% band.${noise}`;
  const cross =
    map.kind === 'triangle' ? ' Crosses: no such start, since the shares of the three strategies add up to 1.' : '';
  if (map.profile === null) return html`The metric over the shares at the start.${cross}${noise}`;
  const boundary =
    map.boundary.length > 0
      ? ' The dashed line is the boundary between the basins without noise.'
      : ' The boundary without noise is not drawn, since it is no single line across this map.';
  const line = map.kind === 'triangle' ? '' : boundary;
  return html`Probability of the outcome over the shares at the start: the boundary of its basin under noise. The double line is
where it is one half.${line}${cross}${noise}`;
}
