/** What is said of Sobol indices, from intervals made by hand: where each rule begins, for whom it speaks, and in which words. */
import { describe, expect, it } from 'vitest';
import type { Estimate } from '../../src/estimate/contract.js';
import { sobolWarnings } from '../../src/estimate/sobol-warnings.js';

type Interval = readonly [low: number, high: number];
type Result = Parameters<typeof sobolWarnings>[0];
type Facts = Parameters<typeof sobolWarnings>[1];

const estimate = ([low, high]: Interval): Estimate => ({ value: (low + high) / 2, low, high });
const good: Interval = [0.2, 0.3];
/** First-order and total intervals of `a`, `b` and the group `g`, and that of the pair of `a` and `b`. */
interface Intervals {
  readonly a?: readonly [Interval, Interval];
  readonly b?: readonly [Interval, Interval];
  readonly g?: readonly [Interval, Interval];
  readonly pair?: Interval;
}

function warnings({ a, b, g, pair }: Intervals, facts: Partial<Facts> & { readonly samples?: number } = {}) {
  const { samples = 64, ...rest } = facts;
  const indices = (both: readonly [Interval, Interval] = [good, good]) => ({
    first: estimate(both[0]),
    total: estimate(both[1]),
  });
  const result = {
    samples,
    indices: [
      { parameter: 'a', group: null, ...indices(a) },
      { parameter: 'b', group: null, ...indices(b) },
    ],
    groups: [{ group: 'g', ...indices(g) }],
    pairs: [
      { kind: 'parameter', names: ['a', 'b'], index: estimate(pair ?? [0, 0.1]) },
      { kind: 'parameter', names: ['c', 'd'], index: estimate([0, 0.1]) },
    ],
  } as unknown as Result;
  return sobolWarnings(result, {
    constant: false,
    dominated: false,
    blockCount: 3,
    points: 'sobol',
    crossed: [],
    ...rest,
  });
}

describe('sobolWarnings', () => {
  it('has none for intervals that are narrow and where an index can lie', () => {
    expect(warnings({})).toEqual([]);
  });

  it('has none at the bounds of its rules: what touches zero, is as wide as 0.2, or reaches 0.1 below zero', () => {
    const touching: Interval = [-0.05, 0];
    expect(
      warnings({
        a: [touching, touching],
        b: [
          [0, 0.1],
          [0, 0.2],
        ],
        pair: touching,
      }),
    ).toEqual([]);
    expect(
      warnings({
        a: [
          [-0.1, 0],
          [-0.1, 0.1],
        ],
        pair: [-0.1, 0.1],
      }),
    ).toEqual([]);
    expect(
      warnings({
        g: [
          [0.3, 0.4],
          [0.1, 0.3],
        ],
      }),
    ).toEqual([]);
  });

  it('says nothing but that of a constant output', () => {
    const message = 'The output is the same at every point, so nothing has an effect; indices are set to 0.';
    expect(
      warnings(
        {
          a: [
            [-2, -1],
            [-2, -1],
          ],
        },
        { constant: true, samples: 3 },
      ),
    ).toEqual([{ code: 'constant-output', names: [], message }]);
  });

  it('asks for eight samples a block and at least 64, and for a power of two of Sobol points', () => {
    const few = (samples: number, blockCount: number, needed: number) => ({
      code: 'few-samples',
      names: [],
      message: `${samples} samples are few for ${blockCount} parameters and groups; take at least ${needed}.`,
    });
    expect(warnings({}, { samples: 32, blockCount: 3 })).toEqual([few(32, 3, 64)]);
    expect(warnings({}, { samples: 64, blockCount: 9 })).toEqual([few(64, 9, 72)]);
    expect(warnings({}, { samples: 72, blockCount: 9, points: 'random' })).toEqual([]);
    expect(warnings({}, { samples: 72, blockCount: 9 })).toEqual([
      {
        code: 'unbalanced-samples',
        names: [],
        message: 'Sobol points are balanced for a power of two of samples, found 72; take 128.',
      },
    ]);
  });

  it('tells of noise that hides the parameters, and then not of what it does to intervals below zero', () => {
    const message =
      'The variance by the parameters cannot be told from zero beside the noise; indices are parts of all variance. Take more paths for each point.';
    expect(warnings({ a: [[-0.15, 0], good] }, { dominated: true })).toEqual([
      { code: 'noise-dominates', names: [], message },
    ]);
  });

  it('names each parameter, group and pair with an interval wholly below zero once', () => {
    const low: Interval = [-0.05, -0.01];
    const names = ['a', 'b', 'g', 'a x b'];
    const below = {
      code: 'index-below-zero',
      names,
      message: `An interval lies wholly below zero, which no index does, for a, b, g, a x b; take more samples.`,
    };
    expect(warnings({ a: [low, low], b: [low, good], g: [low, good], pair: low })).toEqual([below]);
    // Below zero in the total index alone, where the first one lies above it too.
    expect(warnings({ b: [low, [-0.03, -0.02]] })).toMatchObject([{ code: 'index-below-zero', names: ['b'] }]);
    expect(warnings({ b: [[-0.03, 0.01], low] })).toMatchObject([{ code: 'index-below-zero', names: ['b'] }]);
  });

  it('tells of intervals that reach far below zero and hold it', () => {
    const far: Interval = [-0.11, 0.05];
    const names = ['a', 'g', 'a x b'];
    const message =
      'An interval reaches below zero by more than 0.1, where no index lies, for a, g, a x b: so large is the error of these samples. Four times the samples halve it.';
    expect(warnings({ a: [far, good], g: [good, far], pair: far })).toEqual([
      { code: 'interval-below-zero', names, message },
    ]);
    expect(warnings({ a: [[-0.2, 0], good] })).toMatchObject([{ code: 'interval-below-zero', names: ['a'] }]);
    expect(warnings({ a: [[-0.2, -0.1], good] })).toMatchObject([{ code: 'index-below-zero', names: ['a'] }]);
  });

  it('tells of total indices that are too wide, and of first-order ones above them', () => {
    const message = 'The interval of the total index is wider than 0.2 for a, b; four times the samples halve it.';
    expect(
      warnings({
        a: [good, [0.1, 0.31]],
        b: [
          [0, 0.9],
          [0.4, 0.7],
        ],
      }),
    ).toEqual([{ code: 'wide-interval', names: ['a', 'b'], message }]);
    const crossed =
      'The first-order index lies above the total one, by more than three standard errors of both, for a, b; take more samples.';
    expect(warnings({}, { crossed: ['a', 'b', 'a'] })).toEqual([
      { code: 'first-above-total', names: ['a', 'b'], message: crossed },
    ]);
  });
});
