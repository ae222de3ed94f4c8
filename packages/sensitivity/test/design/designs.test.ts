/** What all designs promise: points within the ranges, an id, the same rows from the recipe through JSON. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridDesign } from '../../src/design/grid.js';
import { latinHypercubeDesign } from '../../src/design/latin-hypercube.js';
import { morrisDesign } from '../../src/design/morris.js';
import { oneAtATimeDesign } from '../../src/design/one-at-a-time.js';
import { rebuildDesign } from '../../src/design/rebuild.js';
import { saltelliDesign } from '../../src/design/saltelli.js';
import { sobolPointsDesign } from '../../src/design/sobol-points.js';
import { factors } from '../run.js';

const four = factors(4, [-2, 3]).map((factor, i) => ({ ...factor, group: i < 2 ? 'first' : 'second' }));
const designs = {
  grid: gridDesign(four, { levels: [2, 3, 4, 2] }),
  'one-at-a-time': oneAtATimeDesign(four, { levels: 5, base: [0, 1, 2, 3] }),
  'latin-hypercube': latinHypercubeDesign(four, { samples: 37, seed: 'a' }),
  'sobol-points': sobolPointsDesign(four, { samples: 32, seed: 'a' }),
  morris: morrisDesign(four, { trajectories: 5, seed: 'a', effectsOf: 'group' }),
  saltelli: saltelliDesign(four, { samples: 16, seed: 'a', secondOrder: true }),
};
const rows = (design: (typeof designs)[keyof typeof designs]) =>
  Array.from({ length: design.runs }, (_, row) => design.point(row));

describe.each(Object.entries(designs))('%s', (method, design) => {
  it('has points within the ranges', () => {
    expect(design.recipe.method).toBe(method);
    for (const point of rows(design)) {
      expect(point).toHaveLength(4);
      expect(point.every((value) => value >= -2 && value <= 3)).toBe(true);
    }
  });

  it('follows from its recipe, through JSON, to the same rows and the same id', () => {
    const again = rebuildDesign(JSON.parse(JSON.stringify(design.recipe)));
    expect(again.id).toBe(design.id);
    expect(Array.from({ length: again.runs }, (_, row) => again.point(row))).toEqual(rows(design));
  });

  it('refuses rows that it does not have', () => {
    for (const row of [-1, design.runs, 0.5, Number.NaN]) {
      expect(() => design.point(row)).toThrow(`from 0 to ${design.runs - 1}, found ${row}`);
    }
  });
});

describe('the id of a design', () => {
  it('differs wherever the recipe differs, but for the number of samples of a design that grows', () => {
    const ids = Object.values(designs).map(({ id }) => id);
    const others = [
      latinHypercubeDesign(four, { samples: 38, seed: 'a' }),
      latinHypercubeDesign(four, { samples: 37, seed: 'b' }),
      latinHypercubeDesign([...four.slice(0, 3), { ...four[3]!, range: [-2, 3.5] }], { samples: 37, seed: 'a' }),
      saltelliDesign(four, { samples: 16, seed: 'a' }),
    ].map(({ id }) => id);
    expect(new Set([...ids, ...others]).size).toBe(10);
    expect(saltelliDesign(four, { samples: 64, seed: 'a', secondOrder: true }).id).toBe(designs.saltelli.id);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe('designs that grow', () => {
  it('begin with the rows of the smaller one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        fc.string(),
        (samples, more, seed) => {
          for (const points of ['sobol', 'random'] as const) {
            const small = saltelliDesign(four, { samples, seed, points });
            const large = saltelliDesign(four, { samples: samples + more, seed, points });
            for (let row = 0; row < small.runs; row++) {
              expect(large.point(row)).toEqual(small.point(row));
            }
          }
          const small = sobolPointsDesign(four, { samples, seed });
          const large = sobolPointsDesign(four, { samples: samples + more, seed });
          expect(large.point(samples - 1)).toEqual(small.point(samples - 1));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('rebuildDesign', () => {
  it('refuses a recipe of no known method', () => {
    expect(() => rebuildDesign({ method: 'fast' } as never)).toThrow('There is no design "fast".');
  });
});
