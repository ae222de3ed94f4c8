/**
 * From a game and what was asked to the factors that vary: name, range, group.
 * Owns which those are where nothing is asked, and what is refused.
 */
import { type Game, nearestName, settableNames } from '@trilogue/core';
import type { Factor } from '@trilogue/sensitivity';
import { gameGroups } from '@trilogue/study';
import { UsageError } from '../errors/kinds.js';
import type { FactorArguments, GroupLists } from './options.js';

/**
 * The factors in the order of the game, or of `--factors`.
 * @throws UsageError that lists everything that is wrong: unknown names, missing ranges, groups that overlap.
 */
export function chooseFactors(game: Game, { factors, range = {}, group }: FactorArguments): Factor[] {
  const ranges = new Map(game.parameters.map(({ name, range: own }) => [name, own]));
  for (const [name, own] of Object.entries(range)) ranges.set(name, own);
  const names = factors ?? [...ranges.keys()];
  const faults = [
    ...unknownNames(game, '--factors', factors ?? []),
    ...unknownNames(game, '--range', Object.keys(range)),
    ...Object.keys(range)
      .filter((name) => !names.includes(name))
      .map((name) => `--range ${name} has no effect: --factors leaves it out.`),
    ...groupFaults(group ?? {}, names),
  ];
  const bare = names.filter((name) => ranges.get(name) === undefined);
  if (faults.length === 0 && bare.length > 0) {
    const [first] = bare;
    const others = names.length > bare.length ? ', or leave it out with --factors' : '';
    faults.push(
      `${game.name} has no range for ${bare.join(', ')}. Write "range: [LO, HI]" beside the value in the game file, or give --range ${first}=LO:HI${others}.`,
    );
  }
  if (faults.length === 0 && names.length === 0) {
    faults.push(`${game.name} has no parameters. Give --range NAME=LO:HI; known names: ${list(settableNames(game))}.`);
  }
  if (faults.length > 0) throw new UsageError(faults.join('\n'));
  const groupOf = group === undefined ? gameGroups(game) : groupsOf(group);
  return names.map((name) => {
    const its = groupOf(name);
    return { name, range: ranges.get(name)!, ...(its === undefined ? {} : { group: its }) };
  });
}

function unknownNames(game: Game, option: string, names: readonly string[]): string[] {
  const known = settableNames(game);
  return names
    .filter((name) => !known.includes(name))
    .map((name) => {
      const nearest = nearestName(name, known);
      const hint = nearest === undefined ? '' : ` Did you mean "${nearest}"?`;
      return `${option}: unknown name "${name}". Known names: ${list(known)}.${hint}`;
    });
}

function groupFaults(groups: GroupLists, names: readonly string[]): string[] {
  const home = new Map<string, string>();
  return Object.entries(groups).flatMap(([group, members]) =>
    members.flatMap((name) => {
      const other = home.get(name);
      home.set(name, group);
      if (!names.includes(name)) return [`--group ${group}: "${name}" is no factor. Factors: ${list(names)}.`];
      return other === undefined
        ? []
        : [`--group: "${name}" is in "${other}" and in "${group}"; groups must not overlap.`];
    }),
  );
}

function groupsOf(groups: GroupLists): (name: string) => string | undefined {
  return (name) => Object.keys(groups).find((group) => groups[group]!.includes(name));
}

function list(names: readonly string[]): string {
  return names.join(', ');
}
