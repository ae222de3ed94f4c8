/**
 * Maynard Smith's replicator dynamics: x_s' = x_s (p_s - m) / m, m the mean payoff of the player, which is above 0. Time runs in
 * generations, and for one population the paths are those of the replicator equation at another pace.
 * Source: Maynard Smith (1982), Evolution and the Theory of Games, appendix D.
 */

import type { Dynamics } from './contract.js';
import { meanPayoff, replicator } from './replicator.js';

export const maynardSmith: Dynamics = {
  words:
    "Maynard Smith's equation: a share grows by its payoff less the mean payoff of its player, divided by that mean.",
  source: 'Maynard Smith (1982), appendix D',
  facts: ['continuous', 'smooth', 'invariant'],
  rests: 'restricted',
  levels: true,
  rate: (difference, leastPayoff) => difference / leastPayoff,
  velocity(algebra, shares, payoffs, more) {
    const mean = algebra.add(more.level!, meanPayoff(algebra, shares, payoffs));
    return replicator.velocity(algebra, shares, payoffs, more).map((moved) => algebra.div(moved, mean));
  },
};
