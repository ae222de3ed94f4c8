/**
 * An equilibrium in a line of text.
 */
import { numberText } from '../conditions/words.js';
import type { Equilibrium } from './contract.js';

/** Such as `A 0.25, B 1`: the share of the first of two strategies, and of every one of more. */
export function sharesText({ point }: Pick<Equilibrium, 'point'>): string {
  return Object.entries(point)
    .map(([player, own]) => `${player} ${typeof own === 'number' ? numberText(own) : own.map(numberText).join(' ')}`)
    .join(', ');
}

/** Such as `-0.5` and `0.1 + 2i`. */
export function eigenvalueText([re, im]: readonly [re: number, im: number]): string {
  if (im === 0) return numberText(re);
  return `${numberText(re)} ${im < 0 ? '-' : '+'} ${numberText(Math.abs(im))}i`;
}
