import { describe, expect, it } from 'vitest';
import { oneAtATimeDesign } from '../../src/design/one-at-a-time.js';
import { factors } from '../run.js';

describe('oneAtATimeDesign', () => {
  it('is the base, then every factor through its levels with the others at the base', () => {
    const design = oneAtATimeDesign(factors(2, [0, 2]), { levels: 3, base: [0.5, 7] });
    expect(Array.from({ length: design.runs }, (_, row) => design.point(row))).toEqual([
      [0.5, 7],
      [0, 7],
      [1, 7],
      [2, 7],
      [0.5, 0],
      [0.5, 1],
      [0.5, 2],
    ]);
    expect(oneAtATimeDesign(factors(2, [0, 2])).point(0)).toEqual([1, 1]);
  });

  it('refuses a base that does not fit', () => {
    expect(() => oneAtATimeDesign(factors(2), { base: [1] })).toThrow('2 factors, and the base has 1 values');
    expect(() => oneAtATimeDesign(factors(2), { base: [1, Number.NaN] })).toThrow('The base value of "x2"');
    expect(() => oneAtATimeDesign(factors(2), { levels: 1 })).toThrow('The number of levels');
  });
});
