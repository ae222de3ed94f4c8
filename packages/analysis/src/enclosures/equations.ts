/**
 * What holds where the shares of a game rest, as equations over any arithmetic. Owns the deterministic part of a game, and which players
 * rest where the strategies in use pay alike and which where their velocity is 0.
 */
import {
  type Algebra,
  advantagesOver,
  dynamicsOf,
  type Field,
  matrixName,
  type Rests,
  rateName,
  velocitiesOver,
} from '@trilogue/core';
import { type Face, spread } from '../equilibria/face.js';
import type { Equations } from './krawczyk.js';
import type { Problem } from './roots.js';

type Support = Face['support'];

/** The field without noise, and without mutation that its numbers make none. */
export function withoutNoise(field: Field): Field {
  const mutation = field.strategies.map((count, player) => {
    const kind = field.mutation?.[player] ?? null;
    const strategies = [...Array(count).keys()];
    const moves =
      kind === 'rate'
        ? field.numbers[rateName(player)] !== 0
        : strategies.some((from) =>
            strategies.some((to) => from !== to && field.numbers[matrixName(player, from, to)] !== 0),
          );
    return kind !== null && moves ? kind : null;
  });
  return { ...field, mutation, noise: 'none', reading: 'ito', intensities: [], sigma: field.sigma.map(() => 0) };
}

/** Where the shares of a player rest; `velocity` where mutation moves them. Undefined where that is not known. */
export function restsOf(field: Field, player: number): Rests | 'velocity' | undefined {
  return field.mutation?.[player] ? 'velocity' : dynamicsOf(field).rests;
}

/** Whether all strategies of a player are in use wherever its shares rest, or nothing is known of those that are not. */
export function usesAll(field: Field, player: number): boolean {
  const rests = restsOf(field, player);
  return rests === 'velocity' || rests === 'inside';
}

/** Shares by [player][strategy] from those in use but the last of each player. */
export function sharesOver<V>(
  { constant, sub }: Algebra<V>,
  { strategies }: Field,
  support: Support,
  local: readonly V[],
): V[][] {
  return spread({ support }, strategies, local, { zero: constant(0), one: constant(1), subtract: sub });
}

/** Velocity of every share in use but the last of each player. */
export function velocityEquations(field: Field, support: Support): Equations {
  return (algebra, at) => {
    const moved = velocitiesOver(algebra, field, sharesOver(algebra, field, support, at));
    return support.flatMap((own, player) => own.slice(0, -1).map((s) => moved[player]![s]!));
  };
}

/** The rest points at which these strategies are in use, and may only be those. */
export function restProblem(field: Field, support: Support): Problem {
  const all = support.map((_, player) => usesAll(field, player));
  let next = 0;
  const simplices = support.map((own, player) => ({
    variables: own.slice(1).map(() => next++),
    inside: restsOf(field, player) === 'inside',
  }));
  return {
    variables: next,
    simplices: simplices.filter(({ variables }) => variables.length > 0),
    equations: (algebra, at) => {
      const shares = sharesOver(algebra, field, support, at);
      const payoffs = all.every(Boolean) ? [] : advantagesOver(algebra, field, shares);
      const moved = all.some(Boolean) ? velocitiesOver(algebra, field, shares) : [];
      return support.flatMap((own, player) =>
        own
          .slice(0, -1)
          .map((s) =>
            all[player] ? moved[player]![s]! : algebra.sub(payoffs[player]![s]!, payoffs[player]![own.at(-1)!]!),
          ),
      );
    },
  };
}
