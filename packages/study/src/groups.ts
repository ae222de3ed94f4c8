/**
 * The groups of a game's factors, as its file says.
 */
import type { Game } from '@trilogue/core';

/** Where parameters have groups, the group of a factor that has none. */
const otherGroup = 'environment';

/** The group of a settable name; undefined where the game has no groups. */
export function gameGroups({ parameters }: Pick<Game, 'parameters'>): (name: string) => string | undefined {
  const own = new Map(parameters.flatMap(({ name, group }) => (group === undefined ? [] : [[name, group] as const])));
  return (name) => own.get(name) ?? (own.size > 0 ? otherGroup : undefined);
}
