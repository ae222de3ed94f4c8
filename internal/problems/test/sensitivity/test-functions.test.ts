/** The exact answers of the test functions, against integrals and enumerations that share nothing with the formulas. */
import { describe, expect, it } from 'vitest';
import { ishigami, ishigamiIndices } from '../../src/sensitivity/ishigami.js';
import { linearIndices, linearModel, linearVariance } from '../../src/sensitivity/linear-model.js';
import { MORRIS_FACTORS, morrisFunction, morrisMoments } from '../../src/sensitivity/morris-function.js';
import { sobolG, sobolGIndices, sobolGVariance } from '../../src/sensitivity/sobol-g.js';

/** Five-point Gauss-Legendre nodes and weights on [-1, 1], repeated on `panels` panels of [low, high]; weights sum to 1. */
function rule(low: number, high: number, panels: number): { x: number; weight: number }[] {
  const nodes = [0, 0.5384693101056831, -0.5384693101056831, 0.906179845938664, -0.906179845938664];
  const weights = [128 / 225, 0.4786286704993665, 0.4786286704993665, 0.23692688505618908, 0.23692688505618908];
  const width = (high - low) / panels;
  return Array.from({ length: panels }, (_, panel) =>
    nodes.map((node, i) => ({ x: low + width * (panel + (node + 1) / 2), weight: weights[i]! / (2 * panels) })),
  ).flat();
}

/** Variance of a function of three uniform factors, and that of its mean given the factors in `members`, by quadrature. */
function variances(f: (x: number[]) => number, low: number, high: number, members: readonly number[]) {
  const nodes = rule(low, high, 6);
  let mean = 0;
  let square = 0;
  const given = new Map<string, { mean: number; weight: number }>();
  for (const [i, a] of nodes.entries()) {
    for (const [j, b] of nodes.entries()) {
      for (const [k, c] of nodes.entries()) {
        const value = f([a.x, b.x, c.x]);
        const weight = a.weight * b.weight * c.weight;
        mean += weight * value;
        square += weight * value ** 2;
        const key = [i, j, k].map((place, factor) => (members.includes(factor) ? place : '')).join(',');
        const cell = given.get(key) ?? { mean: 0, weight: 0 };
        cell.mean += weight * value;
        cell.weight += weight;
        given.set(key, cell);
      }
    }
  }
  const conditional = [...given.values()].reduce((sum, cell) => sum + cell.mean ** 2 / cell.weight, 0) - mean ** 2;
  return { variance: square - mean ** 2, conditional };
}

const subsets = [[0], [1], [2], [0, 1], [0, 2], [1, 2]];
const complement = (members: readonly number[]) => [0, 1, 2].filter((i) => !members.includes(i));

describe('ishigami', () => {
  it('has the variances that quadrature finds', () => {
    const { variance, factors, pair13 } = ishigamiIndices();
    expect(variances(ishigami, -Math.PI, Math.PI, [0]).variance / variance).toBeCloseTo(1, 6);
    for (const i of [0, 1, 2]) {
      const alone = variances(ishigami, -Math.PI, Math.PI, [i]).conditional / variance;
      const others = variances(ishigami, -Math.PI, Math.PI, complement([i])).conditional / variance;
      expect(factors[i]!.first).toBeCloseTo(alone, 6);
      expect(factors[i]!.total).toBeCloseTo(1 - others, 6);
    }
    const both = variances(ishigami, -Math.PI, Math.PI, [0, 2]).conditional / variance;
    expect(pair13).toBeCloseTo(both - factors[0]!.first - factors[2]!.first, 6);
  });
});

describe('sobolG', () => {
  it('has the indices that quadrature finds, of factors and of sets', () => {
    const a = [0, 1.5, 4];
    for (const members of subsets) {
      const f = (x: number[]) => sobolG(x, a);
      const { variance, conditional } = variances(f, 0, 1, members);
      const others = variances(f, 0, 1, complement(members)).conditional;
      expect(sobolGVariance(a)).toBeCloseTo(variance, 9);
      expect(sobolGIndices(a, members).first).toBeCloseTo(conditional / variance, 9);
      expect(sobolGIndices(a, members).total).toBeCloseTo(1 - others / variance, 9);
    }
  });
});

describe('linearModel', () => {
  it('has the indices that quadrature finds', () => {
    const c = [1, -2, 0.5];
    const ranges = c.map(() => [-1, 3] as const);
    for (const i of [0, 1, 2]) {
      const { variance, conditional } = variances((x) => linearModel(x, c), -1, 3, [i]);
      expect(linearVariance(c, ranges)).toBeCloseTo(variance, 9);
      expect(linearIndices(c, ranges)[i]!.first).toBeCloseTo(conditional / variance, 9);
      expect(linearIndices(c, ranges)[i]!.total).toBe(linearIndices(c, ranges)[i]!.first);
    }
    expect(
      linearIndices(
        [1, 1],
        [
          [0, 1],
          [0, 2],
        ],
      ).map(({ first }) => first),
    ).toEqual([0.2, 0.8]);
  });
});

describe('morrisFunction', () => {
  it('is what its coefficients say at the centre and at a corner', () => {
    // At x = 1/2 all w are 0 but w_3 = w_5 = w_7 = 2 (0.55 / 0.6 - 1/2) = 5/6.
    const w = 5 / 6;
    const pairs = (-15 + 1 + 1) * w ** 2;
    expect(morrisFunction(new Array(MORRIS_FACTORS).fill(0.5))).toBeCloseTo(60 * w + pairs, 12);
    // At x = 1 all w are 1: first order 200 + 0, pairs 15 (-15) + the others, 10 triples, one quadruple.
    let others = 0;
    for (let i = 1; i <= 20; i++) for (let j = i + 1; j <= 20; j++) others += j <= 6 ? 0 : (-1) ** (i + j);
    expect(morrisFunction(new Array(MORRIS_FACTORS).fill(1))).toBeCloseTo(200 - 225 + others - 100 + 5, 12);
  });

  it('has elementary effects with the moments that a plain simulation finds', () => {
    // A small generator of its own: the moments need no better. 10,000 effects a factor.
    let state = 12345;
    const level = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return (state >>> 30) / 3;
    };
    const n = 10_000;
    for (const i of [0, 2, 5, 6, 9, 19]) {
      const effects = Array.from({ length: n }, () => {
        const x = Array.from({ length: MORRIS_FACTORS }, level);
        x[i] = x[i]! < 0.5 ? x[i]! : x[i]! - 2 / 3;
        return (morrisFunction(x.with(i, x[i]! + 2 / 3)) - morrisFunction(x)) / (2 / 3);
      });
      const mean = effects.reduce((sum, e) => sum + e, 0) / n;
      const central = effects.map((e) => (e - mean) ** 2);
      const variance = central.reduce((sum, e) => sum + e, 0) / n;
      const fourth = central.reduce((sum, e) => sum + e ** 2, 0) / n;
      const exact = morrisMoments(i);
      // Five standard errors, fixed draws: 6e-7 a comparison.
      expect(Math.abs(mean - exact.mean)).toBeLessThan(5 * Math.sqrt(variance / n));
      expect(Math.abs(variance - exact.variance)).toBeLessThan(5 * Math.sqrt((fourth - variance ** 2) / n) + 1e-9);
    }
  });
});
