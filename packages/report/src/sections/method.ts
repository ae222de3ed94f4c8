/**
 * How the figures were made, and how far they can be trusted: equation, scheme, both parts of the error.
 */
import { dynamicsOf, dynamicsWords, equationShape, noiseWords } from '@trilogue/core';
import { sweptTolerance } from '../gather/job.js';
import { html, type Markup } from '../html/markup.js';
import { table } from '../html/table.js';
import { displayed, indexed, math, operator } from '../math/mathml.js';
import { brief, count } from '../text/figures.js';
import type { ReportContext, Section } from './context.js';
import { digits, intervalText } from './words.js';

export function methodSection(context: ReportContext): Section {
  const body = html`<h3>Model</h3>
${equationPart(context)}
<h3>Computation</h3>
${computationPart(context)}
<h3>The two parts of the error</h3>
${errorPart(context)}
${stepPart(context)}`;
  return { id: 'method', title: 'Method and accuracy', body };
}

const x = indexed(html`<mi>x</mi>`, ['i', 's']);
const pay = indexed(html`<mi>f</mi>`, ['i', 's']);
const average = html`<msub><mover><mi>f</mi><mo>¯</mo></mover><mi>i</mi></msub>`;
const differential = (of: Markup) => html`<mrow><mi mathvariant="normal">d</mi>${of}</mrow>`;
const drift = html`<mrow>${x}<mo>(</mo>${pay}<mo>(</mo><mi>x</mi><mo>)</mo><mo>−</mo>${average}<mo>(</mo><mi>x</mi><mo>)</mo><mo>)</mo></mrow>`;
const intensity = html`<mrow><msub><mi>g</mi><mrow><mi>i</mi><mo>,</mo><mi>s</mi></mrow></msub><mo>(</mo><mi>x</mi><mo>)</mo></mrow>`;

const diffusion = html`<mo>+</mo>${intensity}<msub><mrow><mi mathvariant="normal">d</mi><mi>W</mi></mrow><mi>i</mi></msub>`;

function equationPart({ game, figures: { ensemble } }: ReportContext): Markup {
  const shape = equationShape(game);
  const put =
    ensemble.boundaryHits === 0
      ? ''
      : ` ${count(ensemble.boundaryHits)} steps of the main ensemble left the range of a share and were put back.`;
  const players = game.players.some(({ strategies }) => strategies.length > 2)
    ? ' of two strategies, and one less than it has strategies for a larger one'
    : '';
  const independent =
    shape.correlation === undefined ? ` Each player has one Brownian motion of its own${players}.` : '';
  const noise =
    game.noise.kind === 'none'
      ? 'There is no noise.'
      : html`Noise of kind <code>${game.noise.kind}</code>: ${noiseWords(shape)}${shape.reading === undefined ? " It is read as Ito's." : ''}${independent}`;
  const equation =
    game.dynamics === 'replicator' && shape.mutation === undefined
      ? html`<p>The replicator equation for the share of strategy ${math(html`<mi>s</mi>`)} of player ${math(html`<mi>i</mi>`)}, whose payoff is
${math(pay)} and whose player has the average payoff ${math(average)}:</p>
<div class="scroll" role="region" aria-label="The equation" tabindex="0">${displayed(differential(x), operator('='), drift, differential(html`<mi>t</mi>`), game.noise.kind === 'none' ? null : diffusion)}</div>`
      : html`<p>${dynamicsWords(shape)} Source: ${dynamicsOf(shape).source}.</p>`;
  return html`${equation}
<p>${noise}${put}</p>`;
}

function computationPart({ figures: { ensemble, evolution, seconds }, seed }: ReportContext): Markup {
  const { backend, device, scheme, dt, steps, paths } = ensemble;
  return html`<ul>
${
  dt === null
    ? html`<li>Main run: one path, since nothing disturbs it, by the method <code>${scheme}</code> in double precision, which chooses the length of each step. Sweeps and pictures: the same.</li>`
    : html`<li>Main ensemble: ${count(paths)} ${paths === 1 ? 'path' : 'paths'} of ${count(steps!)} steps of ${brief(dt)} by the scheme <code>${scheme}</code>, on ${backend} (${device}).</li>
<li>Pictures of many runs (evolution, levels of a factor): the same scheme and step, ${count(evolution.paths)} paths each.</li>`
}
<li>Random numbers: Philox4x32-10, addressed by seed, cell and path; the seed is "${seed}". Cells of one sweep share them, so that differences are the model's.</li>
<li>Equilibria: exact elimination where the equations allow it, else subdivision with Krawczyk's test: with Bernstein bounds and exact fractions where what must vanish is a polynomial, in interval arithmetic where it is not.</li>
<li>Paths without noise: Dormand and Prince's method of orders 5 and 4 with error control.</li>
<li>All of this took ${count(Math.round(seconds))} s.</li>
</ul>`;
}

function errorPart({ figures: { ensemble } }: ReportContext): Markup {
  const { tolerance, dt } = ensemble;
  if (dt === null) {
    return html`<p>Nothing disturbs the paths, so that there is one, and no interval. It is followed by two tolerances of a step, the second a sixteenth of
the first and both as small as it takes, until what is told changes by less than a third of ${brief(tolerance!)}, or of ${brief(sweptTolerance(tolerance)!)} in the cells of sweeps;
that change stands in the tables as the bias of the step. A bound that is not known is said.</p>`;
  }
  const wanted =
    tolerance === null
      ? 'Step or number of paths were given, so the bias of the step is not estimated; the table below shows what shorter steps make of it.'
      : html`Outcomes and mean shares of the main ensemble, of the scenarios and the gap of claim 3 were asked to be within <strong>${brief(tolerance)}</strong> at 95%, both parts together, and the cells of sweeps, of which many make one picture, within <strong>${brief(sweptTolerance(tolerance)!)}</strong>. Step and number of paths were chosen so.`;
  return html`<p>A simulated figure is off for two reasons. The paths are a sample: a 95% interval (Wilson's for probabilities) holds that part, and
stands beside every figure. And a step of finite length has a bias: it is bounded at 95% by halving the step on a subsample. ${wanted}</p>`;
}

function stepPart({ figures: { stepCheck, metric } }: ReportContext): Markup | null {
  if (stepCheck.some(({ dt }) => dt === null)) return null;
  return table({
    id: 'step-check',
    caption: `${metric} again with the step of the main ensemble, half of it and a quarter of it`,
    columns: [
      { head: 'Step' },
      { head: 'Paths', figures: true },
      { head: 'Metric', figures: true },
      { head: '95% interval', figures: true },
    ],
    rows: stepCheck.map(({ dt, paths, value, low, high }) => [
      brief(dt!),
      count(paths),
      value === null ? 'no value' : digits(value),
      intervalText(low, high),
    ]),
  });
}
