/**
 * The replicator equations with payoff advantages whose coefficients are formulas of the named parameters.
 */
import type { AdvantageFormula } from '@trilogue/analysis';
import { type Game, latexExpression } from '@trilogue/core';
import type { Subject } from '../subject.js';
import { latexShare, latexSpelling, latexText } from './symbols.js';

/** One `align*`: named sub-expressions, the equations, the advantages. Lines break after terms. Needs amsmath. */
export function equations({ game, advantages }: Subject): string {
  const where = game.where.map(
    ({ name, expression }) =>
      `${latexSpelling(game).name(name)} &= ${latexExpression(expression, latexSpelling(game))}`,
  );
  const formulas = advantages();
  const lines = [
    ...game.players.flatMap((player) => drift(game, player)),
    ...formulas.flatMap((own) => advantage(game, own)),
  ];
  const align = (rows: readonly string[]) => ['\\begin{align*}', rows.join(' \\\\\n'), '\\end{align*}'];
  return [
    ...(where.length === 0 ? [] : ['With', ...align(where)]),
    `The shares ${meaning(game)} change by`,
    ...align(lines),
  ].join('\n');
}

/** Such as `$x_{A}$ (A: share)`, for every coordinate. */
function meaning(game: Game): string {
  return game.players
    .flatMap(({ name, strategies }) =>
      strategies
        .slice(0, -1)
        .map((strategy) => `$${latexShare(game, name, strategy)}$ (${latexText(name)}: ${latexText(strategy)})`),
    )
    .join(', ');
}

/** Symbol of an advantage: Delta with the indices of its share. */
function delta(game: Game, player: string, strategy: string): string {
  return latexShare(game, player, strategy).replace(/^x/, '\\Delta');
}

function drift(game: Game, { name, strategies }: Game['players'][number]): string[] {
  const own = strategies.slice(0, -1);
  if (strategies.length === 2) {
    const x = latexShare(game, name, own[0]!);
    return [`\\dot{x}${x.slice(1)} &= ${x} \\, (1 - ${x}) \\, ${delta(game, name, own[0]!)}`];
  }
  const mean = own
    .map((strategy) => `${latexShare(game, name, strategy)} \\, ${delta(game, name, strategy)}`)
    .join(' - ');
  return own.map((strategy) => {
    const x = latexShare(game, name, strategy);
    return `\\dot{x}${x.slice(1)} &= ${x} \\, \\left(${delta(game, name, strategy)} - ${mean}\\right)`;
  });
}

function advantage(game: Game, { player, strategy, terms }: AdvantageFormula): string[] {
  const shares = game.players.flatMap(({ name, strategies }) =>
    strategies.slice(0, -1).map((own) => latexShare(game, name, own)),
  );
  const parts = terms.map(({ exponents, latex }): string => {
    const powers = exponents.flatMap((n, i) => (n === 0 ? [] : [n === 1 ? shares[i]! : `${shares[i]!}^{${n}}`]));
    return powers.length === 0 ? latex : `${factor(latex)}${powers.join(' \\, ')}`;
  });
  const [first = '0', ...rest] = parts;
  return [
    `${delta(game, player, strategy)} &= ${first}`,
    ...rest.map((part) => (part.startsWith('-') ? `&\\quad - ${part.slice(1)}` : `&\\quad + ${part}`)),
  ];
}

/** A coefficient in front of shares: nothing for 1, a sum in parentheses. */
function factor(latex: string): string {
  if (latex === '1') return '';
  if (latex === '-1') return '-';
  return `${isSum(latex) ? `\\left(${latex}\\right)` : latex} \\, `;
}

/** Whether there is a plus or minus between terms outside all parentheses and braces. */
function isSum(latex: string): boolean {
  let depth = 0;
  for (let at = 0; at < latex.length; at++) {
    if ('({'.includes(latex[at]!)) depth++;
    if (')}'.includes(latex[at]!)) depth--;
    if (depth === 0 && /^ [+-] /.test(latex.slice(at, at + 3))) return true;
  }
  return false;
}
