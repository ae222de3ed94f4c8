import { describe, expect, it } from 'vitest';
import { checkGroups, groupOf, unitsOf } from '../../src/factor/units.js';
import { factors } from '../run.js';

describe('checkGroups', () => {
  it('takes what the factors say, whatever the groups are called', () => {
    const [a, b, c] = factors(3);
    const own = [{ ...a!, group: 'constructor' }, b!, { ...c!, group: 'constructor' }];
    expect(checkGroups(own)).toEqual(Object.fromEntries([['constructor', ['x1', 'x3']]]));
    expect(groupOf(own[0]!, checkGroups(own))).toBe('constructor');
    expect(groupOf(own[1]!, checkGroups(own))).toBe(null);
  });

  it('refuses unknown names, overlaps and empty groups, all at once', () => {
    expect(() => checkGroups(factors(3), { g: ['x1', 'y'], h: ['x2', 'x1'], i: [] })).toThrow(
      [
        'Group "g" names "y", which is no factor. Factors: x1, x2, x3.',
        '"x1" is in group "g" and in group "h"; groups must not overlap.',
        'Group "i" is empty; leave it out.',
      ].join('\n'),
    );
  });
});

describe('unitsOf', () => {
  it('lists factors, then groups, then groups of one for the rest', () => {
    const units = unitsOf(factors(3), { g: ['x1', 'x3'] }, ['parameter', 'group']);
    expect(units.map(({ kind, name, members }) => `${kind} ${name} ${members}`)).toEqual([
      'parameter x1 0',
      'parameter x2 1',
      'parameter x3 2',
      'group g 0,2',
      'group x2 1',
    ]);
  });

  it('refuses a group that bears the name of a factor outside all groups, and unknown kinds', () => {
    expect(() => unitsOf(factors(3), { x3: ['x1'] }, ['group'])).toThrow(
      '"x3" is a group and a factor outside all groups',
    );
    expect(() => unitsOf(factors(3), {}, [])).toThrow('found nothing');
    expect(() => unitsOf(factors(3), {}, ['pair' as 'group'])).toThrow('found pair');
  });
});
