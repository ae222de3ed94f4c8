/**
 * A payoff advantage at a point as MathML.
 */
import type { Advantage, Game } from '@trilogue/core';
import { html, type Markup } from '../html/markup.js';
import { numeral, operator, times } from './mathml.js';
import { coordinateSymbol } from './shares.js';

/** Terms smaller than this part of the largest one are rounding residue of a cancellation. */
const residue = 1e-13;

export function polynomialMath(
  terms: Advantage['terms'],
  coordinates: readonly string[],
  game: Pick<Game, 'players'>,
): Markup {
  const largest = Math.max(0, ...terms.map(({ coefficient }) => Math.abs(coefficient)));
  const shown = terms.filter(({ coefficient }) => Math.abs(coefficient) > residue * largest);
  if (shown.length === 0) return numeral(0);
  return html`<mrow>${shown.map(({ coefficient, exponents }, k) => {
    const factors = exponents.flatMap((power, c) => {
      if (power === 0) return [];
      const share = coordinateSymbol(game, coordinates[c]!);
      return [power === 1 ? share : html`<msup>${share}${numeral(power)}</msup>`];
    });
    const size = Number(Math.abs(coefficient).toPrecision(12));
    const pieces = size === 1 && factors.length > 0 ? factors : [numeral(size), ...factors];
    const sign = coefficient < 0 ? operator('−') : k === 0 ? null : operator('+');
    return [sign, pieces.map((piece, i) => (i === 0 ? piece : [times, piece]))];
  })}</mrow>`;
}
