import { expectWithin, ksBound, ksDistance } from '@internal/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latinHypercubeDesign } from '../../src/design/latin-hypercube.js';
import { saltelliDesign } from '../../src/design/saltelli.js';
import { sobolPointsDesign } from '../../src/design/sobol-points.js';
import { prcc } from '../../src/estimate/prcc.js';
import { factors, normals, run } from '../run.js';

/** Ranks of different values, from 1. */
const ranksOf = (values: number[]) => values.map((value) => 1 + values.filter((other) => other < value).length);

/** What is left of y after a least squares fit on the columns and a constant, by successive orthogonal projection. */
function residual(y: number[], columns: number[][]): number[] {
  const basis: number[][] = [];
  const project = (vector: number[]) =>
    basis.reduce((rest, b) => {
      const length = rest.reduce((sum, value, i) => sum + value * b[i]!, 0);
      return rest.map((value, i) => value - length * b[i]!);
    }, vector);
  for (const column of [y.map(() => 1), ...columns]) {
    const rest = project(project(column));
    const norm = Math.hypot(...rest);
    basis.push(rest.map((value) => value / norm));
  }
  return project(project(y));
}

function correlation(a: number[], b: number[]): number {
  const dot = (u: number[], v: number[]) => u.reduce((sum, value, i) => sum + value * v[i]!, 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}

describe('prcc', () => {
  it('is the correlation of what regressions on the other ranks leave', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 20, max: 60 }), fc.string(), (k, samples, seed) => {
        const noise = normals(seed);
        const design = latinHypercubeDesign(factors(k), { samples, seed });
        const answers = run(design, (x) => x.reduce((sum, value, i) => sum + value ** 2 / (i + 1), 0.3 * noise()));
        const ranks = Array.from({ length: k }, (_, i) =>
          ranksOf(Array.from({ length: samples }, (_, row) => design.point(row)[i]!)),
        );
        const y = ranksOf([...answers.values]);
        for (const [i, { value }] of prcc(answers, { resamples: 20 }).coefficients.entries()) {
          const others = ranks.filter((_, j) => j !== i);
          expect(value).toBeCloseTo(correlation(residual(ranks[i]!, others), residual(y, others)), 9);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is permuted with the parameters, and an inert one is near zero and moves the others little', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), fc.string(), (order, seed) => {
        const options = { samples: 400, seed };
        const model = (x: number[]) => x[0]! - 0.5 * x[1]! + 0.2 * x[2]! + 0.5 * Math.sin(40 * (x[0]! + x[1]! + x[2]!));
        const resamples = { resamples: 200 };
        const plain = prcc(run(latinHypercubeDesign(factors(3), options), model), resamples).coefficients;
        const own = [...order.map((i) => factors(3)[i]!), { name: 'inert', range: [0, 1] as const }];
        const permuted = run(latinHypercubeDesign(own, options), (x) =>
          model([0, 1, 2].map((i) => x[order.indexOf(i)]!)),
        );
        const found = prcc(permuted, resamples).coefficients;
        const error = ({ low, high }: { low: number; high: number }) => (high - low) / 3.92;
        // Two estimates on different points: eight joint standard errors, as seeds are fresh.
        for (const [place, i] of order.entries()) {
          const [one, other] = [found[place]!, plain[i]!];
          expect(one.parameter).toBe(other.parameter);
          expectWithin(one.value, other.value, Math.hypot(error(one), error(other)), 8);
        }
        expectWithin(found[3]!.value, 0, error(found[3]!), 8);
      }),
      { numRuns: 10 },
    );
  });

  it('is 1 or -1 for an output that follows one factor, 0 for the others, whatever the curve', () => {
    for (const [curve, sign] of [
      [Math.exp, 1],
      [(x: number) => -(x ** 9), -1],
    ] as const) {
      const [one, two] = prcc(run(sobolPointsDesign(factors(2), { samples: 64 }), ([x]) => curve(x!))).coefficients;
      expect(one!.value).toBeCloseTo(sign, 9);
      expect(one!.p).toBeLessThan(1e-100);
      expect(two!.value).toBeCloseTo(0, 6);
      expect(two!.p).toBeGreaterThan(0.999);
    }
  });

  it('has p values that are uniform where nothing has an effect', () => {
    const ps: number[] = [];
    const noise = normals('null');
    for (let seed = 0; seed < 500; seed++) {
      const answers = run(latinHypercubeDesign(factors(3), { samples: 40, seed: `${seed}` }), noise);
      ps.push(prcc(answers, { resamples: 20 }).coefficients[1]!.p);
    }
    // False alarm 6e-7 for exact p values; Student's t fits ranks of 40 samples far better than the bound of 0.12.
    expect(ksDistance(ps, (p) => p)).toBeLessThan(ksBound(500));
  });

  it('has exact p values: 1 - |r| with two degrees of freedom, which the fewest samples leave', () => {
    for (const k of [1, 2, 3]) {
      const design = latinHypercubeDesign(factors(k), { samples: k + 3 });
      const noise = normals(`few ${k}`);
      const { coefficients } = prcc(run(design, noise), { resamples: 20 });
      // With n degrees of freedom t = r sqrt(n / (1 - r^2)); for n = 2 the distribution is t / sqrt(2 + t^2) = r.
      for (const { value, p: found } of coefficients) expect(found).toBeCloseTo(1 - Math.abs(value), 9);
      expect(Math.max(...coefficients.map(({ value }) => Math.abs(value)))).toBeGreaterThan(0.1);
    }
  });

  it('warns of a constant output and of few samples, and refuses fewer than it can use', () => {
    const warnings = (samples: number, model: (x: number[]) => number) =>
      prcc(run(latinHypercubeDesign(factors(3), { samples }), model), { resamples: 20 }).warnings;
    const constant = 'The output is the same at every point; nothing has an effect.';
    expect(warnings(50, () => 1)).toEqual([{ code: 'constant-output', names: [], message: constant }]);
    const few = '39 samples are few for 3 factors; take at least 40.';
    expect(warnings(39, ([x]) => x!)).toEqual([{ code: 'few-samples', names: [], message: few }]);
    expect(warnings(40, ([x]) => x!)).toEqual([]);
    const short = () => warnings(5, ([x]) => x!);
    expect(short).toThrow('PRCC of 3 factors needs at least 6 samples, found 5.');
    expect(short).toThrow(expect.objectContaining({ code: 'option' }));
    const still = prcc(run(latinHypercubeDesign(factors(1), { samples: 20 }), () => 1));
    expect(still.method).toBe('prcc');
    expect(still.coefficients[0]).toEqual({ parameter: 'x1', group: null, value: 0, low: 0, high: 0, p: 1 });
    expect(() => prcc(run(saltelliDesign(factors(2), { samples: 8 }), ([x]) => x!))).toThrow(
      'PRCC: this needs a design of kind latin-hypercube or sobol-points, found saltelli.',
    );
  });
});
