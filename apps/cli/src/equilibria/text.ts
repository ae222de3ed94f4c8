/**
 * Equilibria, conditions and stochastic stability as text for a terminal.
 */
import {
  conditionsText,
  eigenvalueText,
  keptFrom,
  keptWithin,
  type NoiseDirection,
  type StochasticStability,
  sharesText,
} from '@trilogue/analysis';
import { align, wrapped } from '../output/align.js';
import { brief, count } from '../output/figures.js';
import type { EquilibriaDocument } from './document.js';

export function equilibriaText(document: EquilibriaDocument): string {
  return [
    `${document.title} (${document.game})`,
    ...section('Equilibria', pointLines(document)),
    ...section(
      'Families of equilibria',
      document.continua.flatMap(({ words, proven }) => wrapped(proven ? words : `${words} (computed, not proven)`)),
    ),
    ...section('Completeness', completenessLines(document)),
    ...section('Under noise', noiseLines(document)),
    ...section('Stability conditions of the pure profiles', conditionLines(document)),
  ].join('\n');
}

function conditionLines({ conditions, noConditions }: EquilibriaDocument): string[] {
  return noConditions === null ? conditionsText(conditions).split('\n') : wrapped(noConditions);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => (line === '' ? '' : `  ${line}`))];
}

/** Rows of a table that somebody reads. */
const mostRows = 200;

/** What a table leaves out, in words. */
function left(own: number): string[] {
  return own <= mostRows ? [] : [`... and ${count(own - mostRows)} more, which --json lists`];
}

function pointLines({ equilibria }: EquilibriaDocument): string[] {
  const rows = equilibria
    .slice(0, mostRows)
    .map((each) => [
      sharesText(each),
      each.eigenvalues.map(eigenvalueText).join(', ') || '-',
      each.type,
      each.stability,
      each.strictNash ? 'strict Nash' : each.ess ? 'ESS' : each.nash ? 'Nash' : '',
      each.isolated === false ? 'in a family' : '',
    ]);
  return [
    ...align([['shares', 'eigenvalues', 'type', 'stability', '', ''], ...rows], 'llllll'),
    ...left(equilibria.length),
  ];
}

function completenessLines({ complete, undecided, method }: EquilibriaDocument): string[] {
  const how = `${count(method.elimination)} faces by elimination, ${count(method.subdivision)} by subdivision into ${count(method.boxes)} boxes`;
  if (complete) return [`Proven: there are no others (${how}).`];
  const regions = undecided.map(({ face, reason }) => `- ${face.map((own) => own.join('/')).join(', ')}: ${reason}`);
  return [`Not proven that there are no others (${how}). Open:`, ...regions.flatMap(wrapped)];
}

function noiseLines({ equilibria }: EquilibriaDocument): string[] {
  const pure = equilibria.flatMap(({ profile, stochastic }) =>
    profile && stochastic ? [{ profile, stochastic }] : [],
  );
  const first = pure[0]?.stochastic;
  if (first === undefined || first.noise === 'none') return [];
  const head = [
    'profile',
    'almost every path',
    `kept from ${keptFrom}`,
    'mean square',
    'verdict flips where all sigma are multiplied by',
    'exponents of almost every path, or of the mean (m)',
  ];
  const rows = pure
    .slice(0, mostRows)
    .map(({ profile, stochastic }) => [
      `(${profile.join(', ')})`,
      stochastic.almostSure ?? 'absorbed',
      stochastic.kept === null ? '-' : keptText(stochastic.kept),
      stochastic.secondMoment ?? '-',
      flips(stochastic),
      stochastic.directions.map(exponentText).join(', '),
    ]);
  const legend = `kept from ${keptFrom}: about the probability that shares of ${keptFrom} of the entering strategies die out before one of them reaches ${keptWithin}, by the equation near the profile. Verdicts are of paths that start close enough.`;
  return [
    ...align([head, ...rows], 'llrlll'),
    ...left(pure.length),
    ...wrapped(legend),
    ...notKnown(pure.map(({ stochastic }) => stochastic)).flatMap(wrapped),
    ...first.sources.flatMap(wrapped),
  ];
}

/** Why nothing can be said, once each. */
function notKnown(all: readonly StochasticStability[]): string[] {
  const directions = all.flatMap((own) => own.directions).filter(({ law }) => law === 'undefined');
  return [...new Set(directions.map(({ words }) => words))];
}

function exponentText({ almostSure, firstMoment, law }: NoiseDirection): string {
  if (almostSure !== null) return brief(almostSure);
  return firstMoment === null ? (law === 'undefined' ? 'not defined' : law) : `${brief(firstMoment)} (m)`;
}

/** Two digits; what rounds to 1 or 0 without being it is said to be above or below. */
function keptText(kept: number): string {
  if (kept > 0.995 && kept < 1) return '> 0.99';
  if (kept < 0.005 && kept > 0) return '< 0.01';
  return kept.toFixed(2);
}

function flips({ almostSureFactor, secondMomentFactor }: StochasticStability): string {
  const parts = [
    ...(almostSureFactor === null ? [] : [`paths ${brief(almostSureFactor)}`]),
    ...(secondMomentFactor === null ? [] : [`mean square ${brief(secondMomentFactor)}`]),
  ];
  return parts.length === 0 ? '-' : parts.join(', ');
}
