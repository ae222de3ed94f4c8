/**
 * All equilibria with the outcome of the proof, the stability conditions of the pure profiles, and how far parameters may move.
 */
import {
  type Equilibrium,
  eigenvalueText,
  lackingConditions,
  sharesText,
  type VerdictInterval,
} from '@trilogue/analysis';
import { html, type Markup, type Part } from '../html/markup.js';
import { groupedTable, table } from '../html/table.js';
import { conditionMath } from '../math/expression.js';
import { brief, count } from '../text/figures.js';
import type { ReportContext, Section } from './context.js';
import { entrantCell, parameterSymbol, profileCell, rangeText, stabilityMark } from './words.js';

/** More profiles than this are not read; the JSON document has them all. */
const mostProfiles = 64;

export function equilibriaSection(context: ReportContext): Section {
  const body = html`${proofPart(context)}
${pointsPart(context)}
${familiesPart(context)}
<h3 id="conditions">Stability conditions</h3>
${conditionsPart(context)}
<h3>Where the verdict stays</h3>
${intervalsPart(context)}`;
  return { id: 'equilibria', title: 'Equilibria', body };
}

function proofPart({ figures: { equilibria } }: ReportContext): Markup {
  const { complete, undecided, method, equilibria: points, continua } = equilibria;
  const how = `${count(method.elimination)} faces by exact elimination, ${count(method.subdivision)} by subdivision into ${count(method.boxes)} boxes with Krawczyk's test`;
  const number = `${count(points.length)} ${points.length === 1 ? 'equilibrium' : 'equilibria'}${continua.length === 0 ? '' : ` and ${count(continua.length)} ${continua.length === 1 ? 'family' : 'families'} of equilibria`}`;
  if (complete) {
    return html`<p>The dynamics without noise has ${number} in the product of the simplices, faces included.
<strong>Proven: there are no others</strong> (${how}).</p>`;
  }
  return html`<p>The search found ${number}. <strong>Not proven that there are no others</strong> (${how}). Open:</p>
<ul>${undecided.map(({ face, reason }) => html`<li>${face.map((own) => own.join('/')).join(', ')}: ${reason}</li>`)}</ul>`;
}

function pointsPart({ figures: { equilibria } }: ReportContext): Markup {
  return table({
    id: 'equilibria-table',
    caption:
      'Equilibria: shares of the first strategies (one number a strategy where a player has more than two), eigenvalues of the Jacobian, what the linearisation says, stability, and whether the point is a Nash equilibrium',
    columns: [
      { head: 'Shares' },
      { head: 'Profile' },
      { head: 'Eigenvalues' },
      { head: 'Type' },
      { head: 'Stability' },
      { head: 'Game theory' },
    ],
    rows: equilibria.equilibria.map((each) => [
      sharesText(each)
        .split(', ')
        .map((own, i) => [i === 0 ? '' : ', ', html`<span class="whole">${own}</span>`]),
      each.profile === null ? 'mixed' : profileCell(each.profile),
      each.eigenvalues.map(eigenvalueText).join(', ') || 'none: no linearisation',
      each.type,
      stabilityMark(each.stability),
      gameTheory(each),
    ]),
  });
}

function gameTheory({ strictNash, ess, nash, isolated }: Equilibrium): string {
  const byNash = nash === null ? 'Nash or not: not decided' : nash ? 'Nash' : 'not Nash';
  const kind = strictNash ? 'strict Nash, ESS' : ess === true ? 'ESS' : byNash;
  return isolated === false ? `${kind}; in a family` : kind;
}

function familiesPart({ figures: { equilibria } }: ReportContext): Markup | null {
  if (equilibria.continua.length === 0) return null;
  return html`<p>Families, on which the linearisation has a zero along the family and decides nothing there:</p>
<ul>${equilibria.continua.map(({ words, proven }) => html`<li>${words}${proven ? '' : ' (computed, not proven)'}</li>`)}</ul>`;
}

function conditionsPart({ game, figures: { conditions } }: ReportContext): Markup {
  const lacking = lackingConditions(game);
  if (lacking !== undefined) return html`<p>The analysis of pure profiles ${lacking}.</p>`;
  if (conditions.length === 0) return html`<p>The game has too many pure profiles to list their conditions.</p>`;
  const shown = conditions.slice(0, mostProfiles);
  const rest = conditions.length - shown.length;
  return html`<p>At a pure profile every eigenvalue belongs to one strategy that could enter: what it would pay more. The profile is
asymptotically stable where all are below 0.${rest > 0 ? ` The first ${count(shown.length)} of ${count(conditions.length)} profiles; the option --json of the command prints them all.` : ''}</p>
${groupedTable({
  id: 'conditions-table',
  caption: 'Stability conditions of the pure profiles in the named parameters, with the value of the left side here',
  columns: [
    { head: 'Profile' },
    { head: 'Enters' },
    { head: 'Stable if' },
    { head: 'Value', figures: true },
    { head: 'Holds' },
  ],
  groups: shown.map(({ profile, verdict, conditions: own }) => ({
    head: [
      profileCell(profile),
      html` <small>${verdict === 'undecided' ? 'not decided by its eigenvalues' : stabilityMark(verdict)}</small>`,
    ],
    rows: own.map((condition): Part[] => [
      entrantCell(condition),
      conditionMath(condition, game),
      brief(condition.value),
      condition.holds ? 'yes' : 'no',
    ]),
  })),
})}`;
}

function intervalsPart({ figures: { conditions } }: ReportContext): Markup {
  const stable = conditions.filter(({ verdict, intervals }) => verdict === 'stable' && intervals.length > 0);
  if (stable.length === 0) {
    return html`<p>No pure profile is stable here by a condition that depends on a parameter, so there is no verdict to keep.</p>`;
  }
  return html`<p>For each stable pure profile and each parameter: the open interval in which it stays stable while all other parameters stay
where they are.</p>
${groupedTable({
  id: 'verdict-intervals',
  caption: 'Intervals of stability, one parameter at a time',
  columns: [
    { head: 'Profile' },
    { head: 'Parameter' },
    { head: 'Value', figures: true },
    { head: 'Stable' },
    { head: 'Within the range' },
  ],
  groups: stable.slice(0, mostProfiles).map(({ profile, intervals }) => ({
    head: profileCell(profile),
    rows: intervals.map(intervalRow),
  })),
})}`;
}

function intervalRow(interval: VerdictInterval): Part[] {
  const { parameter, value, withinRange } = interval;
  return [
    parameterSymbol(parameter),
    brief(value),
    intervalWords(interval),
    withinRange === null ? 'no range' : rangeText(withinRange),
  ];
}

function intervalWords({ low, high, known }: VerdictInterval): string {
  if (!known) return 'not known';
  if (low === null && high === null) return 'everywhere';
  if (low === null) return `below ${brief(high!)}`;
  return high === null ? `above ${brief(low)}` : `${brief(low)} to ${brief(high)}`;
}
