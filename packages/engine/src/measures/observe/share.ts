/**
 * The share of a strategy, read from the state: one coordinate, or 1 minus the others for a player's last strategy.
 */
import type { FieldShape } from '@trilogue/core';

/** Coordinates that make a share: the coordinate itself, or those whose sum is missing to 1. */
export interface Share {
  readonly coordinates: readonly number[];
  /** True for a player's last strategy: 1 minus the sum of the coordinates. */
  readonly complement: boolean;
}

/**
 * Where the share of a player's strategy stands in the state.
 * @param player -1 for a state of the environment; they follow the coordinates, and `strategy` is its number
 */
export function shareOf(shape: Pick<FieldShape, 'strategies'>, player: number, strategy: number): Share {
  if (player < 0) {
    const coordinates = shape.strategies.reduce((sum, count) => sum + count - 1, 0);
    return { coordinates: [coordinates + strategy], complement: false };
  }
  let first = 0;
  for (let p = 0; p < player; p++) first += shape.strategies[p] - 1;
  const free = shape.strategies[player] - 1;
  if (strategy < free) return { coordinates: [first + strategy], complement: false };
  return { coordinates: Array.from({ length: free }, (_, s) => first + s), complement: true };
}

/** The value of a share in a state. */
export function shareValue(share: Share, state: (coordinate: number) => number): number {
  if (!share.complement) return state(share.coordinates[0]);
  let rest = 1;
  for (const coordinate of share.coordinates) rest -= state(coordinate);
  return rest;
}
