import { ishigami, ishigamiIndices, linearIndices, linearModel, sobolG, sobolGIndices } from '@internal/problems';
import { expectWithin } from '@internal/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnswers } from '../../src/answers.js';
import { latinHypercubeDesign } from '../../src/design/latin-hypercube.js';
import { saltelliDesign, saltelliLayout } from '../../src/design/saltelli.js';
import type { Estimate } from '../../src/estimate/contract.js';
import { sobolIndices } from '../../src/estimate/sobol.js';
import { factors, normals, run } from '../run.js';

/** Standard error that a 95% percentile interval stands for. Sobol points have less. */
const errorOf = ({ low, high }: Estimate) => (high - low) / (2 * 1.96);
/** Five standard errors either way: 6e-7 a comparison, with fixed seeds. */
const expectNear = (estimate: Estimate, exact: number) => expectWithin(estimate.value, exact, errorOf(estimate));

const pi3 = factors(3, [-Math.PI, Math.PI]);
const exact = ishigamiIndices();
const coefficients = [0, 1, 4.5, 9, 99, 99];

describe.each(['sobol', 'random'] as const)('sobolIndices on %s points', (points) => {
  it('finds the indices of the Ishigami function, of factors and pairs', () => {
    const design = saltelliDesign(pi3, { samples: 2048, points, secondOrder: true });
    const result = sobolIndices(run(design, (x) => ishigami(x)));
    for (const [i, { first, total }] of result.indices.entries()) {
      expectNear(first, exact.factors[i]!.first);
      expectNear(total, exact.factors[i]!.total);
      expect(errorOf(total)).toBeLessThan(0.05);
    }
    for (const { names, index } of result.pairs) {
      expectNear(index, names.join() === 'x1,x3' ? exact.pair13 : 0);
    }
    expectNear(result.variance.output, exact.variance);
    expectNear(result.variance.mean, 3.5);
    expect(result).toMatchObject({
      method: 'sobol',
      samples: 2048,
      runs: 2048 * 8,
      relativeTo: 'output',
      warnings: [],
    });
    expect(result.pairs.map(({ names }) => names.join())).toEqual(['x1,x2', 'x1,x3', 'x2,x3']);
  });

  it('finds the indices of any groups of the G function', () => {
    const groups = { strong: ['x1', 'x4'], weak: ['x6', 'x5', 'x3'] };
    const design = saltelliDesign(factors(6), { samples: 2048, points, groups, secondOrder: true });
    const result = sobolIndices(run(design, (x) => sobolG(x, coefficients)));
    const members = [[0, 3], [2, 4, 5], [1]];
    expect(result.groups.map(({ group }) => group)).toEqual(['strong', 'weak', 'x2']);
    for (const [g, { first, total }] of result.groups.entries()) {
      expectNear(first, sobolGIndices(coefficients, members[g]!).first);
      expectNear(total, sobolGIndices(coefficients, members[g]!).total);
    }
    for (const [i, { first, total, group }] of result.indices.entries()) {
      expectNear(first, sobolGIndices(coefficients, [i]).first);
      expectNear(total, sobolGIndices(coefficients, [i]).total);
      expect(group).toBe(['strong', null, 'weak', 'strong', 'weak', 'weak'][i]);
    }
    const closed = sobolGIndices(coefficients, [0, 3, 1]).first;
    const pair = result.pairs.find(({ kind, names }) => kind === 'group' && names.join() === 'strong,x2')!;
    expectNear(pair.index, closed - sobolGIndices(coefficients, [0, 3]).first - sobolGIndices(coefficients, [1]).first);
    // Fifteen pairs of factors, three of groups.
    expect(result.pairs).toHaveLength(18);
  });

  it('finds the shares of a linear model on ranges of different widths, whatever is added to it', () => {
    const own = factors(3).map((factor, i) => ({ ...factor, range: [-i, 1 + i] as const }));
    const c = [3, -1, 0.5];
    const shares = linearIndices(
      c,
      own.map(({ range }) => range),
    );
    const result = sobolIndices(run(saltelliDesign(own, { samples: 1024, points }), (x) => 1e6 + linearModel(x, c)));
    for (const [i, { first, total }] of result.indices.entries()) {
      expectNear(first, shares[i]!.first);
      expectNear(total, shares[i]!.total);
    }
  });
});

