/**
 * The four claims of the article that the bundled game stands for, each with the figures that bear it out.
 */

import type { Claims, Trend } from '../gather/claims.js';
import { figure } from '../html/figure.js';
import { html, type Markup, type Part } from '../html/markup.js';
import { table } from '../html/table.js';
import { brief } from '../text/figures.js';
import type { ReportContext, Section } from './context.js';
import {
  digits,
  largestBias,
  parameterCell,
  parameterSymbol,
  parameterWords,
  profileText,
  rangeText,
  toldCell,
  verdictMark,
} from './words.js';

/** Null for games without claims. */
export function claimsSection(context: ReportContext): Section | null {
  const { claims } = context.figures;
  if (claims === null) return null;
  const body = html`<p>The abstract of Dong, Liu and Mi (2023) makes four claims. Each is looked at here with the parameters of this report,
by figures that were computed for it. A claim is about a direction: it holds where the difference is larger than
both parts of its error together.</p>
${[stableClaim(claims), investmentClaim(context, claims), trustClaim(context, claims), coordinationClaim(context, claims)]}`;
  return { id: 'claims', title: 'The four claims', body };
}

function claim(number: number, title: string, verdict: Markup, body: Part): Markup {
  return html`<h3 id="claim-${number}">${number}. ${title}</h3>
<p>${verdict}</p>
${body}`;
}

function stableClaim({ stable }: Claims): Markup {
  const values = stable.eigenvalues.map(brief).join(', ');
  return claim(
    1,
    'There is a positive stable point',
    verdictMark(stable.verdict),
    html`<p>At ${profileText(stable.profile)} the Jacobian is diagonal, with the eigenvalues ${values}: ${
      stable.verdict === 'holds'
        ? 'all below 0, so the profile is asymptotically stable'
        : stable.verdict === 'open'
          ? 'none above 0 and one exactly 0, so the linearisation does not decide'
          : 'one above 0, so the profile is not stable'
    }. The conditions in the named parameters stand under <a href="#conditions">Stability conditions</a>.</p>
`,
  );
}

function investmentClaim({ pictures }: ReportContext, { investment }: Claims): Markup {
  const { trends, effects, verdict } = investment;
  const effect = effects.map(({ parameter, effect: own, at }) => {
    const ends = `${brief(own[0]!)} to ${brief(own.at(-1)!)}`;
    return html`${parameterSymbol(parameter)} from ${brief(at[0]!)} to ${brief(at.at(-1)!)}: ${ends}`;
  });
  return claim(
    2,
    'More investment makes the external effect larger and full sharing more probable',
    verdictMark(verdict),
    html`<p>The external effect of a department that shares with the other is ${parameterSymbol('e')} times its investment: with ${effect[0]!}; with ${effect[1]!}.
The probability of full sharing:</p>
${trendTable('claim-2-table', 'Probability of full sharing along the investments', trends)}
${cards('claim-2', trends, pictures.claims, 'Probability of full sharing along')}`,
  );
}

function trustClaim({ pictures }: ReportContext, { trust }: Claims): Markup {
  const { trend, largestAt, verdict } = trust;
  const peak =
    largestAt === trend.at[0]
      ? 'The gap is largest where trust is least.'
      : html`The gap does not fall all the way: of the values looked at it is largest at ${parameterSymbol('tau')} = ${brief(largestAt)}, where the outcome is open for longest.`;
  return claim(
    3,
    'Accumulated trust shrinks the difference between the departments over time',
    verdictMark(verdict),
    html`<p>The mean gap between the shares of both departments over time, from little trust to nearly full trust. ${peak}</p>
${trendTable('claim-3-table', 'Mean gap between the shares of A and B over time, along trust', [trend])}
${cards('claim-3', [trend], pictures.claims, 'Mean gap between the departments along')}`,
  );
}

function coordinationClaim({ pictures }: ReportContext, { coordination }: Claims): Markup {
  const { trends, reward, verdict } = coordination;
  const optimum = reward.inside
    ? html`The reward ${parameterSymbol('w')} helps only up to a point, since M pays for it: of the values looked at the best is ${brief(reward.best)}, and it beats both ends of the range beyond the errors.`
    : html`The reward ${parameterSymbol('w')} has no best value inside its range here: of the values looked at the best is ${brief(reward.best)}.`;
  return claim(
    4,
    'Coordination and reviews make full sharing more probable',
    verdictMark(verdict),
    html`<p>Coordination: the saved cost ${parameterSymbol('kappa')} and the penalty ${parameterSymbol('p')}. Reviews: ${parameterSymbol('v')} and ${parameterSymbol('d')}. ${optimum}</p>
${trendTable('claim-4-table', 'Probability of full sharing along coordination, reviews and the reward', [...trends, reward.trend])}
${cards('claim-4', [...trends, reward.trend], pictures.claims, 'Probability of full sharing along')}`,
  );
}

function trendTable(id: string, caption: string, trends: readonly Trend[]): Markup {
  const middle = (list: Trend['metric']) => list[(list.length - 1) / 2]!;
  const told = trends.flatMap(({ metric }) => metric);
  return table({
    id,
    caption: `${caption}, with 95% intervals; the last column is the difference and how far it may be off.${largestBias(told)}`,
    columns: [
      { head: 'Parameter' },
      { head: 'Range' },
      { head: 'At the low end', figures: true },
      { head: 'In the middle', figures: true },
      { head: 'At the high end', figures: true },
      { head: 'High less low', figures: true },
    ],
    rows: trends.map(({ parameter, title, at, metric, change }) => [
      parameterCell({ name: parameter, title }),
      rangeText([at[0]!, at.at(-1)!]),
      toldCell(metric[0]!),
      toldCell(middle(metric)),
      toldCell(metric.at(-1)!),
      change === null ? 'no value' : `${digits(change.value)} ± ${digits(change.error)}`,
    ]),
  });
}

function cards(
  id: string,
  trends: readonly Trend[],
  drawn: ReportContext['pictures']['claims'],
  words: string,
): Markup {
  return html`<div class="cards">
${trends.map(({ parameter, title }) => {
  const picture = drawn.get(parameter);
  if (picture === undefined) return null;
  const caption = html`${words} ${parameterWords({ name: parameter, title })}, with the 95% band.`;
  return figure(`${id}-${parameter}`, picture, caption);
})}</div>
`;
}
