import { MORRIS_FACTORS, morrisFunction, morrisMoments } from '@internal/problems';
import { expectWithin } from '@internal/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gridDesign } from '../../src/design/grid.js';
import { morrisDesign } from '../../src/design/morris.js';
import type { Estimate } from '../../src/estimate/contract.js';
import { morrisEffects } from '../../src/estimate/morris.js';
import { factors, normals, run } from '../run.js';

const errorOf = ({ low, high }: Estimate) => (high - low) / (2 * 1.96);
const close = (estimate: Estimate, exact: number) => {
  for (const value of [estimate.value, estimate.low, estimate.high]) expect(value).toBeCloseTo(exact, 9);
};

describe('morrisEffects', () => {
  it('finds mean and spread of the effects of the function of Morris', () => {
    const design = morrisDesign(factors(MORRIS_FACTORS), { trajectories: 400, candidates: 400 });
    const { effects, runs, warnings } = morrisEffects(run(design, morrisFunction));
    expect([runs, warnings]).toEqual([400 * 21, []]);
    for (const [i, { mu, muStar, sigma }] of effects.entries()) {
      const exact = morrisMoments(i);
      // Independent trajectories, five standard errors: 6e-7 a comparison; that of sigma is the bootstrap's.
      expectWithin(mu.value, exact.mean, Math.sqrt(exact.variance / 400));
      expectWithin(sigma.value, Math.sqrt(exact.variance), errorOf(sigma));
      expect(muStar.value).toBeGreaterThanOrEqual(Math.abs(mu.value));
    }
    // The ten important factors stand apart from the others, as in figure 1 of the paper.
    const stars = effects.map(({ muStar }) => muStar);
    const least = Math.min(...stars.slice(0, 10).map(({ low }) => low));
    expect(Math.max(...stars.slice(10).map(({ high }) => high))).toBeLessThan(least);
  });

  it('is exact for a linear model, in units of output over the whole range; an inert factor has zeros', () => {
    const own = factors(3).map((factor, i) => ({ ...factor, range: [-i, 2 + i] as const, group: i < 1 ? 'g' : 'h' }));
    const result = morrisEffects(run(morrisDesign(own, { trajectories: 10 }), ([x, y]) => 3 * x! - y!));
    for (const [i, exact] of [6, -4, 0].entries()) {
      close(result.effects[i]!.mu, exact);
      close(result.effects[i]!.muStar, Math.abs(exact));
      close(result.effects[i]!.sigma, 0);
    }
    expect(result.effects.map(({ parameter, group }) => `${parameter} ${group}`)).toEqual(['x1 g', 'x2 h', 'x3 h']);
    expect(result).toMatchObject({ method: 'morris', groups: [], warnings: [] });
  });

  it('moves groups: two opposite effects give the mean of |a + b| and |a - b|, which is the larger of both', () => {
    const groups = { g: ['x1', 'x2'] };
    const design = morrisDesign(factors(3), { trajectories: 400, candidates: 400, groups, effectsOf: 'group' });
    const result = morrisEffects(run(design, ([x, y, z]) => 3 * x! - 2 * y! + z!));
    expect(result.effects).toEqual([]);
    expect(result.groups.map(({ group }) => group)).toEqual(['g', 'x3']);
    expectWithin(result.groups[0]!.muStar.value, 3, 2 / Math.sqrt(400)); // 1 and 5, half each
    close(result.groups[1]!.muStar, 1);
  });

  it('takes known noise off sigma, and leaves mu without bias', () => {
    const noise = normals('effects');
    const design = morrisDesign(factors(2), { trajectories: 500, candidates: 500 });
    const model = ([x, y]: number[]) => 4 * x! * y! + 0.5 * noise();
    const told = morrisEffects(run(design, (x) => ({ value: model(x), variance: 0.25 })));
    // The effect of x is 4 y, y one of 0, 1/3, 2/3, 1: mean 2, variance 16 x 5/36.
    const exact = Math.sqrt((16 * 5) / 36);
    for (const { mu, sigma } of told.effects) {
      expectWithin(mu.value, 2, errorOf(mu));
      expectWithin(sigma.value, exact, errorOf(sigma));
    }
    expect(told.warnings).toEqual([]);
    const blind = morrisEffects(run(design, model)).effects[0]!.sigma;
    expect(() => expectWithin(blind.value, exact, errorOf(blind))).toThrow('standard errors');
  });

  it('has the standard deviation of two effects, and of resamples that drew one of them twice none', () => {
    const design = morrisDesign(factors(2), { trajectories: 2, candidates: 2 });
    // Each trajectory moves x once, up or down, by two thirds of the range: the effect is 5 + y, y where it moved.
    const answers = run(design, ([x, y]) => x! * (5 + y!));
    const [first, second] = [0, 1].map((t) => {
      const points = [0, 1, 2].map((row) => design.point(3 * t + row));
      return 5 + points.find((point, row) => row < 2 && point[0] !== points[row + 1]![0])![1]!;
    });
    expect(first).not.toBe(second);
    const { mu, sigma } = morrisEffects(answers).effects[0]!;
    expect([mu.low, mu.value, mu.high].map((value) => value.toFixed(9))).toEqual(
      [Math.min(first!, second!), (first! + second!) / 2, Math.max(first!, second!)].map((value) => value.toFixed(9)),
    );
    expect(sigma.value).toBeCloseTo(Math.abs(first! - second!) / Math.SQRT2, 9);
    expect(sigma.high).toBeCloseTo(sigma.value, 9);
    expect(sigma.low).toBeCloseTo(0, 9);
  });

  it('finds a small spread about a large effect', () => {
    const design = morrisDesign(factors(2), { trajectories: 20 });
    const spread = (slope: number) => morrisEffects(run(design, ([x, y]) => x! * (slope + y!))).effects[0]!.sigma.value;
    expect(spread(2 ** 27)).toBeCloseTo(spread(0), 5);
  });

  it('gives permuted parameters permuted effects, and an inert one zeros and no say in the others', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), fc.string(), (order, seed) => {
        const slopes = [3, -1, 0.5];
        const own = order.map((i) => factors(3)[i]!);
        const model = (x: number[]) => order.reduce((sum, i, place) => sum + slopes[i]! * x[place]!, 0);
        const design = morrisDesign([...own, { name: 'inert', range: [0, 1] }], { trajectories: 10, seed });
        const { effects } = morrisEffects(run(design, model), { resamples: 20 });
        // Of a linear model the effects are exact, wherever the trajectories lie.
        for (const [place, i] of order.entries()) {
          expect(effects[place]!.parameter).toBe(`x${i + 1}`);
          close(effects[place]!.mu, slopes[i]!);
        }
        close(effects[3]!.muStar, 0);
      }),
      { numRuns: 20 },
    );
  });

  it('warns of a constant output, few trajectories, and effects that noise could give; refuses other designs', () => {
    const warnings = (design: ReturnType<typeof morrisDesign>, model: Parameters<typeof run>[1]) =>
      morrisEffects(run(design, model)).warnings;
    const few = morrisDesign(factors(3), { trajectories: 4 });
    const noise = normals('warnings');
    const constant = 'The output is the same at every point; nothing has an effect.';
    expect(warnings(few, () => 2)).toEqual([{ code: 'constant-output', names: [], message: constant }]);
    const short = '4 trajectories are few; take at least 10.';
    expect(warnings(few, ([x]) => x!)).toEqual([{ code: 'few-samples', names: [], message: short }]);
    const noisy = morrisDesign(factors(3), { trajectories: 40 });
    const names = ['x2', 'x3'];
    const message =
      'The mean absolute effect of x2, x3 cannot be told from zero beside the noise; more paths a point may tell.';
    expect(warnings(noisy, ([x]) => ({ value: 9 * x! + noise(), variance: 1 }))).toEqual([
      { code: 'noise-in-effects', names, message },
    ]);
    expect(() => morrisEffects(run(gridDesign(factors(2), { levels: 2 }), () => 1))).toThrow(
      'Morris effects: this needs a design of kind morris, found grid.',
    );
  });
});
