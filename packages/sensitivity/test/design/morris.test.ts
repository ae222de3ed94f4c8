import { expectWithin } from '@internal/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { morrisDesign } from '../../src/design/morris.js';
import { evenChoice } from '../../src/design/morris-choice.js';
import { factors } from '../run.js';

const rowsOf = (design: ReturnType<typeof morrisDesign>, width: number) =>
  Array.from({ length: design.runs / width }, (_, t) =>
    Array.from({ length: width }, (_, step) => design.point(t * width + step)),
  );

describe('morrisDesign', () => {
  it('moves each factor once in a trajectory, by the step, on the grid of levels', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.constantFrom(2, 4, 6, 8), fc.string(), (k, levels, seed) => {
        const design = morrisDesign(factors(k), { trajectories: 3, levels, seed });
        for (const trajectory of rowsOf(design, k + 1)) {
          const moved = trajectory.slice(1).map((point, step) => {
            const changes = point.flatMap((value, i) => (value === trajectory[step]![i] ? [] : [i]));
            expect(changes).toHaveLength(1);
            const change = Math.abs(point[changes[0]!]! - trajectory[step]![changes[0]!]!);
            expect(change).toBeCloseTo(levels / (2 * (levels - 1)), 12);
            return changes[0]!;
          });
          expect(moved.sort((a, b) => a - b)).toEqual(Array.from({ length: k }, (_, i) => i));
          for (const value of trajectory.flat()) {
            expect(Math.abs(value * (levels - 1) - Math.round(value * (levels - 1)))).toBeLessThan(1e-12);
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('moves the factors of a group in one step', () => {
    const groups = { g: ['x1', 'x3'], h: ['x2', 'x4'] };
    const design = morrisDesign(factors(5), { trajectories: 4, groups, effectsOf: 'group' });
    expect(design.runs).toBe(4 * 4);
    for (const trajectory of rowsOf(design, 4)) {
      const steps = trajectory
        .slice(1)
        .map((point, step) => point.flatMap((value, i) => (value === trajectory[step]![i] ? [] : [i])).join());
      expect(steps.sort()).toEqual(['0,2', '1,3', '4']);
    }
  });

  it('starts every factor at every level equally often', () => {
    // Marginally a factor is uniform over the levels: 4,000 starts, p = 1/4, z = 5, 12 comparisons of 6e-7.
    const design = morrisDesign(factors(3), { trajectories: 4000, candidates: 4000, levels: 4 });
    for (let i = 0; i < 3; i++) {
      for (let level = 0; level < 4; level++) {
        let count = 0;
        for (let t = 0; t < 4000; t++) count += Math.round(design.point(4 * t)[i]! * 3) === level ? 1 : 0;
        expect(Math.abs(count - 1000)).toBeLessThan(5 * Math.sqrt(4000 * (3 / 16)));
      }
    }
  });

  it('refuses odd levels and too few candidates', () => {
    expect(() => morrisDesign(factors(2), { trajectories: 4, levels: 5 })).toThrow('must be even, found 5');
    expect(() => morrisDesign(factors(2), { trajectories: 4, candidates: 3 })).toThrow('The number of candidates');
  });
});

describe('evenChoice', () => {
  /** The square of the wrap-around discrepancy of all points, without what no choice changes. */
  const discrepancy = (set: readonly (readonly Int32Array[])[]) => {
    const points = set.flat();
    let sum = 0;
    for (const p of points) {
      for (const q of points) {
        sum += p.reduce((product, x, i) => {
          const u = Math.abs(x - q[i]!) / 4;
          return product * (1.5 - u * (1 - u));
        }, 1);
      }
    }
    return sum;
  };
  const trajectory = fc
    .array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 })
    .map((digits) => [Int32Array.from(digits.slice(0, 3)), Int32Array.from(digits.slice(3))]);

  it('is a choice that no exchange of one trajectory improves, and often the best of all', () => {
    let best = 0;
    let cases = 0;
    fc.assert(
      fc.property(fc.array(trajectory, { minLength: 4, maxLength: 8 }), (candidates) => {
        const chosen = evenChoice(candidates, 3, 4);
        expect(new Set(chosen).size).toBe(3);
        const own = discrepancy(chosen.map((i) => candidates[i]!));
        let least = Number.POSITIVE_INFINITY;
        for (let a = 0; a < candidates.length; a++)
          for (let b = 0; b < a; b++)
            for (let c = 0; c < b; c++) {
              const other = discrepancy([a, b, c].map((i) => candidates[i]!));
              least = Math.min(least, other);
              if ([a, b, c].filter((i) => chosen.includes(i)).length === 2) {
                expect(other).toBeGreaterThanOrEqual(own * (1 - 1e-6));
              }
            }
        best += own <= least * (1 + 1e-6) ? 1 : 0;
        cases += 1;
      }),
    );
    expect(best / cases).toBeGreaterThan(0.5);
  });

  it('turns with the candidates, so that no level is preferred', () => {
    fc.assert(
      fc.property(
        fc.array(trajectory, { minLength: 4, maxLength: 8 }),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }),
        (candidates, turn) => {
          const turned = candidates.map((points) => points.map((point) => point.map((x, i) => (x + turn[i]!) % 4)));
          expect(evenChoice(turned, 3, 4)).toEqual(evenChoice(candidates, 3, 4)); // the same sums in the same order
        },
      ),
    );
  });
});

describe('chosen trajectories', () => {
  it('visit every point of the grid equally often', () => {
    // 300 designs of 10 out of 40 trajectories of 3 points over 4 x 4 cells. The counts of one design depend on one another, so
    // that their spread is taken over the designs: z = 5, 16 comparisons of 6e-7.
    const designs = Array.from({ length: 300 }, (_, seed) => {
      const design = morrisDesign(factors(2), { trajectories: 10, candidates: 40, seed: `${seed}` });
      const counts = new Array<number>(16).fill(0);
      for (let row = 0; row < design.runs; row++) {
        const [x, y] = design.point(row).map((value) => Math.round(3 * value));
        counts[4 * x! + y!]! += 1;
      }
      return counts;
    });
    for (let cell = 0; cell < 16; cell++) {
      const counts = designs.map((design) => design[cell]!);
      const mean = counts.reduce((a, b) => a + b, 0) / 300;
      const variance = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 299;
      expectWithin(mean, 30 / 16, Math.sqrt(variance / 300));
    }
  });
});
