/**
 * The threshold of a share as a path that is looked at after each step should have it, so that it is passed when the path of
 * the equation passes the true one: nearer by the mean overshoot of a step, 0.5826 (which is -zeta(1/2) / sqrt(2 pi)) standard
 * deviations of its noise at the threshold for normal increments, and one half of them for signs. What is left of the error of a
 * passage falls faster than the square root of the step, which is how the error of the plain threshold falls.
 * Sources: Broadie, Glasserman and Kou (1997) for geometric Brownian motion; Gobet and Menozzi (2010) for diffusions.
 */
import type { FieldShape } from '@trilogue/core';
import type { Builder, Value } from '../program/builder.js';
import type { IncrementKind } from '../program/program.js';
import type { Share } from './share.js';

const OVERSHOOT: Readonly<Record<IncrementKind, number>> = { none: 0, gaussian: 0.5826, 'two-point': 0.5 };

/**
 * @param delta distance of the true threshold from 1
 * @param intensity noise intensity times the root of the step, by player
 */
export function passageThreshold(
  builder: Builder,
  { strategies, noise }: Pick<FieldShape, 'strategies' | 'noise'>,
  increments: IncrementKind,
  share: Share,
  delta: number,
  intensity: readonly Value[],
): Value {
  const { constant, add, sub, mul, div, exp, min } = builder;
  const high = constant(1 - delta);
  if (noise === 'none') return high;
  const shift = mul(constant(OVERSHOOT[increments]), intensity[playerOf(strategies, share)]);
  // exponentials take operands up to 80
  const factor = () => exp(min(shift, constant(80)));
  switch (noise) {
    case 'replicator':
      // the logit moves by the intensity, where one other strategy has what this one has not
      return div(constant(1), add(constant(1), mul(constant(delta / (1 - delta)), factor())));
    case 'demographic':
      return sub(high, mul(shift, constant(Math.sqrt(delta * (1 - delta)))));
    case 'multiplicative':
      // the logarithm of what is disturbed moves by it: the share, or, for the last, what it has not
      return share.complement ? sub(constant(1), mul(constant(delta), factor())) : div(high, factor());
  }
}

function playerOf(strategies: readonly number[], { coordinates: [coordinate] }: Share): number {
  let first = 0;
  return strategies.findIndex((count) => {
    first += count - 1;
    return coordinate < first;
  });
}
