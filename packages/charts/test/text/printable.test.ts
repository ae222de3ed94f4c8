import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, titled } from '../../src/text/printable.js';

describe('printable', () => {
  it('puts a text on one line', () => {
    expect(printable('  two\n\tlines ')).toBe('two lines');
  });

  it('leaves out controls, lone surrogates and direction overrides', () => {
    expect(printable('a\u0000b\u0008c\ud800d\u202ee\uffff')).toBe('abcde');
  });

  it('keeps letters of any script and the signs of markup', () => {
    const text = '跨部门 τ é 😀 <b> & "q" {a|b}';
    expect(printable(text)).toBe(text);
  });

  it('leaves only characters that XML 1.0 allows', () => {
    const allowed = /^[\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 });
    fc.assert(fc.property(units, (codes) => allowed.test(printable(String.fromCharCode(...codes)))));
  });
});

describe('titled', () => {
  it('puts the name behind the words', () => {
    expect(titled({ name: 'tau', title: 'Trust' })).toBe('Trust (tau)');
  });

  it('is the name alone where there are no other words', () => {
    expect(titled({ name: 'tau' })).toBe('tau');
    expect(titled({ name: 'tau', title: ' ' })).toBe('tau');
    expect(titled({ name: 'tau', title: 'tau' })).toBe('tau');
  });
});
