import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/text/width.js';
import { wrap } from '../../src/text/wrap.js';

describe('textWidth', () => {
  it('is that of the glyphs of DejaVu Sans', () => {
    expect(textWidth('tau', 1000)).toBe(392 + 613 + 634);
  });

  it('grows with size and weight', () => {
    expect(textWidth('tau', 24)).toBeCloseTo(2 * textWidth('tau', 12));
    expect(textWidth('tau', 12, true)).toBeGreaterThan(textWidth('tau', 12));
  });

  it('gives an East Asian letter a square', () => {
    expect(textWidth('数据', 12)).toBe(24);
  });
});

describe('wrap', () => {
  it('leaves a text that fits alone', () => {
    expect(wrap('short', { width: 200, size: 12 })).toEqual(['short']);
  });

  it('has no line for an empty text', () => {
    expect(wrap('  ', { width: 200, size: 12 })).toEqual([]);
  });

  it('breaks at spaces', () => {
    const width = textWidth('one two', 12);
    expect(wrap('one two three four', { width, size: 12, lines: 3 })).toEqual(['one two', 'three', 'four']);
  });

  it('ends the last line with an ellipsis where more was to come', () => {
    const [line, ...others] = wrap('one two three four', { width: 80, size: 12 });
    expect(others).toEqual([]);
    expect(line).toMatch(/^one two.*…$/);
  });

  it('keeps every line inside the width and loses nothing before the ellipsis', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', 'W', ' ', 'é', '数', '😀'), maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 5 }), (text, lines) => {
        const width = 60;
        const wrapped = wrap(text, { width, size: 12, lines });
        expect(wrapped.length).toBeLessThanOrEqual(lines);
        for (const line of wrapped) expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
        const shown = wrapped.join('').replaceAll(' ', '').replace(/…$/, '');
        expect(text.replaceAll(' ', '').startsWith(shown)).toBe(true);
      }),
    );
  });
});
