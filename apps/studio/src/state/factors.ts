/**
 * What varies in sensitivity analyses and recommendations: the parameters that have a range in the game file.
 */
import { gameGroups } from '@trilogue/study';
import type { Model } from './model';

/** As the analyses take it. Plain data. */
export interface RangedFactor {
  readonly name: string;
  readonly range: readonly [low: number, high: number];
  readonly group?: string;
}

/** In the order of the file, with their groups, as the command line takes them. */
export function factorsOf({ game }: Pick<Model, 'game'>): RangedFactor[] {
  const groupOf = gameGroups(game);
  return game.parameters.flatMap(({ name, range }) => {
    const group = groupOf(name);
    return range === undefined ? [] : [{ name, range, ...(group === undefined ? {} : { group }) }];
  });
}

/** Those whose present value lies in their range. */
export function leversOf(model: Pick<Model, 'game' | 'point'>): RangedFactor[] {
  return factorsOf(model).filter(({ name, range: [low, high] }) => {
    const value = model.point.parameters[name]!;
    return value >= low && value <= high;
  });
}

/** Changes of other values than the factors', which the analyses move themselves. */
export function setBeside(set: Model['set'], factors: readonly { readonly name: string }[]): Model['set'] {
  const moved = new Set(factors.map(({ name }) => name));
  return Object.fromEntries(Object.entries(set).filter(([name]) => !moved.has(name)));
}
