import { describe, expect, it } from 'vitest';
import { isName, isReserved, longestName } from '../../src/expression/names.js';

describe('names', () => {
  it.each(['a', 'b_A', '_x', 'A1', 'x'.repeat(longestName)])('%s is one', (name) => {
    expect(isName(name)).toBe(true);
  });

  it.each(['', '1a', 'a-b', 'a b', 'a.b', 'é', ' a', 'a\n', 'x'.repeat(longestName + 1)])('%s is none', (name) => {
    expect(isName(name)).toBe(false);
  });

  it('are 64 characters long at most', () => {
    expect(longestName).toBe(64);
  });

  it('are reserved where every object has something of that name, and where a game file or a number means it', () => {
    const inherited = Object.getOwnPropertyNames(Object.prototype);
    const others = ['prototype', 'undefined', 'null', 'true', 'false', 'NaN', 'Infinity', 'initial'];
    for (const name of [...inherited, ...others]) expect([name, isReserved(name)]).toEqual([name, true]);
    for (const name of ['a', 'Constructor', 'share', 'nan']) expect(isReserved(name)).toBe(false);
  });
});
