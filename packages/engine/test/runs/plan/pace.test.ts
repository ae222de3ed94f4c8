import { describe, expect, it } from 'vitest';
import { paceOf } from '../../../src/runs/plan/pace.js';

const first = { pathSteps: 1e6, paths: 1000 };

/** Path-steps of the next chunk after chunks that came back, where each may take 0.02 s. */
function after(...chunks: readonly (readonly [pathSteps: number, seconds: number])[]): number {
  const pace = paceOf(first, 0.02, 1e7);
  for (const [pathSteps, seconds] of chunks) pace.took(pathSteps, seconds);
  return pace.limits.pathSteps;
}

describe('paceOf', () => {
  it('begins where it is told, and leaves the other limits alone', () => {
    expect(paceOf(first, 0.02, 1e7).limits).toEqual(first);
  });

  it('makes the next chunk as long as the last one says, at most twice as long', () => {
    expect(after([1e6, 0.016])).toBeCloseTo(1.25e6);
    expect(after([1e6, 0.001])).toBe(2e6);
  });

  it('makes it shorter after one that took too long, by no more than an eighth', () => {
    expect(after([1e6, 0.04])).toBeCloseTo(5e5);
    expect(after([1e6, 10])).toBe(125_000);
  });

  it('hears nothing from a short chunk, unless that took too long', () => {
    expect(after([4e5, 0.019])).toBe(1e6);
    expect(after([4e5, 0.04])).toBeCloseTo(2e5);
  });

  it('stays within what the backend wants and what is worth handing over', () => {
    expect(after([6e6, 0.001], [6e6, 0.001])).toBe(1e7);
    expect(after([12_000, 1])).toBe(10_000);
  });

  it('changes nothing of the limits that it was given', () => {
    after([1e6, 0.001]);
    expect(first.pathSteps).toBe(1e6);
  });
});
