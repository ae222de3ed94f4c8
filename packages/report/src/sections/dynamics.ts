/**
 * The dynamics in pictures: the space of the shares and evolution over time from a grid of starts.
 */

import type { PhaseFigures } from '../gather/phase.js';
import { figure } from '../html/figure.js';
import { html, type Markup } from '../html/markup.js';
import { count } from '../text/figures.js';
import type { ReportContext, Section } from './context.js';

export function dynamicsSection({ figures, pictures }: ReportContext): Section {
  const { phase, evolution, equilibria } = figures;
  const space =
    phase === null || pictures.phase === null
      ? html`<p>${noPicture(figures.description.coordinates.length)}</p>`
      : figure('phase', pictures.phase, phaseWords(phase, equilibria.continua.length > 0));
  const bands = evolution.noisy
    ? ` Bands: between the 10% and the 90% quantile of ${count(evolution.paths)} noisy paths each.`
    : ' The game has no noise here.';
  const body = html`${space}
${figure('evolution', pictures.evolution, html`Shares over time from a grid of starts. Lines: without noise, by Dormand and Prince's method.${bands}`)}`;
  return { id: 'dynamics', title: 'The dynamics', body };
}

function noPicture(coordinates: number): string {
  if (coordinates === 1) return 'The state is one share, so the evolution over time below shows all of it.';
  return `The state has ${coordinates} shares of players with more than two strategies: there is no picture of it as a whole; the evolution over time below shows each share.`;
}

function phaseWords(phase: PhaseFigures, hasFamilies: boolean): Markup {
  const { paths } = phase;
  const noisy = paths.filter((path) => path.noisy).length;
  const plain = paths.length - noisy;
  const families = hasFamilies ? ' Families of equilibria are not drawn, the pure profiles in them are marked.' : '';
  const marks = `Marks: equilibria by what the linearisation says.${families}`;
  const drawn = `${plain} paths without noise${noisy === 0 ? '' : ` and ${noisy} noisy ones from the start of the game`}.`;
  switch (phase.kind) {
    case 'cube':
      return html`The cube of the shares with ${drawn} ${marks}`;
    case 'square':
      return html`The square of the shares with ${drawn} Arrows: the drift. ${marks}`;
    case 'triangle':
      return html`The shares of the first two strategies, the third having the rest: only the triangle below the diagonal is possible. With ${drawn} ${marks}`;
    case 'section':
      return html`A section through the space of the shares, the other shares staying where the game starts. Arrows: the drift within the section; paths leave it, so none is drawn.`;
  }
}
