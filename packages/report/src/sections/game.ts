/**
 * The game in words and formulas: players, payoffs, advantages, parameters.
 */
import { dynamicsWords, equationShape, type Game, noiseWords } from '@trilogue/core';
import { html, type Markup, type Part } from '../html/markup.js';
import { table } from '../html/table.js';
import { expressionMath } from '../math/expression.js';
import { indexed, math, operator, symbol } from '../math/mathml.js';
import { noiseMath } from '../math/noise.js';
import { polynomialMath } from '../math/polynomial.js';
import { coordinateSymbol } from '../math/shares.js';
import { brief } from '../text/figures.js';
import type { ReportContext, Section } from './context.js';
import { parameterCell, parameterSymbol, rangeText, startText } from './words.js';

export function gameSection(context: ReportContext): Section {
  const { game, figures } = context;
  const { ensemble } = figures;
  const body = html`${playersPart(game)}
<h3>Payoffs</h3>
${sourceNote(game)}
${payoffsPart(context)}
${wherePart(game)}
<h3>Payoff advantages</h3>
${advantagesPart(context)}
<h3>Noise, start and horizon</h3>
<p>${noisePart(context)} ${sigmaWords(context)}</p>
<p>The game starts at shares ${startText(ensemble.initial)}, and outcomes are read at time ${brief(ensemble.horizon)}.</p>
<h3>Parameters</h3>
${parametersPart(context)}`;
  return { id: 'game', title: 'The game', body };
}

function playersPart(game: Game): Markup {
  const rows = game.players.map(({ name, title, strategies }) => [
    name,
    title,
    strategies.join(', '),
    strategies
      .slice(0, -1)
      .map((strategy, s) => [
        s === 0 ? '' : ', ',
        math(coordinateSymbol(game, `${name}.${strategy}`)),
        ` plays ${strategy}`,
      ]),
  ]);
  const self = game.against === 'self' ? ' Its members meet each other.' : '';
  const many = game.players.length === 1 ? 'One population' : `${game.players.length} populations`;
  const imitate = game.dynamics === 'replicator' ? ' who imitate what pays better' : '';
  return html`<p>${many}, each of many members${imitate}. ${dynamicsWords(equationShape(game))}${self}</p>
${table({
  id: 'players',
  caption: 'Players, their strategies, and the symbols of their shares',
  columns: [{ head: 'Player' }, { head: 'Who' }, { head: 'Strategies' }, { head: 'Share' }],
  rows,
})}`;
}

function sourceNote({ source }: Game): Markup {
  return source === undefined
    ? html`<p>The game file names no source of its payoffs.</p>`
    : html`<p class="note"><strong>Source of the payoffs.</strong> ${source}</p>`;
}

/** The table of the game file, each entry as a formula and as a number; a formula per strategy where there is no table. */
function payoffsPart({ game, figures: { description } }: ReportContext): Markup {
  const names = game.players.map(({ name }) => name);
  const numbers = description.payoffTable;
  const chosen = game.against === 'self' ? ['Own', "Opponent's"] : names;
  const { table: written } = game;
  if (written !== undefined && numbers !== null) {
    const formulas = new Map(written.map((row) => [row.when.join(), row.pay]));
    return table({
      id: 'payoffs',
      caption: 'Payoffs: one row for each profile of strategies, each payoff as a formula and as a number here',
      columns: [...chosen.map((head) => ({ head })), ...names.map((name) => ({ head: html`Payoff of ${name}` }))],
      rows: numbers.map(({ profile, payoffs }) => [
        ...profile,
        ...names.map((name, p) => {
          const formula = formulas.get(profile.join())?.[p];
          const value = html`<strong>${brief(payoffs[name]!)}</strong>`;
          return formula === undefined ? value : html`${value}<br />${math(expressionMath(formula, game))}`;
        }),
      ]),
    });
  }
  const rows = game.players.flatMap(({ name, strategies }, p) =>
    strategies.map((strategy, s) => [name, strategy, math(expressionMath(game.payoffs[p]![s]!, game))] as Part[]),
  );
  const formulas = table({
    id: 'payoffs',
    caption: 'Payoffs of the strategies, in the shares of the others',
    columns: [{ head: 'Player' }, { head: 'Strategy' }, { head: 'Payoff' }],
    rows,
  });
  if (numbers === null) return formulas;
  return html`${formulas}${table({
    id: 'payoff-numbers',
    caption: 'The same at the pure profiles, in numbers here',
    columns: [...chosen.map((head) => ({ head })), ...names.map((name) => ({ head: name, figures: true }))],
    rows: numbers.map(({ profile, payoffs }) => [...profile, ...names.map((name) => brief(payoffs[name]!))]),
  })}`;
}

