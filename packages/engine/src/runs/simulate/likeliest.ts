/** Outcomes in the order in which people want to see them. */
import type { Outcome } from './result.js';

/** The most probable first, equal ones in the game's order, no more than `most`. */
export function likeliest(outcomes: readonly Outcome[], most: number): Outcome[] {
  return [...outcomes].sort((a, b) => b.probability - a.probability).slice(0, most);
}
