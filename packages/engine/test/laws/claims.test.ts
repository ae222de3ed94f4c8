/**
 * The four claims of Dong, Liu and Mi (2023) that the bundled game must bear out, and its outcome probabilities.
 * Runs of one claim share their random numbers, so that differences are the model's; where a comparison is of two
 * probabilities, the larger must beat the smaller by more than five standard errors of independent runs, which is more
 * than shared ones have.
 */
import { dataSharingOutcomes } from '@internal/problems';
import { bundledGame, fieldAt, jacobianAt, pointAt } from '@trilogue/core';
import { type Axis, type Backend, openBackend, simulate, sweep } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const game = bundledGame('data-sharing');
const FULL = 'P(share,share,coordinate)';
const PATHS = 50_000;

let backend: Backend;
beforeAll(async () => {
  backend = (await openBackend('wasm')).backend;
});
afterAll(() => backend.close());

async function along(axis: Axis, metric = FULL, scenario?: string): Promise<number[]> {
  const result = await sweep({ game, x: axis, metric, paths: PATHS, scenario, backend });
  return result.values[0].map((value) => value!);
}

/** Five standard errors of a difference of two probabilities. */
const SURE = 5 * Math.sqrt((2 * 0.25) / PATHS);

describe('outcome probabilities', () => {
  // the step is small enough for a bias below 0.002; an independent solver in double precision gave the figures
  const { probability: expected, tolerance } = dataSharingOutcomes;
  it.each(Object.entries(expected))('full sharing under %s', async (scenario, probability) => {
    const result = await simulate({ game, scenario, dt: 0.025, paths: 200_000, times: 0, passages: false, backend });
    expect(Math.abs(result.outcomes[0].probability - probability)).toBeLessThan(tolerance);
  });
});

describe('claims', () => {
  it('1: full sharing under coordination is asymptotically stable', () => {
    const jacobian = jacobianAt(fieldAt(game, pointAt(game)), [1, 1, 1]);
    for (const [i, row] of jacobian.entries()) {
      expect(row[i]).toBeLessThan(0);
      for (const [j, entry] of row.entries()) if (i !== j) expect(entry).toBeCloseTo(0, 12);
    }
  });

  it.each([
    ['I_A', 1, 4],
    ['I_B', 1, 3],
  ])(
    '2: more investment %s makes full sharing more probable and its external effect larger',
    async (name, from, to) => {
      const probabilities = await along({ name, from, to, count: 4 });
      for (let i = 1; i < 4; i++) expect(probabilities[i]).toBeGreaterThan(probabilities[i - 1]);
      expect(probabilities[3] - probabilities[0]).toBeGreaterThan(SURE);
      // the external effect of sharing, e * I for each department that shares with the other, in expectation
      const { e, I_A, I_B } = pointAt(game).parameters;
      const effect = (value: number, p: number) => e * p * (name === 'I_A' ? value + I_B : I_A + value);
      expect(effect(to, probabilities[3])).toBeGreaterThan(effect(from, probabilities[0]));
    },
  );

  it('3: accumulated trust shrinks the difference between the departments over time', async () => {
    const axis = { name: 'tau', from: 0.3, to: 0.9, count: 4 };
    const result = await sweep({ game, x: axis, metric: 'gap(A.share,B.share)', paths: PATHS, backend });
    const gaps = result.values[0].map((value) => value!);
    // a 95% interval is 2 * 1.96 standard errors wide
    const errors = result.high[0].map((high, i) => (high! - result.low[0][i]!) / (2 * 1.96));
    expect(gaps[0] - gaps[3]).toBeGreaterThan(5 * Math.hypot(errors[0], errors[3]));
    expect(gaps[3]).toBeLessThan(Math.min(gaps[0], gaps[1], gaps[2]));
  });

  it.each([
    ['kappa', 0, 0.8],
    ['p', 0, 2],
    ['v', 0.6, 2.5],
    ['d', 0, 1.5],
  ])('4: coordination and reviews: more %s makes full sharing more probable', async (name, from, to) => {
    const probabilities = await along({ name, from, to, count: 4 });
    for (let i = 1; i < 4; i++) expect(probabilities[i]).toBeGreaterThanOrEqual(probabilities[i - 1]);
    expect(probabilities[3] - probabilities[0]).toBeGreaterThan(SURE);
  });

  it('4: the reward has an interior optimum, since it is paid from the budget of M', async () => {
    const probabilities = await along({ name: 'w', from: 0, to: 1.5, count: 16 });
    const best = Math.max(...probabilities);
    expect(best - probabilities[0]).toBeGreaterThan(SURE);
    expect(best - probabilities[15]).toBeGreaterThan(SURE);
  });
});
