/** What of an ensemble's result is held to a tolerance: the probability of every outcome, the mean of every named share. */
import { profiles } from '@trilogue/core';
import { regionOf } from '../../measures/observe/region.js';
import { shareOf } from '../../measures/observe/share.js';
import { readDistribution } from '../../measures/reduce/distribution.js';
import { meanInterval, wilson } from '../../measures/reduce/intervals.js';
import type { Measure } from '../../measures/reduce/measure.js';
import { type RunOptions, runDefaults } from '../prepare.js';
import { namedShares, namedStates } from './result.js';

/** The most outcomes that are held to a tolerance: beyond, mean shares alone are. */
const MAX_OUTCOMES = 64;

export interface Quantity {
  readonly measure: Measure;
  read(tally: Float64Array, offset: number, paths: number): { value: number; low: number; high: number };
}

export interface Quantities {
  /** In the order of profiles; none where there are too many. */
  readonly outcomes: readonly Quantity[];
  /** In the order of named shares, then of the environment's states, as parts of their ranges. */
  readonly shares: readonly Quantity[];
}

export function quantitiesOf({ game, delta = runDefaults.delta }: RunOptions): Quantities {
  const strategies = game.players.map((player) => player.strategies.length);
  const names = profiles(game);
  const outcomes = names.map((profile): Quantity => {
    const pattern = profile.map((name, p) => game.players[p].strategies.indexOf(name));
    return {
      measure: { kind: 'region', region: regionOf(strategies, pattern, delta) },
      read: (tally, offset, paths) => ({ value: tally[offset] / paths, ...wilson(tally[offset], paths) }),
    };
  });
  const shares = [...namedShares(game), ...namedStates(game)].map(({ player, strategy }): Quantity => {
    const share = shareOf({ strategies }, player, strategy);
    const measure = { kind: 'distribution', of: { kind: 'share', share }, powers: 2, bins: 0 } as const;
    return {
      measure,
      read(tally, offset, paths) {
        const { mean, sd } = readDistribution(measure, tally, offset, paths);
        return { value: mean, ...meanInterval(mean, sd, paths, [0, 1]) };
      },
    };
  });
  return { outcomes: names.length > MAX_OUTCOMES ? [] : outcomes, shares };
}
