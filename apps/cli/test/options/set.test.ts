import { describe, expect, it } from 'vitest';
import { collectSet, setValues } from '../../src/options/set.js';

describe('--set', () => {
  it('collects pairs and sorts them by name', () => {
    const pairs = collectSet('initial.A = 0.25', collectSet('tau=1e-1', []));
    expect(setValues(pairs)).toEqual({ tau: 0.1, 'initial.A': 0.25 });
    expect(Object.keys(setValues(pairs))).toEqual(['initial.A', 'tau']);
  });

  it('keeps names that objects are made of as names, so that they are refused as unknown and not swallowed', () => {
    expect(Object.keys(setValues(collectSet('__proto__=1', [])))).toEqual(['__proto__']);
  });

  it.each([
    ['tau', 'name=value'],
    ['=1', 'name=value'],
    ['tau=', 'a number after "tau="'],
    ['tau=high', 'a number after "tau="'],
    ['tau=1=2', 'a number after "tau="'],
  ])('refuses %s', (text, message) => {
    expect(() => collectSet(text, [])).toThrow(message);
  });

  it('refuses a name that is set twice', () => {
    expect(() => collectSet('tau=1', collectSet('tau=0', []))).toThrow('"tau" is set twice');
  });
});
