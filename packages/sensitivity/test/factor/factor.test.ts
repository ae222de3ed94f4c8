import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFactors, scale } from '../../src/factor/factor.js';

describe('checkFactors', () => {
  it('refuses everything that is wrong, at once and by name', () => {
    const wrong = [
      { name: 'tau', range: [0, 1] as const },
      { name: 'tau', range: [0, 2] as const },
      { name: '', range: [0, 1] as const },
      { name: 'p', range: [3, 3] as const },
      { name: 'q', range: [2, 1] as const },
      { name: 'w', range: [0, Number.NaN] as const },
      { name: 'v', range: [0, Number.POSITIVE_INFINITY] as const },
    ];
    expect(() => checkFactors(wrong)).toThrow(
      [
        'Two factors are named "tau"; give each its own name.',
        'Factor 3 has no name.',
        'The range of "p" is the one value 3; leave the factor out, or widen its range.',
        'The range of "q" runs down, from 2 to 1; swap its ends.',
        'The range of "w" must be two finite numbers, found [0, NaN].',
        'The range of "v" must be two finite numbers, found [0, Infinity].',
      ].join('\n'),
    );
    expect(() => checkFactors([])).toThrow('There are no factors');
  });

  it('keeps name, range and group alone', () => {
    const given = { name: 'tau', range: [0, 1] as const, group: 'conceptual', title: 'Trust' };
    expect(checkFactors([given])).toEqual([{ name: 'tau', range: [0, 1], group: 'conceptual' }]);
  });
});

describe('scale', () => {
  it('meets the ends and stays between them', () => {
    const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(
        finite,
        fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (low, width, u) => {
          const factor = { name: 'x', range: [low, low + width] as const };
          fc.pre(low + width > low);
          expect(scale(factor, 0) === low).toBe(true);
          expect(scale(factor, 1) === low + width).toBe(true);
          const value = scale(factor, u);
          expect(value >= low && value <= low + width).toBe(true);
        },
      ),
    );
  });
});