describe('noise', () => {
  const design = saltelliDesign(pi3, { samples: 2048, secondOrder: true });
  const sd = 3;

  it('of known variance leaves the indices of the noise-free Ishigami function', () => {
    const noise = normals('known');
    const noisy = (x: number[]) => ishigami(x) + sd * noise();
    const result = sobolIndices(run(design, (x) => ({ value: noisy(x), variance: sd ** 2 })));
    expect(result.relativeTo).toBe('parameters');
    for (const [i, { first, total }] of result.indices.entries()) {
      expectNear(first, exact.factors[i]!.first);
      expectNear(total, exact.factors[i]!.total);
    }
    expectNear(result.pairs[1]!.index, exact.pair13);
    expectNear(result.variance.parameters, exact.variance);
    expect(result.variance.noise!.value).toBeCloseTo(sd ** 2, 9);

    // The same outputs without their variance: the noise counts as an interaction of everything.
    const blind = sobolIndices(run(design, noisy));
    const inflated = (exact.factors[1]!.total * exact.variance + sd ** 2) / (exact.variance + sd ** 2);
    expectNear(blind.indices[1]!.total, inflated);
    expect(() => expectNear(blind.indices[1]!.total, exact.factors[1]!.total)).toThrow('standard errors');
  });

  it('seen in two replicates is taken off as well', () => {
    const noise = normals('replicates');
    const result = sobolIndices(
      run(design, (x) => ({ replicates: [ishigami(x) + sd * noise(), ishigami(x) + sd * noise()] })),
    );
    for (const [i, { first, total }] of result.indices.entries()) {
      expectNear(first, exact.factors[i]!.first);
      expectNear(total, exact.factors[i]!.total);
    }
    expectNear(result.variance.noise!, sd ** 2 / 2);
  });

  it('alone gives indices of zero within their intervals, and says so', () => {
    const noise = normals('alone');
    const result = sobolIndices(run(design, () => ({ value: 5 + noise(), variance: 1 })));
    for (const { first, total } of result.indices) {
      expectNear(first, 0);
      expectNear(total, 0);
    }
    for (const { index } of result.pairs) expectNear(index, 0);
    expect(result.relativeTo).toBe('output');
    expect(result.warnings.map(({ code }) => code)).toEqual(['noise-dominates']);
  });
});

describe('properties', () => {
  const model = (x: number[]) => sobolG(x, [0, 1, 4.5]);

  it('an inert parameter changes nothing and has indices of exactly zero', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 3, max: 7 }), (seed, exponent) => {
        const samples = 2 ** exponent;
        const options = { resamples: 50 };
        const without = sobolIndices(run(saltelliDesign(factors(3), { samples, seed }), model), options);
        const inert = sobolIndices(run(saltelliDesign(factors(4), { samples, seed }), model), options);
        expect(inert.indices.slice(0, 3)).toEqual(without.indices);
        expect(inert.variance).toEqual(without.variance);
        const zero = { value: 0, low: 0, high: 0 };
        expect(inert.indices[3]).toEqual({ parameter: 'x4', group: null, first: zero, total: zero });
      }),
      { numRuns: 20 },
    );
  });

  it('groups of one factor, in any order, have the indices of the factor, digit for digit', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['x1', 'x2', 'x3'], { minLength: 3 }), fc.string(), (order, seed) => {
        const groups = Object.fromEntries(order.map((name) => [`of ${name}`, [name]]));
        const options = { samples: 32, seed, groups };
        const both = sobolIndices(run(saltelliDesign(factors(3), options), model), { resamples: 50 });
        const alone = saltelliDesign(factors(3), { ...options, indicesOf: ['group'] });
        const groupsAlone = sobolIndices(run(alone, model), { resamples: 50 });
        expect(groupsAlone.groups).toEqual(both.groups);
        for (const { group, ...indices } of both.groups) {
          const { first, total } = both.indices.find(({ parameter }) => `of ${parameter}` === group)!;
          expect(indices).toEqual({ first, total });
        }
      }),
      { numRuns: 20 },
    );
  });

  it('permuting the parameters permutes the indices', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), fc.string(), (order, seed) => {
        const plain = sobolIndices(run(saltelliDesign(factors(3), { samples: 512, seed }), model), { resamples: 200 });
        const names = order.map((i) => factors(3)[i]!);
        const permuted = sobolIndices(
          run(saltelliDesign(names, { samples: 512, seed }), (x) => model([0, 1, 2].map((i) => x[order.indexOf(i)]!))),
          { resamples: 200 },
        );
        for (const [place, i] of order.entries()) {
          expect(permuted.indices[place]!.parameter).toBe(plain.indices[i]!.parameter);
          for (const kind of ['first', 'total'] as const) {
            const [one, other] = [permuted.indices[place]![kind], plain.indices[i]![kind]];
            // Two estimates on different points: eight joint standard errors, as seeds are fresh and tails not normal.
            expectWithin(one.value, other.value, Math.hypot(errorOf(one), errorOf(other)), 8);
          }
        }
      }),
      { numRuns: 10 },
    );
  });
});

