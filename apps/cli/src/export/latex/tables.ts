/**
 * Every table of a game in LaTeX. Owns the columns; symbols and rules stand in files of their own.
 */
import { type Equilibrium, latexName } from '@trilogue/analysis';
import { latexExpression } from '@trilogue/core';
import type { Subject } from '../subject.js';
import { equations } from './equations.js';
import { latexNumber, latexShare, latexSpelling, latexText } from './symbols.js';
import { type Environment, type LatexTable, latexTable } from './table.js';

/** What can be exported on its own, by name, in the order of the document. */
export const parts: Readonly<Record<string, (subject: Subject, environment: Environment) => string>> = {
  payoffs: (subject, environment) => latexTable(payoffs(subject), environment),
  parameters: (subject, environment) => latexTable(parameters(subject), environment),
  equations,
  equilibria: (subject, environment) => latexTable(equilibriumTable(subject), environment),
  conditions: (subject, environment) => latexTable(conditionTable(subject), environment),
  intervals: (subject, environment) => latexTable(intervalTable(subject), environment),
  noise: (subject, environment) => latexTable(noiseTable(subject), environment),
};

/** A formula that may break over lines. */
const wide = 'p{0.44\\linewidth}';
const raggedWide = `>{\\raggedright\\arraybackslash}${wide}`;

/** Rows as the game file has them: by profile, or by player and own strategy. */
function payoffs({ game, description }: Subject): LatexTable {
  const spelling = latexSpelling(game);
  if (game.table === undefined) {
    return {
      columns: `ll${raggedWide}`,
      head: ['Player', 'Strategy', 'Payoff'],
      rows: game.players.flatMap(({ name, strategies }, i) =>
        strategies.map((strategy, s) => [
          s === 0 ? latexText(name) : '',
          latexText(strategy),
          `$${latexExpression(game.payoffs[i]![s]!, spelling)}$`,
        ]),
      ),
    };
  }
  const values = new Map(description.payoffTable!.map(({ profile, payoffs: own }) => [profile.join(), own]));
  return {
    columns: `ll${raggedWide}r`,
    head: ['Profile', 'Player', 'Payoff', 'Value'],
    rows: game.table.flatMap(({ when, pay }) =>
      game.players.map(({ name }, i) => [
        i === 0 ? profileText(when) : '',
        latexText(name),
        `$${latexExpression(pay[i]!, spelling)}$`,
        latexNumber(values.get(when.join())![name]!),
      ]),
    ),
  };
}

function parameters({ description }: Subject): LatexTable {
  const grouped = description.parameters.some(({ group }) => group !== undefined);
  return {
    columns: `lrl${grouped ? 'l' : ''}${raggedWide}`,
    head: ['Parameter', 'Value', 'Range', ...(grouped ? ['Group'] : []), 'Meaning'],
    rows: description.parameters.map(({ name, value, range, group, title }) => [
      `$${latexName(name)}$`,
      latexNumber(value),
      range === undefined ? '' : `${latexNumber(range[0])} to ${latexNumber(range[1])}`,
      ...(grouped ? [latexText(group ?? '')] : []),
      latexText(title ?? ''),
    ]),
  };
}

function equilibriumTable({ game, equilibria }: Subject): LatexTable {
  const coordinates = game.players.flatMap(({ name, strategies }) =>
    strategies.slice(0, -1).map((strategy) => `$${latexShare(game, name, strategy)}$`),
  );
  return {
    columns: `${'r'.repeat(coordinates.length)}>{\\raggedright\\arraybackslash}p{0.32\\linewidth}lll`,
    head: [...coordinates, 'Eigenvalues', 'Type', 'Stability', 'Nash'],
    rows: equilibria().equilibria.map((each) => [
      ...each.shares.flatMap((own) => own.slice(0, -1).map(latexNumber)),
      each.eigenvalues.map(complex).join(', '),
      each.type,
      each.stability,
      nashWord(each),
    ]),
  };
}

function nashWord({ strictNash, ess, nash }: Equilibrium): string {
  return strictNash ? 'strict' : ess ? 'ESS' : nash ? 'yes' : nash === null ? '--' : 'no';
}

function complex([re, im]: readonly [re: number, im: number]): string {
  if (im === 0) return latexNumber(re);
  const size = latexNumber(Math.abs(im)).slice(1, -1);
  return `$${latexNumber(re).slice(1, -1)} ${im < 0 ? '-' : '+'} ${size}\\,\\mathrm{i}$`;
}

function conditionTable({ conditions }: Subject): LatexTable {
  return {
    columns: `ll${raggedWide}rl`,
    head: ['Profile', 'Player', 'Stable if', 'Value', 'Verdict'],
    rows: conditions().flatMap(({ profile, verdict, conditions: own }) =>
      own.map(({ player, conditionLatex, value }, k) => [
        k === 0 ? profileText(profile) : '',
        latexText(player),
        `$${breakable(conditionLatex)}$`,
        latexNumber(value),
        k === 0 ? verdict : '',
      ]),
    ),
  };
}

/** TeX breaks lines at + and - outside of `\left` and `\right` only; formulas without fractions need neither. */
function breakable(latex: string): string {
  return latex.includes('\\frac') ? latex : latex.replaceAll(/\\(left|right)(?=[()])/g, '');
}

/** Parameters that any value of keeps the verdict are left out. */
function intervalTable({ conditions }: Subject): LatexTable {
  return {
    columns: 'lllrll',
    head: ['Profile', 'Verdict', 'Parameter', 'Now', 'Above', 'Below'],
    rows: conditions().flatMap(({ profile, verdict, intervals }) =>
      intervals
        .filter(({ low, high, known }) => known && (low !== null || high !== null))
        .map(({ parameter, value, low, high }, k) => [
          ...(k === 0 ? [profileText(profile), verdict] : ['', '']),
          `$${latexName(parameter)}$`,
          latexNumber(value),
          low === null ? '' : latexNumber(low),
          high === null ? '' : latexNumber(high),
        ]),
    ),
  };
}

function noiseTable({ noise }: Subject): LatexTable {
  const number = (value: number | null) => (value === null ? '--' : latexNumber(value));
  return {
    columns: 'lllrrrrl',
    head: [
      ...[
        'Profile',
        'Player',
        'Enters',
        '$\\sigma$',
        '$\\lambda - \\sigma^2/2$',
        '$\\lambda$',
        '$2\\lambda + \\sigma^2$',
      ],
      'Almost surely',
    ],
    rows: noise().flatMap(({ profile, almostSure, directions }) =>
      directions.map((each, k) => [
        k === 0 ? profileText(profile) : '',
        latexText(each.player),
        latexText(each.strategy),
        latexNumber(each.sigma),
        ...(each.firstMoment === null
          ? [`\\multicolumn{3}{l}{${each.law}}`]
          : [
              each.almostSure === null ? each.law : number(each.almostSure),
              number(each.firstMoment),
              number(each.secondMoment),
            ]),
        k === 0 ? (almostSure ?? 'absorbed') : '',
      ]),
    ),
  };
}

function profileText(profile: readonly string[]): string {
  return `(${profile.map(latexText).join(', ')})`;
}
