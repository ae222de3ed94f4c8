import { describe, expect, it } from 'vitest';
import { accuracyOfEnsemble } from '../../../src/runs/accuracy/ensemble.js';
import type { Outcome, ShareSummary } from '../../../src/runs/simulate/result.js';

const outcome = (profile: string[], probability: number, low: number, high: number, bias: number | null): Outcome => ({
  ...{ profile, probability, low, high, bias, count: 1 },
});
const share = (mean: number, low: number, high: number, bias: number | null): ShareSummary => ({
  ...{ mean, low, high, bias, sd: 0, q10: 0, q25: 0, q50: 0, q75: 0, q90: 0 },
});
const result = {
  tolerance: 0.02,
  outcomes: [outcome(['a', 'b'], 0.5, 0.49, 0.515, 0.004), outcome(['a', 'a'], 0.4, 0.39, 0.41, 0.015)],
  final: { 'A.a': share(0.9, 0.88, 0.92, 0.003) },
};

describe('the accuracy of an ensemble', () => {
  it('names what is not within the tolerance, the worst first', () => {
    expect(accuracyOfEnsemble(result)).toEqual({
      noise: expect.closeTo(0.02, 12),
      bias: 0.015,
      outside: ['P(a,a)', 'mean(A.a)'],
    });
    expect(accuracyOfEnsemble({ ...result, tolerance: 0.03 }).outside).toEqual([]);
  });

  it('does not take a bias that is not known for none', () => {
    const unknown = { ...result, tolerance: 0.5, final: { 'A.a': share(0.9, 0.88, 0.92, null) } };
    expect(accuracyOfEnsemble(unknown).outside).toEqual(['mean(A.a)']);
  });

  it('judges mean shares alone where there are more outcomes than are held to a tolerance', () => {
    const many = Array.from({ length: 65 }, (_, i) => outcome([`${i}`], 0.5, 0, 1, null));
    expect(accuracyOfEnsemble({ ...result, tolerance: 0.03, outcomes: many }).outside).toEqual([]);
  });

  it('has no noise where one path stands for all, and no judgement where no tolerance was asked for', () => {
    const certain = { tolerance: 0.01, outcomes: [outcome(['a'], 1, 1, 1, 0)], final: {} };
    expect(accuracyOfEnsemble(certain)).toEqual({ noise: 0, bias: 0, outside: [] });
    expect(accuracyOfEnsemble({ ...certain, tolerance: null })).toMatchObject({ noise: 0, outside: null });
  });
});
