import { describe, expect, it } from 'vitest';
import { saltelliDesign, saltelliLayout } from '../../src/design/saltelli.js';
import { factors } from '../run.js';

const four = factors(4);
const groups = { g: ['x1', 'x4'], h: ['x2'] };

describe('saltelliDesign', () => {
  it.each(['sobol', 'random'] as const)(
    'moves each unit alone from A to B, and back for second order, on %s points',
    (points) => {
      const design = saltelliDesign(four, { samples: 8, groups, secondOrder: true, points });
      // Blocks: four factors and {x1, x4}; group h is x2, and x3 is a group of its own.
      const { width, blocks, units, blockOf } = saltelliLayout(design.recipe);
      expect(blocks).toEqual([[0], [1], [2], [3], [0, 3]]);
      expect(units.map(({ name }, u) => `${name} ${blockOf[u]}`)).toEqual([
        'x1 0',
        'x2 1',
        'x3 2',
        'x4 3',
        'g 4',
        'h 1',
        'x3 2',
      ]);
      expect(width).toBe(12);
      expect(design.runs).toBe(96);
      for (let sample = 0; sample < 8; sample++) {
        const at = (slot: number) => design.point(sample * width + slot);
        const [a, b] = [at(0), at(width - 1)];
        expect(a.every((value, i) => value !== b[i])).toBe(true);
        for (const [block, members] of blocks.entries()) {
          expect(at(1 + block)).toEqual(a.map((value, i) => (members.includes(i) ? b[i] : value)));
          expect(at(1 + blocks.length + block)).toEqual(b.map((value, i) => (members.includes(i) ? a[i] : value)));
        }
      }
    },
  );

  it('costs samples x (units + 2) runs, and groups alone only theirs', () => {
    expect(saltelliDesign(four, { samples: 8 }).runs).toBe(8 * 6);
    expect(saltelliDesign(four, { samples: 8, groups, indicesOf: ['group'] }).runs).toBe(8 * 5);
    expect(saltelliDesign(factors(22), { samples: 1024 }).runs).toBe(1024 * 24);
  });

  it('refuses what it cannot hold', () => {
    expect(() => saltelliDesign(factors(257), { samples: 8 })).toThrow('The number of factors on Sobol points');
    expect(saltelliDesign(factors(257), { samples: 2, points: 'random' }).runs).toBe(2 * 259);
    expect(() => saltelliDesign(four, { samples: 1 })).toThrow('The number of samples');
    expect(() => saltelliDesign(four, { samples: 8, groups: { g: ['y'] } })).toThrow('which is no factor');
  });
});
