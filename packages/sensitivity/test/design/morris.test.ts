import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { morrisDesign } from '../../src/design/morris.js';
import { spreadChoice } from '../../src/design/morris-spread.js';
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

describe('spreadChoice', () => {
  const distance = (a: readonly Int32Array[], b: readonly Int32Array[]) =>
    a.reduce((sum, p) => sum + b.reduce((part, q) => part + Math.hypot(...p.map((value, i) => value - q[i]!)), 0), 0);
  const spread = (set: readonly (readonly Int32Array[])[]) =>
    set.reduce((sum, a, i) => sum + set.slice(0, i).reduce((part, b) => part + distance(a, b) ** 2, 0), 0);
  const trajectory = fc
    .array(fc.integer({ min: 0, max: 3 }), { minLength: 6, maxLength: 6 })
    .map((digits) => [Int32Array.from(digits.slice(0, 3)), Int32Array.from(digits.slice(3))]);

  it('is a choice that no exchange of one trajectory improves, and often the best of all', () => {
    let best = 0;
    let cases = 0;
    fc.assert(
      fc.property(fc.array(trajectory, { minLength: 4, maxLength: 8 }), (candidates) => {
        const chosen = spreadChoice(candidates, 3);
        expect(new Set(chosen).size).toBe(3);
        const own = spread(chosen.map((i) => candidates[i]!));
        let most = 0;
        for (let a = 0; a < candidates.length; a++)
          for (let b = 0; b < a; b++)
            for (let c = 0; c < b; c++) {
              const other = spread([a, b, c].map((i) => candidates[i]!));
              most = Math.max(most, other);
              if ([a, b, c].filter((i) => chosen.includes(i)).length === 2) {
                expect(other).toBeLessThanOrEqual(own * (1 + 1e-6) + 1e-9);
              }
            }
        best += own >= most * (1 - 1e-6) ? 1 : 0;
        cases += 1;
      }),
    );
    expect(best / cases).toBeGreaterThan(0.5);
  });
});
