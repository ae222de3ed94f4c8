/**
 * Which picture the space of the shares makes, and from where its paths start.
 */
import type { Game } from '@trilogue/core';

/** Three players of two strategies, two of them, or one population of three strategies. */
export type PhaseKind = 'cube' | 'square' | 'triangle';

/** Null where there is no picture of all shares. */
export function phaseKind({ players }: Pick<Game, 'players'>): PhaseKind | null {
  const counts = players.map(({ strategies }) => strategies.length);
  if (counts.every((count) => count === 2)) return counts.length === 3 ? 'cube' : counts.length === 2 ? 'square' : null;
  return counts.length === 1 && counts[0] === 3 ? 'triangle' : null;
}

/** Share by [player][strategy] of each start. */
export function phaseStarts(kind: PhaseKind): number[][][] {
  const two = (share: number) => [share, 1 - share];
  if (kind === 'cube') {
    const few = [0.12, 0.5, 0.88];
    return few.flatMap((x) => few.flatMap((y) => few.map((z) => [two(x), two(y), two(z)])));
  }
  if (kind === 'square') {
    const some = [0.1, 0.37, 0.63, 0.9];
    return some.flatMap((x) => some.map((y) => [two(x), two(y)]));
  }
  const parts = [1, 2, 3, 4].flatMap((a) => [1, 2, 3, 4].map((b) => [a, b, 6 - a - b]));
  return parts.filter(([, , c]) => c! > 0).map((own) => [own.map((part) => part / 6)]);
}
