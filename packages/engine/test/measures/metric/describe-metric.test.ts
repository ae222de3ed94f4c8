import { bundledGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { describeMetric } from '../../../src/measures/metric/describe-metric.js';

const game = bundledGame('data-sharing');

describe('a metric in words', () => {
  it.each([
    ['P(share,*,coordinate)', 'Probability of (share, any, coordinate)', { probability: true }],
    ['T(share,share,coordinate)', 'Mean time to (share, share, coordinate)', {}],
    ['mean(A.share)', 'Mean of A.share', { range: [0, 1] }],
    ['sd(A.share)', 'Standard deviation of A.share', {}],
    ['quantile(A.share,0.125)', '12.5% quantile of A.share', { range: [0, 1] }],
    ['gap(A.share,B.share)', 'Mean gap between A.share and B.share', {}],
  ])('%s', (name, title, scale) => {
    expect(describeMetric(game, name)).toEqual({ name, title, ...scale });
  });

  it('cannot be had of what is no metric', () => {
    expect(() => describeMetric(game, 'mean(C.share)')).toThrow('C');
  });
});
