/**
 * The equations without noise, with payoff advantages whose coefficients are formulas of the named parameters.
 */
import type { AdvantageFormula } from '@trilogue/analysis';
import {
  type At,
  dynamicsOf,
  drift as equationDrift,
  equationShape,
  fieldShape,
  type Game,
  latexExpression,
  type Text,
  texts,
  whole,
} from '@trilogue/core';
import type { Subject } from '../subject.js';
import { latexShare, latexSpelling, latexText } from './symbols.js';

/** One `align*`: named sub-expressions, the equations, the advantages. Lines break after terms. Needs amsmath. */
export function equations({ game, advantages }: Subject): string {
  const where = game.where.map(
    ({ name, expression }) =>
      `${latexSpelling(game).name(name)} &= ${latexExpression(expression, latexSpelling(game))}`,
  );
  const polynomial = fieldShape(game).payoffFacts === undefined;
  const players = [...game.players.keys()];
  const lines = [
    ...players.flatMap((player) => drift(game, player)),
    ...(polynomial
      ? advantages().flatMap((own) => advantage(game, own))
      : players.flatMap((player) => asWritten(game, player))),
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
  log: (a) => `\\log\\left(${a}\\right)`,
  sin: (a) => `\\sin\\left(${a}\\right)`,
  cos: (a) => `\\cos\\left(${a}\\right)`,
});

function drift(game: Game, player: number): string[] {
  const { name, strategies } = game.players[player]!;
  const shares = game.players.map((own) =>
    own.strategies.map((strategy) => whole(latexShare(game, own.name, strategy))),
  );
  const at: At<Text> = {
    shares,
    payoffs: () =>
      game.players.map((own) => [
        ...own.strategies.slice(0, -1).map((strategy) => whole(delta(game, own.name, strategy))),
        whole('0'),
      ]),
    levels: () => game.players.map((own) => whole(payoff(game, own.name, own.strategies.at(-1)!))),
    sigma: [],
    number: (number) => {
      const text = latexExpression(game.numbers![number]!, latexSpelling(game));
      return { text, level: /[-+ ]/.test(text) ? 'sum' : 'whole' };
    },
  };
  const { reading: _, ...shape } = equationShape(game);
  const moved = equationDrift(written, shape, at)[player]!;
  return strategies
    .slice(0, -1)
    .map((_, s) => `\\dot{x}${shares[player]![s]!.text.slice(1)} &= ${moved[s]!.text}`)
    .concat(
      dynamicsOf(shape).levels || shape.mutation?.[player] === 'matrix'
        ? [
            `${payoff(game, name, strategies.at(-1)!)} &= ${latexExpression(game.payoffs[player]!.at(-1)!, latexSpelling(game))}`,
          ]
        : [],
    );
}

/** Symbol of a payoff: pi with the indices of its share. */
function payoff(game: Game, player: string, strategy: string): string {
  return latexShare(game, player, strategy).replace(/^x/, '\\pi');
}

/** An advantage as the game file writes the two payoffs, where it is no polynomial. */
function asWritten(game: Game, player: number): string[] {
  const { name, strategies } = game.players[player]!;
  const [last, ...others] = game.payoffs[player]!.map((own) => latexExpression(own, latexSpelling(game))).reverse();
  return others.reverse().map((own, s) => `${delta(game, name, strategies[s]!)} &= ${own} - \\left(${last}\\right)`);
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
