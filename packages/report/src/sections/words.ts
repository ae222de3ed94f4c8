/**
 * Figures in words, the same in every section.
 */
import type { Parameter } from '@trilogue/core';
import type { Verdict } from '../gather/claims.js';
import type { ReportFigures } from '../gather/figures.js';
import type { Told } from '../gather/told.js';
import { html, type Markup, type Part } from '../html/markup.js';
import { math, symbol } from '../math/mathml.js';
import { brief, rough } from '../text/figures.js';

/** A Monte Carlo figure: four decimals, fewer where it is large. */
export function digits(value: number): string {
  return value.toFixed(Math.abs(value) >= 10 ? 2 : 4);
}

export function intervalText(low: number | null, high: number | null): string {
  return low === null || high === null ? 'not known' : `${digits(low)} to ${digits(high)}`;
}

/** Value and interval: `0.5136 (0.5073 to 0.5199)`. */
export function toldText({ value, low, high }: Told): string {
  return value === null ? 'no value' : `${digits(value)} (${intervalText(low, high)})`;
}

/** The same in a cell of a table, on two lines. */
export function toldCell(told: Told): Part {
  const { value, low, high } = told;
  return value === null ? 'no value' : html`${digits(value)} <small>(${intervalText(low, high)})</small>`;
}

export function biasText(bias: number | null): string {
  return bias === null ? 'not estimated' : rough(bias);
}

/** The largest bound of a step bias among figures, in words. */
export function largestBias(told: readonly Told[]): string {
  const known = told.flatMap(({ value, bias }) => (value === null ? [] : [bias]));
  if (known.length === 0) return '';
  if (known.includes(null)) return ' The bias of the step is not estimated.';
  return ` The bias of the step is at most ${rough(Math.max(...known.map((bias) => bias!)))} in every figure.`;
}

/** How accurate the ensemble is, in sentences. */
export function accuracyText({ accuracy, ensemble }: Pick<ReportFigures, 'accuracy' | 'ensemble'>): string {
  const noise = accuracy.noise === 0 ? 'all paths are the same' : `95% intervals of at most ±${rough(accuracy.noise)}`;
  const parts = `${noise}, bias of the step ${biasText(accuracy.bias)}`;
  if (ensemble.tolerance === null || accuracy.outside === null) return `${parts}.`;
  const wanted = brief(ensemble.tolerance);
  return accuracy.outside.length === 0
    ? `Outcomes and mean shares are within ${wanted} at 95%: ${parts} at most.`
    : `Not within ${wanted}: ${accuracy.outside.join(', ')}. ${parts}.`;
}

/** A pure profile: `(share, share, coordinate)`. */
export function profileText(profile: readonly string[]): string {
  return `(${profile.join(', ')})`;
}

/** The symbol of a parameter. */
export function parameterSymbol(name: string): Markup {
  return math(symbol(name));
}

/** The symbol and the words of a parameter. */
export function parameterWords({ name, title }: Pick<Parameter, 'name'> & { readonly title?: string | null }): Part {
  return title == null ? parameterSymbol(name) : html`${parameterSymbol(name)} ${title}`;
}

/** The same where it names a row. */
export function parameterCell(parameter: Parameters<typeof parameterWords>[0]): Part {
  return html`<span class="worded">${parameterWords(parameter)}</span>`;
}

/** A range, kept on one line. */
export function rangeText([low, high]: readonly [low: number, high: number]): Markup {
  return html`<span class="whole">${brief(low)} to ${brief(high)}</span>`;
}

/** A profile, kept on one line. */
export function profileCell(profile: readonly string[]): Markup {
  return html`<span class="whole">${profileText(profile)}</span>`;
}

/** A strategy that could enter, kept on one line. */
export function entrantCell({ player, strategy }: { readonly player: string; readonly strategy: string }): Markup {
  return html`<span class="whole">${player}: ${strategy}</span>`;
}

const verdictLook: Readonly<Record<Verdict, string>> = { holds: 'holds', 'does not hold': 'fails', open: 'undecided' };
const verdictWords: Readonly<Record<Verdict, string>> = {
  holds: 'Holds here.',
  'does not hold': 'Does not hold here.',
  open: 'Open here: the difference is within its error.',
};

export function verdictMark(verdict: Verdict): Markup {
  return html`<span class="verdict ${verdictLook[verdict]}">${verdictWords[verdict]}</span>`;
}

/** Stable, unstable or open, in colour. */
export function stabilityMark(stability: string): Markup {
  const look = stability === 'stable' ? 'holds' : stability === 'unstable' ? 'fails' : 'undecided';
  return html`<span class="${look}">${stability}</span>`;
}

/** Where a start is, as one line. */
export function startText(initial: Readonly<Record<string, number | readonly number[]>>): string {
  return Object.entries(initial)
    .map(([player, shares]) => `${player} ${[shares].flat().map(brief).join(' ')}`)
    .join(', ');
}
