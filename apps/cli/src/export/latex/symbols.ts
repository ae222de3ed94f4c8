/**
 * Names, numbers and free text of a game as LaTeX.
 */
import { latexName } from '@trilogue/analysis';
import type { Game, LatexSpelling } from '@trilogue/core';

/** Letters that stand for others in text. */
const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

/** Free text; control characters become spaces. */
export function latexText(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replaceAll(/[\\~^<>]|[{}$&#_%]/g, (letter) => escapes[letter] ?? `\\${letter}`);
}

/** At most six significant digits, in math mode. */
export function latexNumber(value: number): string {
  const text = String(Number(value.toPrecision(6)));
  return `$${text.replace(/e\+?(-?\d+)$/, ' \\cdot 10^{$1}')}$`;
}

/**
 * The share of a strategy: `x_{A}` for the first of two, `1 - x_{A}` for the second, `x_{A,\mathrm{rock}}` where there
 * are more.
 */
export function latexShare({ players }: Pick<Game, 'players'>, player: string, strategy: string): string {
  const { strategies } = players.find(({ name }) => name === player)!;
  const [own] = [inner(latexName(player))];
  if (strategies.length > 2) return `x_{${own},${inner(latexName(strategy))}}`;
  return strategy === strategies[0] ? `x_{${own}}` : `(1 - x_{${own}})`;
}

/** Payoffs as they are written. */
export function latexSpelling(game: Game): LatexSpelling {
  return { name: latexName, share: (player, strategy) => latexShare(game, player, strategy) };
}

/** A name as an index: what has an index itself is set upright as a whole. */
function inner(latex: string): string {
  return latex.includes('_') ? `{${latex}}` : latex;
}
