/**
 * The neighbourhood of a profile: every named player's share is at least 1 - delta.
 */
import { type Share, shareOf, shareValue } from './share.js';

/** A profile with `null` where any strategy will do; one entry per player, the index of its strategy. */
export type Pattern = readonly (number | null)[];

export interface Region {
  readonly shares: readonly Share[];
  /** Largest distance of a share from 1. */
  readonly delta: number;
}

/** The neighbourhood of a pattern. */
export function regionOf(strategies: readonly number[], pattern: Pattern, delta: number): Region {
  const shares = pattern.flatMap((strategy, player) =>
    strategy === null ? [] : [shareOf({ strategies }, player, strategy)],
  );
  return { shares, delta };
}

/** Whether a state lies in the region, with thresholds in single precision as the kernels have them. */
export function isInside(region: Region, state: (coordinate: number) => number): boolean {
  const high = Math.fround(1 - region.delta);
  const low = Math.fround(region.delta);
  return region.shares.every((share) => {
    if (!share.complement) return state(share.coordinates[0]) >= high;
    if (share.coordinates.length === 1) return state(share.coordinates[0]) <= low;
    return shareValue(share, state) >= high;
  });
}
