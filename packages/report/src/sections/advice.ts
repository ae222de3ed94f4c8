/**
 * The recommendation: levers by effect, the smallest change of each that reaches the target, the cheapest pair, and best
 * values inside ranges.
 */

import { answerText, type LeverAdvice, type Recommendation, stepWords } from '@trilogue/study';
import { html, type Markup } from '../html/markup.js';
import { table } from '../html/table.js';
import { brief, count } from '../text/figures.js';
import type { ReportContext, Section } from './context.js';
import { digits, intervalText, parameterCell, parameterSymbol, parameterWords, rangeText, toldText } from './words.js';

export function adviceSection({ figures: { advice } }: ReportContext): Section {
  const heading = { id: 'recommendation', title: 'Recommendation' };
  if (advice.given === null) return { ...heading, body: html`<p>There is no recommendation. ${advice.reason}</p>` };
  const { given } = advice;
  const met = given.levers[0]!.outcome === 'already';
  const { start } = given;
  const body = html`<p><code>${given.metric}</code> is ${toldText({ ...start, bias: null })} now and is to be ${wanted(given)}. ${
    met
      ? 'That is so already; nothing has to be changed.'
      : 'Every parameter that stands within its range is a lever, which may be moved within it.'
  }</p>
${met ? null : [alone(given), pair(given)]}
${optima(given)}
<h3>Levers by effect</h3>
${effects(given)}
${groups(given)}
<p class="small">${given.dt === null ? 'One path for each point' : `${count(given.paths)} paths for each point on common random numbers`}, ${given.scheme}; step ${stepWords({ dt: given.dt, bias: given.stepBias })}.
Answers are checked by a simulation on other random numbers with half that step.</p>`;
  return { ...heading, body };
}

function wanted({ goal, target }: Recommendation): string {
  return `${goal === 'at-least' ? 'at least' : 'at most'} ${brief(target)}`;
}

function alone(advice: Recommendation): Markup {
  const reached = advice.levers.filter(({ change }) => change !== null).toSorted((a, b) => a.change! - b.change!);
  const rest = advice.levers.filter(({ change }) => change === null);
  const never =
    rest.length === 0 ? '' : `Not within their ranges: ${rest.map(({ parameter }) => parameter).join(', ')}.`;
  if (reached.length === 0) {
    return html`<h3>One lever alone</h3>
<p>No lever alone reaches it within its range.</p>`;
  }
  return html`<h3>One lever alone</h3>
${table({
  id: 'levers-alone',
  caption: `The smallest change of one lever that makes the metric ${wanted(advice)}, with its 95% interval, and the metric found there by the check`,
  columns: [
    { head: 'Lever' },
    { head: 'Now', figures: true },
    { head: 'To', figures: true },
    { head: '95% interval', figures: true },
    { head: 'Part of the range', figures: true },
    { head: 'Check', figures: true },
  ],
  rows: reached.map((lever) => [
    parameterCell({ name: lever.parameter, title: lever.title }),
    brief(lever.from),
    answerText(lever.value!, { from: lever.from, low: lever.low!, high: lever.high! }),
    intervalOf({ low: lever.low!, high: lever.high! }),
    percent(lever.change!),
    checkText(lever.check),
  ]),
})}
<p>${never}</p>`;
}

function checkText(check: LeverAdvice['check']): string {
  if (check === null) return '';
  const found = toldText({ ...check, bias: null });
  return check.agrees ? found : `${found}, which is not the target: take it with care`;
}

function pair({ pair: best, pairSearch }: Recommendation): Markup {
  const costlier = pairSearch?.costlier ?? false;
  if (best === null) {
    return html`<h3>Two levers together</h3>
<p>${costlier ? 'No pair was found that costs less than the best lever alone.' : 'No two levers were found that reach it together.'}</p>`;
  }
  const moves = best.moves.map((move) => {
    return html`${parameterSymbol(move.parameter)} from ${brief(move.from)} to ${answerText(move.value, move)} (${intervalOf(move)}), ${percent(move.change)} of its range`;
  });
  return html`<h3>Two levers together</h3>
<p>The cheapest pair, where the cost of a change is the square of its part of the range: move ${moves[0]!}, and ${moves[1]!}.
A check found ${checkText(best.check)}.</p>`;
}

function optima({ levers }: Recommendation): Markup | null {
  const inner = levers.flatMap((lever) => (lever.optimum === null ? [] : [{ ...lever, optimum: lever.optimum }]));
  if (inner.length === 0) return null;
  return html`<h3>Best inside the range</h3>
<ul>${inner.map(
    ({ parameter, title, optimum }) =>
      html`<li>${parameterWords({ name: parameter, title })}: best at ${answerText(optimum.value, optimum)}; any value from ${intervalOf(optimum)} may be the best. The metric there: ${toldText({ ...optimum.output, bias: null })}.</li>`,
  )}</ul>`;
}

function effects({ levers }: Recommendation): Markup {
  return table({
    id: 'levers-effects',
    caption: 'Change of the metric, in hundredths, where a lever rises by one per cent of its range',
    columns: [
      { head: 'Lever' },
      { head: 'Group' },
      { head: 'Now', figures: true },
      { head: 'Range' },
      { head: 'Effect', figures: true },
      { head: '95% interval', figures: true },
    ],
    rows: levers.map(({ parameter, title, group, from, range, effect }) => [
      parameterCell({ name: parameter, title }),
      group ?? '',
      brief(from),
      rangeText(range),
      digits(100 * effect.value),
      intervalText(100 * effect.low, 100 * effect.high),
    ]),
  });
}

function groups({ groups: all }: Recommendation): Markup | null {
  if (all.length === 0) return null;
  return table({
    id: 'levers-groups',
    caption: 'The same for all levers of a group at once, each by one per cent of its range in its better direction',
    columns: [{ head: 'Group' }, { head: 'Effect', figures: true }, { head: '95% interval', figures: true }],
    rows: all.map(({ group, value, low, high }) => [group, digits(100 * value), intervalText(100 * low, 100 * high)]),
  });
}

function intervalOf({ low, high }: { low: number; high: number }): string {
  return `${answerText(low, { low, high })} to ${answerText(high, { low, high })}`;
}

function percent(part: number): string {
  return `${(100 * part).toFixed(1)}%`;
}
