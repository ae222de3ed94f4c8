/** The games that most schemes are for: two strategies a player. */
import type { FieldShape } from '@trilogue/core';

/** Why a game has more, in words that end a sentence; undefined where every player has two. */
export function moreThanTwo(shape: FieldShape): string | undefined {
  return shape.strategies.some((count) => count !== 2)
    ? 'is for players of two strategies each; this game has one with more'
    : undefined;
}
