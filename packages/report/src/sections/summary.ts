/**
 * The report in short.
 */

import { describeMetric, likeliest } from '@trilogue/engine';
import { metricNow } from '../gather/metric-now.js';
import { html, type Part } from '../html/markup.js';
import { brief, count } from '../text/figures.js';
import type { ReportContext, Section } from './context.js';
import { accuracyText, profileText, startText, toldText } from './words.js';

const mostOutcomes = 3;
const mostFactors = 3;

export function summarySection(context: ReportContext): Section {
  const facts: [string, Part][] = [
    ['Outcome', outcomeWords(context)],
    ['Followed here', metricWords(context)],
    ['Equilibria', equilibriaWords(context)],
    ['What matters most', factorWords(context)],
    ['To reach more', adviceWords(context)],
    ['Accuracy', accuracyText(context.figures)],
  ];
  const body = html`<dl>
${facts.map(([term, fact]) => html`<dt>${term}</dt><dd>${fact}</dd>\n`)}</dl>
`;
  return { id: 'summary', title: 'In short', body };
}

function outcomeWords({ figures: { ensemble } }: ReportContext): string {
  const shown = likeliest(ensemble.outcomes, mostOutcomes).filter(({ probability }) => probability > 0);
  const start = startText(ensemble.initial);
  const words = shown.map(
    ({ profile, probability, low, high }) =>
      `${profileText(profile)} with probability ${toldText({ value: probability, low, high, bias: null })}`,
  );
  const ends = `At time ${brief(ensemble.horizon)}, from shares ${start}`;
  if (words.length === 0) return `${ends}, no path is within ${brief(ensemble.delta)} of a pure profile.`;
  return `${ends}: ${words.join('; ')}. Near none: ${ensemble.undecided.toFixed(4)} of the paths.`;
}

const reasons = {
  asked: 'as was asked for',
  own: 'the question of this game',
  likeliest: 'the likeliest outcome',
  share: 'a share, since hardly a path ends near a pure profile',
} as const;

function metricWords({ game, figures }: ReportContext): Part {
  const { title } = describeMetric(game, figures.metric);
  const now = metricNow(game, figures);
  const value = now === null ? 'It has no value where the game stands.' : `It is ${toldText(now)} now.`;
  return html`<code>${figures.metric}</code>: ${title}, ${reasons[figures.why]}. ${value}`;
}

function equilibriaWords({ figures: { equilibria } }: ReportContext): string {
  const stable = equilibria.equilibria.filter(({ stability }) => stability === 'stable');
  const list = stable.flatMap(({ profile }) => (profile === null ? [] : [profileText(profile)]));
  const mixed = stable.length - list.length;
  const names = [...list, ...(mixed > 0 ? [`${mixed} mixed`] : [])];
  const number = count(equilibria.equilibria.length);
  const families =
    equilibria.continua.length === 0 ? '' : ` and ${count(equilibria.continua.length)} families of equilibria`;
  const proof = equilibria.complete ? 'proven to be all' : 'not proven to be all';
  return `${number}${families}, ${proof}. Asymptotically stable: ${names.length === 0 ? 'none' : names.join(', ')}.`;
}

function factorWords({ figures: { factors } }: ReportContext): Part {
  const ranked = factors.filter(({ swing }) => swing !== null).toSorted((a, b) => b.swing! - a.swing!);
  if (ranked.length === 0) return 'No parameter has a range.';
  const words = ranked.slice(0, mostFactors).map(({ name, swing }) => `${name} (${swing!.toFixed(2)})`);
  return `Of the parameters, over their ranges one at a time: ${words.join(', ')}; in brackets, by how much the metric changes.`;
}

function adviceWords({ figures: { advice } }: ReportContext): string {
  if (advice.given === null) return advice.reason;
  const { target, goal, levers } = advice.given;
  const wanted = `${goal === 'at-least' ? 'at least' : 'at most'} ${brief(target)}`;
  if (levers[0]!.outcome === 'already') return `The metric is ${wanted} already.`;
  const reached = levers.filter(({ change }) => change !== null).toSorted((a, b) => a.change! - b.change!);
  const [best] = reached;
  if (best === undefined) return `No parameter alone makes the metric ${wanted} within its range.`;
  const move = `${best.parameter} from ${brief(best.from)} to ${brief(Number(best.value!.toPrecision(3)))}`;
  return `The smallest change of one parameter that makes the metric ${wanted}: ${move}.`;
}