function wherePart(game: Game): Markup | null {
  if (game.where.length === 0 || game.table === undefined) return null;
  return html`${table({
    id: 'where',
    caption: 'Abbreviations in the payoffs',
    columns: [{ head: 'Symbol' }, { head: 'Stands for' }],
    rows: game.where.map(({ name, expression }) => [parameterSymbol(name), math(expressionMath(expression, game))]),
  })}`;
}

function advantagesPart({ game, figures: { description } }: ReportContext): Markup {
  const { advantages, coordinates } = description;
  const two = game.players.every(({ strategies }) => strategies.length === 2);
  const symbolOf = (player: string, strategy: string) =>
    indexed(html`<mi>Δ</mi>`, [...(game.players.length === 1 ? [] : [player]), ...(two ? [] : [strategy])]);
  return html`<p>What a strategy pays more than the last one of its player, in the shares, with the numbers of this report.</p>
${table({
  id: 'advantages',
  caption: 'Payoff advantages',
  columns: [{ head: 'Player' }, { head: 'Strategy' }, { head: 'Over' }, { head: 'Advantage' }],
  rows: advantages.map(({ player, strategy, over, terms, text }) => [
    ...[player, strategy, over],
    // what is no polynomial in the shares is written as in game files
    terms.some(({ exponents }) => exponents.some((power, c) => power > 0 && c >= coordinates.length))
      ? html`${math(symbolOf(player, strategy), operator('='))} <code>${text}</code>`
      : math(symbolOf(player, strategy), operator('='), polynomialMath(terms, coordinates, game)),
  ]),
})}`;
}

/** For a share of a player with two strategies. */
function noisePart({ game }: ReportContext): Part {
  const words = noiseWords(equationShape(game));
  if (game.noise.kind === 'none') return words;
  return html`The noise adds ${math(noiseMath(equationShape(game)))} to the share ${math(html`<mi>x</mi>`)} of the first of two strategies. ${words}`;
}

function sigmaWords({ game, figures: { description } }: ReportContext): Part {
  if (game.noise.kind === 'none') return null;
  const sigma = Object.entries(description.noise.sigma).map(([player, value], i) => [
    i === 0 ? '' : ', ',
    math(indexed(symbol('sigma'), game.players.length === 1 ? [] : [player])),
    ` = ${typeof value === 'number' ? brief(value) : value}`,
  ]);
  return html`Intensities: ${sigma}.`;
}

function parametersPart({ game, figures: { description }, set, scenario }: ReportContext): Markup {
  const { parameters } = description;
  if (parameters.length === 0) return html`<p>The game file names no parameters.</p>`;
  const from = new Map(game.parameters.map(({ name, value }) => [name, value]));
  const changed = parameters.filter(({ name, value }) => from.get(name) !== value);
  const words =
    changed.length === 0
      ? 'All stand at the values of the game file.'
      : `Other than in the game file: ${changed.map(({ name, value }) => `${name} = ${brief(value)} (${brief(from.get(name)!)} there)`).join(', ')}${scenario === null ? '' : `; scenario ${scenario}`}.`;
  const others = Object.entries(set).filter(([name]) => !from.has(name));
  const more =
    others.length === 0 ? '' : ` Also set: ${others.map(([name, value]) => `${name} = ${brief(value)}`).join(', ')}.`;
  return html`<p>${words}${more}</p>
${table({
  id: 'parameters',
  caption: 'Parameters: symbol and meaning, name, value in this report, range that is explored, group',
  columns: [
    { head: 'Parameter' },
    { head: 'Name' },
    { head: 'Value', figures: true },
    { head: 'Range' },
    { head: 'Group' },
  ],
  rows: parameters.map(({ name, value, range, group, title }) => [
    parameterCell({ name, title: title ?? null }),
    html`<code>${name}</code>`,
    brief(value),
    range === undefined ? '' : rangeText(range),
    group ?? '',
  ]),
})}`;
}
