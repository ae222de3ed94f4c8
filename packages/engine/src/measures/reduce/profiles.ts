/** Counts paths near each pure profile at the horizon; what is near none is undecided and counted nowhere. */
import { shareOf } from '../observe/share.js';
import type { Columns } from './columns.js';
import { shareTest } from './region.js';

export interface ProfilesMeasure {
  readonly kind: 'profiles';
  /** Number of strategies of each player. */
  readonly strategies: readonly number[];
  readonly delta: number;
}

/** One count a profile, first player slowest. */
export function profilesSize(measure: ProfilesMeasure): number {
  return measure.strategies.reduce((product, count) => product * count, 1);
}

export function countProfiles(
  measure: ProfilesMeasure,
  columns: Columns,
  record: number,
  tally: Float64Array,
  offset: number,
): void {
  const tests = measure.strategies.map((count, player) =>
    Array.from({ length: count }, (_, s) => shareTest(shareOf(measure, player, s), measure.delta, columns, record)),
  );
  for (let p = 0; p < columns.paths; p++) {
    let index = 0;
    for (const player of tests) {
      let near = -1;
      for (let s = 0; near < 0 && s < player.length; s++) if (player[s](p)) near = s;
      if (near < 0) {
        index = -1;
        break;
      }
      index = index * player.length + near;
    }
    if (index >= 0) tally[offset + index]++;
  }
}
