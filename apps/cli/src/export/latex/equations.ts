/**
 * The equations without noise, with payoff advantages whose coefficients are formulas of the named parameters.
 */
import type { AdvantageFormula } from '@trilogue/analysis';
import { dynamicsOf, type Game, latexExpression, texts, whole } from '@trilogue/core';
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

const written = texts({
  product: (a, b) => `${a} \\, ${b}`,
  quotient: (a, b) => `\\frac{${a}}{${b}}`,
  group: (inner) => `\\left(${inner}\\right)`,
  min: (a, b) => `\\min(${a}, ${b})`,
  max: (a, b) => `\\max(${a}, ${b})`,
  less: (a, b) => `\\mathbf{1}_{${a} < ${b}}`,
  select: (condition, a, b) => `\\left(${condition} \\mathbin{?} ${a} : ${b}\\right)`,
  sqrt: (a) => `\\sqrt{${a}}`,
  exp: (a) => `e^{${a}}`,
});

function drift(game: Game, { name, strategies }: Game['players'][number]): string[] {
  const own = strategies.slice(0, -1);
  const shares = strategies.map((strategy) => whole(latexShare(game, name, strategy)));
  const payoffs = own.map((strategy) => whole(delta(game, name, strategy)));
  const moved = dynamicsOf(game).velocity(written, shares, [...payoffs, whole('0')]);
  return own.map((_, s) => `\\dot{x}${shares[s]!.text.slice(1)} &= ${moved[s]!.text}`);
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
