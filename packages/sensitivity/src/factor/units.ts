/**
 * Units: the sets of factors that a design moves together, single factors and groups of them.
 * Owns the reading of groups and what must be refused in them.
 */
import { checkList, checkObject } from '../check.js';
import { SensitivityError } from '../errors.js';
import type { Factor } from './factor.js';

/** Groups by name, each a list of factor names. */
export type Groups = Readonly<Record<string, readonly string[]>>;

/** What indices are wanted of: each factor, each group, or both. */
export type UnitKind = 'parameter' | 'group';

/** A set of factors that move together. */
export interface Unit {
  readonly kind: UnitKind;
  /** Name of the factor or of the group. */
  readonly name: string;
  /** Places of its factors, rising. */
  readonly members: readonly number[];
}

/**
 * The groups of the factors: `groups` where given, else what the factors themselves say. Names in the order of the
 * factors.
 *
 * @throws SensitivityError (`factor`) that lists unknown names, factors in two groups and empty groups.
 */
export function checkGroups(factors: readonly Factor[], groups?: Groups): Record<string, string[]> {
  if (groups === undefined) {
    const own = new Map<string, string[]>();
    for (const { name, group } of factors) {
      if (group !== undefined) {
        own.set(group, [...(own.get(group) ?? []), name]);
      }
    }
    return Object.fromEntries(own);
  }
  checkObject('The groups', groups, 'factor');
  const faults: string[] = [];
  const names = factors.map(({ name }) => name);
  const home = new Map<string, string>();
  for (const [group, members] of Object.entries(groups)) {
    checkList(`The group "${group}"`, members, 'factor');
    if (members.length === 0) {
      faults.push(`Group "${group}" is empty; leave it out.`);
    }
    for (const name of members) {
      const other = home.get(name);
      if (!names.includes(name)) {
        faults.push(`Group "${group}" names "${name}", which is no factor. Factors: ${names.join(', ')}.`);
      } else if (other !== undefined) {
        faults.push(`"${name}" is in group "${other}" and in group "${group}"; groups must not overlap.`);
      }
      home.set(name, group);
    }
  }
  if (faults.length > 0) {
    throw new SensitivityError('factor', faults.join('\n'));
  }
  return Object.fromEntries(
    Object.entries(groups).map(([group, members]) => [group, names.filter((name) => members.includes(name))]),
  );
}

/**
 * The units of the kinds asked for: factors first, then groups. A factor in no group is a group of its own, so that the
 * groups cover everything.
 *
 * @throws SensitivityError where no known kind is asked for, or a factor outside all groups has the name of a group.
 */
export function unitsOf(factors: readonly Factor[], groups: Groups, kinds: readonly UnitKind[]): Unit[] {
  checkList('What indices are of', kinds);
  if (kinds.length === 0 || !kinds.every((kind) => kind === 'parameter' || kind === 'group')) {
    const found = kinds.length === 0 ? 'nothing' : kinds.join(', ');
    throw new SensitivityError('option', `Indices can be of "parameter" and of "group", found ${found}.`);
  }
  const units: Unit[] = [];
  if (kinds.includes('parameter')) {
    units.push(...factors.map(({ name }, i): Unit => ({ kind: 'parameter', name, members: [i] })));
  }
  if (kinds.includes('group')) {
    const grouped = new Set(Object.values(groups).flat());
    for (const [name, members] of Object.entries(groups)) {
      const places = members.map((member) => factors.findIndex((factor) => factor.name === member));
      units.push({ kind: 'group', name, members: places });
    }
    for (const [i, { name }] of factors.entries()) {
      if (grouped.has(name)) {
        continue;
      }
      if (Object.hasOwn(groups, name)) {
        throw new SensitivityError(
          'factor',
          `"${name}" is a group and a factor outside all groups; rename one of them.`,
        );
      }
      units.push({ kind: 'group', name, members: [i] });
    }
  }
  return units;
}

/** The group of every factor, null where it has none. */
export function groupOf(factor: Factor, groups: Groups): string | null {
  return Object.keys(groups).find((group) => groups[group]!.includes(factor.name)) ?? null;
}
