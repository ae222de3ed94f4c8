/**
 * One factor at a time, and two at once.
 */

import { describeMetric } from '@trilogue/engine';
import type { FactorFigures } from '../gather/factors.js';
import { figure } from '../html/figure.js';
import { html, type Markup } from '../html/markup.js';
import { table } from '../html/table.js';
import { brief, count, rough } from '../text/figures.js';
import type { ReportContext, Section } from './context.js';
import { digits, largestBias, parameterCell, parameterWords, rangeText, toldCell } from './words.js';

export function factorsSection(context: ReportContext): Section {
  const { figures, pictures, game } = context;
  const { factors, metric } = figures;
  const known = factors.filter(({ fault }) => fault === null);
  const title = 'One factor at a time';
  if (factors.length === 0) {
    const body = html`<p>No parameter of the game file has a range, so nothing is varied here. A range is written beside a value:
<code>range: [LO, HI]</code>.</p>`;
    return { id: 'factors', title, body };
  }
  const { title: words } = describeMetric(game, metric);
  const body = html`<p>Each parameter is moved over its range while the others stay where they are. Followed is <code>${metric}</code>: ${words}.</p>
${faultsPart(factors)}
${pictures.tornado === null ? null : figure('tornado', pictures.tornado, 'The metric at the low and at the high end of every range, the widest swing at the top.')}
${factorTable(known)}
<h3>Along each range</h3>
<p>The metric along the range of each parameter, with the band of its 95% interval.</p>
<div class="cards">
${known.map(({ name, title }) => figure(`along-${name}`, pictures.along.get(name)!, parameterWords({ name, title })))}</div>
<h3>Over time at the low, middle and high value</h3>
<p>Mean shares over ${count(known[0]?.levels[0]?.paths ?? 0)} paths each, with the step of the main ensemble.</p>
${known.map((factor) => levelsFigure(factor, context))}`;
  return { id: 'factors', title, body };
}

function levelsFigure({ name, title }: FactorFigures, { pictures }: ReportContext): Markup {
  return figure(
    `levels-${name}`,
    pictures.levels.get(name)!,
    html`Mean shares over time at three values of ${parameterWords({ name, title })}.`,
  );
}

function faultsPart(factors: readonly FactorFigures[]): Markup | null {
  const faults = factors.flatMap(({ name, fault }) => (fault === null ? [] : [{ name, fault }]));
  if (faults.length === 0) return null;
  return html`<p>Without figures, since the game is not defined all over their ranges:</p>
<ul>${faults.map(({ name, fault }) => html`<li>${name}: ${fault}</li>`)}</ul>`;
}

function factorTable(factors: readonly FactorFigures[]): Markup {
  const ranked = factors.toSorted((a, b) => (b.swing ?? 0) - (a.swing ?? 0));
  return table({
    id: 'factors-table',
    caption: `The metric at the low, middle and high value of every parameter, with 95% intervals, the largest change first.${largestBias(factors.flatMap(({ metric }) => metric))}`,
    columns: [
      { head: 'Parameter' },
      { head: 'Group' },
      { head: 'Now', figures: true },
      { head: 'Range' },
      { head: 'Low', figures: true },
      { head: 'Middle', figures: true },
      { head: 'High', figures: true },
      { head: 'Largest change', figures: true },
    ],
    rows: ranked.map(({ name, title, group, value, range, levels, swing }) => [
      parameterCell({ name, title }),
      group ?? '',
      brief(value),
      rangeText(range),
      ...levels.map(({ metric }) => toldCell(metric)),
      swing === null ? 'no value' : digits(swing),
    ]),
  });
}

export function pairSection({ figures, pictures }: ReportContext): Section {
  const { pair, metric } = figures;
  const id = 'pair';
  if (pair === null || pictures.pair === null) {
    const body = html`<p>Fewer than two parameters have a range, so there are no two to vary at once.</p>`;
    return { id, title: 'Two factors at once', body };
  }
  const { result, accuracy, why } = pair;
  const axes = [result.x, ...(result.y === null ? [] : [result.y])];
  const reasons = {
    asked: 'as was asked for',
    own: 'the two that this game asks about',
    largest: 'the two that change the metric most',
  };
  const spans = axes
    .map(({ name, values }) => `${name} from ${brief(values[0]!)} to ${brief(values.at(-1)!)}`)
    .join(' and ');
  const body = html`<p><code>${metric}</code> over ${spans}, ${reasons[why]}: ${count(result.cells)} cells of ${count(smallest(result.cellPaths))} to ${count(result.paths)} paths on common random numbers.</p>
${figure('pair-picture', pictures.pair, html`The metric over ${axes.map(({ name, title }, i) => html`${i === 0 ? '' : ' and '}${parameterWords({ name, title: title ?? null })}`)}. ${errorWords(accuracy)}`)}`;
  return { id, title: axes.length === 1 ? 'One factor closely' : 'Two factors at once', body };
}

function smallest(cells: readonly (readonly number[])[]): number {
  return cells.flat().reduce((least, each) => Math.min(least, each));
}

function errorWords({
  wanted,
  noise,
  bias,
  outside,
}: NonNullable<ReportContext['figures']['pair']>['accuracy']): string {
  if (noise === null) return 'No cell has a value.';
  const parts = `95% intervals of at most ±${rough(noise)}, bias of the step ${bias === null ? 'not estimated' : `at most ${rough(bias)}`}`;
  if (wanted === null) return `${parts}.`;
  if (outside === 0) return `Every cell is within ${brief(wanted)} at 95%: ${parts}.`;
  return `${count(outside ?? 0)} cells are not within ${brief(wanted)}: ${parts}.`;
}
