/**
 * Mutation: strategies turn into others by themselves.
 *
 * `rate`: from each strategy to each other one at the rate mu, x_s' = ... + mu (1 - k x_s). Source: Bomze and Burger (1995).
 * `matrix`: what a strategy earns goes to strategy s with the probability Q[j][s], x_s' = sum of x_j p_j Q[j][s] - x_s m under the
 * replicator equation. Sources: Hadeler (1981); Page and Nowak (2002), Unifying evolutionary dynamics.
 */
import { type Algebra, total } from './algebra.js';

export type MutationKind = 'rate' | 'matrix';

/** Name of the number of a player's rate. */
export const rateName = (player: number) => `mutation.${player}`;

/** Name of the number Q[from][to] of a player. */
export const matrixName = (player: number, from: number, to: number) => `mutation.${player}.${from}.${to}`;

/**
 * What mutation adds to the velocity of each share.
 * @param payoffs of each strategy, itself and no difference; read for a matrix alone
 */
export function mutated<V>(
  algebra: Algebra<V>,
  kind: MutationKind,
  player: number,
  shares: readonly V[],
  payoffs: readonly V[],
  number: (name: string) => V,
): V[] {
  const { constant, sub, mul } = algebra;
  if (kind === 'rate') {
    const rate = number(rateName(player));
    return shares.map((share) => mul(rate, sub(constant(1), mul(constant(shares.length), share))));
  }
  const earned = shares.map((share, s) => mul(share, payoffs[s]!));
  return shares.map((_, to) =>
    sub(
      total(
        algebra,
        earned.map((own, from) => mul(own, number(matrixName(player, from, to)))),
      ),
      earned[to]!,
    ),
  );
}
