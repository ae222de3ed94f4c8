/**
 * The threshold of a share as a path that is looked at after each step should have it, so that it is passed when the path of
 * the equation passes the true one: nearer by the mean overshoot of a step, 0.5826 (which is -zeta(1/2) / sqrt(2 pi)) standard
 * deviations of its noise at the threshold for normal increments, and one half of them for signs. What is left of the error of a
 * passage falls faster than the square root of the step, which is how the error of the plain threshold falls.
 * Sources: Broadie, Glasserman and Kou (1997) for geometric Brownian motion; Gobet and Menozzi (2010) for diffusions.
 */
import { channelsOfPlayers, diffusion, type FieldShape, noiseOf, total } from '@trilogue/core';
import type { Builder, Value } from '../../program/builder.js';
import type { IncrementKind } from '../../program/program.js';
import type { Share } from './share.js';

const OVERSHOOT: Readonly<Record<IncrementKind, number>> = { none: 0, gaussian: 0.5826, 'two-point': 0.5 };

/**
 * @param delta distance of the true threshold from 1
 * @param intensity noise intensity times the root of the step, by player
 */
export function passageThreshold(
  builder: Builder,
  shape: FieldShape,
  increments: IncrementKind,
  share: Share,
  delta: number,
  intensity: readonly Value[],
): Value {
  const { constant, sub, mul, sqrt } = builder;
  const high = constant(1 - delta);
  // noise with a memory has smooth paths, which a step does not overshoot by a root
  if (channelsOfPlayers(shape) === 0 || shape.coloured) return high;
  const player = playerOf(shape.strategies, share);
  const overshoot = constant(OVERSHOOT[increments]);
  const { movedAway } = noiseOf(shape);
  if (movedAway !== undefined) return movedAway(builder, delta, mul(overshoot, intensity[player]), share.complement);
  // the noise of this share, where the player's others have equal parts of the rest
  const strategy = strategyOf(shape.strategies, player, share);
  const shares = shape.strategies.map((k) =>
    Array.from({ length: k }, (_, s) => (s === strategy ? high : constant(delta / (k - 1)))),
  );
  const own = diffusion(builder, shape, { shares, sigma: intensity })[player].map((column) => column[strategy]);
  return sub(
    high,
    mul(
      overshoot,
      sqrt(
        total(
          builder,
          own.map((g) => mul(g, g)),
        ),
      ),
    ),
  );
}

function strategyOf(strategies: readonly number[], player: number, { coordinates, complement }: Share): number {
  if (complement) return strategies[player] - 1;
  return coordinates[0] - strategies.slice(0, player).reduce((sum, count) => sum + count - 1, 0);
}

function playerOf(strategies: readonly number[], { coordinates: [coordinate] }: Share): number {
  let first = 0;
  return strategies.findIndex((count) => {
    first += count - 1;
    return coordinate < first;
  });
}
