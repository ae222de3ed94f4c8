/**
 * One ensemble: how it ends, shares at the end and over time, first passages.
 */

import { likeliest } from '@trilogue/engine';
import { figure } from '../html/figure.js';
import { html, type Markup } from '../html/markup.js';
import { table } from '../html/table.js';
import { brief, count } from '../text/figures.js';
import type { ReportContext, Section } from './context.js';
import { accuracyText, biasText, digits, intervalText, profileText } from './words.js';

/** More rows than this are not read; the JSON document has them all. */
const mostRows = 32;

export function outcomesSection(context: ReportContext): Section {
  const { ensemble } = context.figures;
  const { outcomes, bands } = context.pictures;
  const near = `within ${brief(ensemble.delta)} of the profile in every share`;
  const body = html`<p>${count(ensemble.paths)} ${ensemble.paths === 1 ? 'path, all being the same without noise,' : 'paths'} from the start of the game to time ${brief(ensemble.horizon)}. A path counts
for a profile where it is ${near} at the end. ${accuracyText(context.figures)}</p>
${figure('outcomes-picture', outcomes, 'Probability of each outcome with its 95% interval.')}
${outcomeTable(context)}
<h3>Shares</h3>
${figure('bands', bands, 'Mean of each share over time and the spread of the paths.')}
${finalTable(context)}
<h3>First passages</h3>
${passagePart(context)}`;
  return { id: 'outcomes', title: 'How it ends', body };
}

function outcomeTable({ figures: { ensemble } }: ReportContext): Markup {
  const shown = likeliest(ensemble.outcomes, mostRows);
  const hidden = ensemble.outcomes.length - shown.length;
  return table({
    id: 'outcomes-table',
    caption: `Outcomes at time ${brief(ensemble.horizon)}; both parts of the error: the interval holds the noise of the paths, the last column bounds the bias of the step${hidden > 0 ? `. ${count(hidden)} more with smaller probability` : ''}`,
    columns: [
      { head: 'Outcome' },
      { head: 'Probability', figures: true },
      { head: '95% interval', figures: true },
      { head: 'Step bias at most', figures: true },
    ],
    rows: [
      ...shown.map(({ profile, probability, low, high, bias }) => [
        profileText(profile),
        digits(probability),
        intervalText(low, high),
        biasText(bias),
      ]),
      ['near none of them', digits(Math.max(0, ensemble.undecided)), '', ''],
    ],
  });
}

function finalTable({ figures: { ensemble } }: ReportContext): Markup {
  return table({
    id: 'final-table',
    caption: `Shares at time ${brief(ensemble.horizon)} over the paths`,
    columns: [
      { head: 'Share' },
      { head: 'Mean', figures: true },
      { head: '95% interval', figures: true },
      { head: 'Step bias at most', figures: true },
      { head: 'Standard deviation', figures: true },
      { head: '10%', figures: true },
      { head: 'Median', figures: true },
      { head: '90%', figures: true },
    ],
    rows: Object.entries(ensemble.final).map(([name, { mean, low, high, bias, sd, q10, q50, q90 }]) => [
      name,
      digits(mean),
      intervalText(low, high),
      biasText(bias),
      ...[sd, q10, q50, q90].map(digits),
    ]),
  });
}

function passagePart({ figures: { ensemble }, pictures }: ReportContext): Markup {
  const entered = ensemble.passages
    .filter(({ mean }) => mean !== null)
    .toSorted((a, b) => b.probability - a.probability)
    .slice(0, mostRows);
  if (ensemble.passages.length === 0)
    return html`<p>The game has too many pure profiles to measure first passages.</p>`;
  if (entered.length === 0) {
    return html`<p>No path comes within ${brief(ensemble.delta)} of a pure profile before the horizon.</p>`;
  }
  const rows = entered.map(({ profile, probability, low, high, mean, meanLow, meanHigh, q10, q50, q90 }) => [
    profileText(profile),
    digits(probability),
    intervalText(low, high),
    mean!.toFixed(2),
    meanLow === null || meanHigh === null ? 'not known' : `${meanLow.toFixed(2)} to ${meanHigh.toFixed(2)}`,
    ...[q10, q50, q90].map((time) => (time ?? 0).toFixed(2)),
  ]);
  return html`${pictures.passages === null ? null : figure('passages', pictures.passages, 'When paths first come near a profile. The area is the part of the paths that do.')}
${table({
  id: 'passages-table',
  caption: `First entries before time ${brief(ensemble.horizon)}: probability, and times over the paths that enter. ${ensemble.dt === null ? 'Times are' : `Entries are seen at the ends of steps of ${brief(ensemble.dt)}, so times are late by up to one step; they are`} not held to the tolerance`,
  columns: [
    { head: 'Profile' },
    { head: 'Probability', figures: true },
    { head: '95% interval', figures: true },
    { head: 'Mean time', figures: true },
    { head: '95% interval', figures: true },
    { head: '10%', figures: true },
    { head: 'Median', figures: true },
    { head: '90%', figures: true },
  ],
  rows,
})}`;
}