describe('intervals', () => {
  it('follow the confidence and the seed, and nothing else', () => {
    const answers = run(saltelliDesign(pi3, { samples: 128 }), (x) => ishigami(x));
    const wide = sobolIndices(answers, { confidence: 0.99 }).indices[0]!.total;
    const narrow = sobolIndices(answers, { confidence: 0.8 }).indices[0]!.total;
    expect(wide.low).toBeLessThan(narrow.low);
    expect(wide.high).toBeGreaterThan(narrow.high);
    expect(wide.value).toBe(narrow.value);
    expect(sobolIndices(answers)).toEqual(sobolIndices(answers));
    expect(sobolIndices(answers, { seed: 'b' }).indices[0]!.total.low).not.toBe(
      sobolIndices(answers).indices[0]!.total.low,
    );
    expect(() => sobolIndices(answers, { confidence: 1 })).toThrow('found 1');
    expect(() => sobolIndices(answers, { resamples: 3 })).toThrow('The number of resamples');
  });
});

describe('warnings', () => {
  const codes = (result: ReturnType<typeof sobolIndices>) =>
    result.warnings.map(({ code, names }) => [code, ...names].join(' '));

  it('tell of a constant output, whose indices are zero', () => {
    const result = sobolIndices(run(saltelliDesign(pi3, { samples: 8, secondOrder: true }), () => 0.1 + 0.2));
    expect(codes(result)).toEqual(['constant-output']);
    const zero = { value: 0, low: 0, high: 0 };
    expect(result.indices.every(({ first, total }) => first.value === 0 && total.high === 0)).toBe(true);
    expect(result.pairs[0]!.index).toEqual(zero);
  });

  it('tell of few samples, no power of two, and intervals that are wide or reach far below zero', () => {
    const result = sobolIndices(run(saltelliDesign(pi3, { samples: 20 }), (x) => ishigami(x)));
    // x3 has no effect alone: its interval lies to both sides of zero
    const errors = ['interval-below-zero x3', 'wide-interval x1 x2 x3'];
    expect(codes(result)).toEqual(['few-samples', 'unbalanced-samples', ...errors]);
    expect(result.indices[2]!.first.low).toBeLessThan(-0.1);
    expect(result.indices[2]!.first.high).toBeGreaterThan(0);
    expect(result.warnings[1]!.message).toContain('take 32');
    const random = sobolIndices(run(saltelliDesign(pi3, { samples: 20, points: 'random' }), (x) => ishigami(x)));
    expect(codes(random)).toEqual(['few-samples', ...errors]);
  });

  it('tell of outputs that no model gives: indices below zero, first order above total', () => {
    const design = saltelliDesign(factors(2), { samples: 256 });
    const { width } = saltelliLayout(design.recipe);
    const answers = createAnswers(design);
    const noise = normals('impossible');
    for (let sample = 0; sample < 256; sample++) {
      const y = noise();
      // A = B = y; AB_1 = -y makes the first index -2; AB_2 = 1.1 y makes it 0.1 and the total 0.005.
      for (const [slot, value] of [y, -y, 1.1 * y, y].entries()) answers.tell(sample * width + slot, value);
    }
    const result = sobolIndices(answers);
    expect(codes(result)).toContain('index-below-zero x1');
    expect(codes(result)).toContain('first-above-total x2');
  });
});

describe('refusals', () => {
  it('are of other designs, missing answers, and noise told for some rows only', () => {
    const design = saltelliDesign(pi3, { samples: 4 });
    const answers = createAnswers(design);
    answers.tell(0, 1);
    expect(() => sobolIndices(answers)).toThrow('19 of 20 rows have no answer; the first is row 1.');
    for (const row of answers.missing()) answers.tell(row, { value: row, variance: 1 });
    expect(() => sobolIndices(answers)).toThrow('Row 1 came with the variance of its noise and row 0 without');
    const other = run(latinHypercubeDesign(pi3, { samples: 4 }), () => 1);
    expect(() => sobolIndices(other)).toThrow(
      'Sobol indices: this needs a design of kind saltelli, found latin-hypercube.',
    );
  });

  it('warns of a first order above its total where both errors do not explain it, and of none else', () => {
    const design = saltelliDesign(factors(2), { samples: 256 });
    // an output that goes by its row, not by its point alone: A and AB agree, B is not as the totals say
    const rows = (row: number) => (row % 4 === 3 ? 3 : 1) * (design.point(row)[0]! - 0.5);
    const answers = createAnswers(design);
    for (let row = 0; row < design.runs; row++) answers.tell(row, rows(row));
    const codes = (found: typeof answers) =>
      sobolIndices(found, { resamples: 200 }).warnings.filter(({ code }) => code === 'first-above-total');
    expect(codes(answers)).toMatchObject([{ names: ['x1'] }]);
    for (let seed = 0; seed < 20; seed++) {
      // additive: first orders are the totals, and lie above them half of the time
      const additive = run(saltelliDesign(factors(2), { samples: 256, seed: `${seed}` }), ([x, y]) => x! + 0.5 * y!);
      expect(codes(additive)).toEqual([]);
    }
  });
});
