/** What was found as plain data: points, eigenvalues, regions that stay open. */
import type { Game } from '@trilogue/core';
import type { Eigenvalue } from '../stability/spectrum.js';
import type { Equilibrium, PointByPlayer, Undecided } from './contract.js';
import { type Face, faceNames, inNumbers, spread } from './face.js';
import type { OpenRegion } from './system.js';

export function spectrumOf(all: readonly Eigenvalue[]): Pick<Equilibrium, 'eigenvalues' | 'eigenvalueError'> {
  const sorted = [...all].sort((a, b) => b.re - a.re || b.im - a.im);
  return {
    eigenvalues: sorted.map(({ re, im, error }): [number, number] => [settled(re, error), settled(im, error)]),
    eigenvalueError: Math.max(0, ...all.map(({ error }) => error)),
  };
}

/** What cannot be told from 0 is 0; never -0. */
function settled(value: number, error: number): number {
  return Math.abs(value) <= error ? 0 : value;
}

export function pointByPlayer(game: Game, shares: readonly (readonly number[])[]): PointByPlayer {
  return Object.fromEntries(
    game.players.map(({ name }, i) => [name, shares[i]!.length === 2 ? shares[i]![0]! : shares[i]!]),
  );
}

export function openAt(game: Game, face: Pick<Face, 'support'>, { bounds, reason }: OpenRegion): Undecided {
  const strategies = game.players.map((player) => player.strategies.length);
  const low = spread(
    face,
    strategies,
    bounds.map(([at]) => at),
    inNumbers,
  );
  const high = spread(
    face,
    strategies,
    bounds.map(([, at]) => at),
    inNumbers,
  );
  const clamp = (share: number) => Math.min(1, Math.max(0, share));
  const shares = low.map((own, i) =>
    own.map((share, s): [number, number] => {
      const other = high[i]![s]!;
      return [clamp(Math.min(share, other)), clamp(Math.max(share, other))];
    }),
  );
  return { face: faceNames(game, face.support), shares, reason };
}

/** The faces that were not solved. */
export function beyond(game: Game, count: number, solved: number): Undecided[] {
  if (count <= solved) return [];
  const rounded = `about ${count.toExponential(1).replace('e+', ' x 10^')}`;
  const reason = `the game has ${count > 1e12 ? rounded : count} faces; the ${solved} with the fewest strategies in use were solved`;
  return [
    {
      face: game.players.map((player) => [...player.strategies]),
      shares: game.players.map((player) => player.strategies.map((): [number, number] => [0, 1])),
      reason,
    },
  ];
}
