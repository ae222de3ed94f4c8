/**
 * What is needed to get the same page again.
 */
import { html, type Part, preformatted } from '../html/markup.js';
import type { ReportContext, Section } from './context.js';

export function reproduceSection({ maker, seed, figures, file, game }: ReportContext): Section {
  const { ensemble } = figures;
  const passedOver = ensemble.passedOver.map(({ name, reason }) => `${name} (${reason})`);
  const facts: [string, Part][] = [
    ['Seed', seed],
    [
      'Backend',
      `${ensemble.backend} (${ensemble.device}, ${ensemble.threads} ${ensemble.threads === 1 ? 'thread' : 'threads'})`,
    ],
    ...(passedOver.length === 0 ? [] : [['Passed over', passedOver.join('; ')] as [string, Part]]),
    ['Versions', `trilogue ${maker.version}, ${maker.host}`],
    [
      'Game file',
      file.sha256 === null
        ? 'SHA-256 not computed: browsers offer it to pages over https alone'
        : html`SHA-256 <code>${file.sha256}</code>`,
    ],
  ];
  const body = html`<p>The same command with the same version gives the same figures on the same backend, in any number of threads. On another
backend the random numbers are the same, and results equal up to rounding.</p>
${preformatted(maker.command)}
<dl>${facts.map(([term, fact]) => html`<dt>${term}</dt><dd>${fact}</dd>\n`)}</dl>
<h3>The game file</h3>
<p>The whole of <code>${game.name}</code> as a file that trilogue reads; comments of the original are not kept.</p>
${preformatted(file.text.trimEnd())}`;
  return { id: 'reproduce', title: 'How to reproduce it', body };
}
