/**
 * How shares are written in formulas: x with the player, and the strategy where it is not the first of two.
 */
import type { Game } from '@trilogue/core';
import { html, type Markup } from '../html/markup.js';
import { indexed } from './mathml.js';

type Players = Pick<Game, 'players'>;

/** Such as x_A for the first of two strategies, x_crowd,rock for others; without the player where there is one. */
export function shareSymbol({ players }: Players, player: string, strategy: string): Markup {
  const own = players.find(({ name }) => name === player);
  const first = own !== undefined && own.strategies.length === 2 && own.strategies[0] === strategy;
  return indexed(html`<mi>x</mi>`, [...(players.length === 1 ? [] : [player]), ...(first ? [] : [strategy])]);
}

/** The same for a coordinate such as `A.share`. */
export function coordinateSymbol(game: Players, name: string): Markup {
  const [player, strategy] = name.split('.');
  return shareSymbol(game, player!, strategy!);
}
