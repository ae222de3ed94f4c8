import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between, positive, readNumber, readWhole, whole, within } from '../../src/options/number.js';

describe('readNumber', () => {
  it.each([
    ['0.5', 0.5],
    ['-3', -3],
    ['+2', 2],
    ['1e5', 100_000],
    ['1E-3', 0.001],
    ['.5', 0.5],
    ['5.', 5],
    ['-0', -0],
  ])('reads %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each([
    '',
    ' ',
    '12abc',
    'abc',
    'NaN',
    'Infinity',
    '-Infinity',
    '0x10',
    '0b1',
    '1e999',
    '1,5',
    '1_000',
    '1 ',
    ' 1',
    '--1',
    '1e',
    '.',
    'e5',
    '1.2.3',
    '١',
  ])('refuses %j', (text) => {
    expect(readNumber(text)).toBeUndefined();
  });

  it('reads every finite number as JavaScript prints it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(readNumber(String(value))).toBe(Number(String(value)));
      }),
    );
  });

  it('never returns anything but a finite number that Number agrees with', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789+-.eExNaInfity _,') }), (text) => {
        const value = readNumber(text);
        expect(value === undefined || (Number.isFinite(value) && value === Number(text))).toBe(true);
      }),
    );
  });
});

describe('readWhole', () => {
  it('takes both ends and nothing beyond, between, or broken', () => {
    expect(readWhole('1', 1, 10)).toBe(1);
    expect(readWhole('1e1', 1, 10)).toBe(10);
    for (const text of ['0', '11', '1.5', '-1', 'ten']) expect(readWhole(text, 1, 10)).toBeUndefined();
  });
});

describe('readers of option values say what they expect', () => {
  it('above 0', () => {
    expect(positive('1e-3')).toBe(0.001);
    for (const text of ['0', '-1', 'x']) expect(() => positive(text)).toThrow('Expected a number above 0');
  });

  it('between two numbers, ends left out', () => {
    expect(between(0, 0.5)('0.4999')).toBe(0.4999);
    for (const text of ['0', '0.5', '']) expect(() => between(0, 0.5)(text)).toThrow('above 0 and below 0.5');
  });

  it('from one number to another, ends included', () => {
    expect([within(1e-6, 0.5)('1e-6'), within(1e-6, 0.5)('0.5')]).toEqual([1e-6, 0.5]);
    for (const text of ['0', '0.51', '-1', 'abc']) expect(() => within(1e-6, 0.5)(text)).toThrow('to 0.5');
  });

  it('a whole number', () => {
    expect(whole(1, 1024)('1024')).toBe(1024);
    for (const text of ['0', '1025', '2.5']) expect(() => whole(1, 1024)(text)).toThrow('from 1 to 1024');
  });
});
