import { conditions } from '@trilogue/analysis';
import { bundledGame, pointAt } from '@trilogue/core';
import { type Backend, openBackend } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullSharing, gatherClaims } from '../src/gather/claims.js';
import { difference } from '../src/gather/told.js';
import { finished, quickJob } from './job.js';

const game = bundledGame('data-sharing');
const accuracy = { paths: 8192, dt: 0.25 };

let backend: Backend;
beforeAll(async () => {
  backend = (await openBackend('wasm', { threads: 1 })).backend;
});
afterAll(() => backend.close());

function claimsAt(set: Record<string, number>) {
  const job = quickJob(game, backend, { ...accuracy, set });
  return finished(gatherClaims(job, fullSharing, conditions(game, job.point), []));
}

describe('the four claims', () => {
  it('hold at the values of the game file', async () => {
    const claims = (await claimsAt({}))!;
    expect(claims.stable.verdict).toBe('holds');
    expect(claims.stable.eigenvalues.map((value) => value.toFixed(2))).toEqual(['-3.62', '-3.38', '-1.10']);
    expect(claims.investment.verdict).toBe('holds');
    expect(claims.investment.effects[0]!.effect.at(-1)).toBeCloseTo(4.4, 12);
    expect(claims.trust.verdict).toBe('holds');
    expect(claims.trust.largestAt).toBeGreaterThan(0.3);
    expect(claims.coordination.trends.map(({ parameter, verdict }) => `${parameter} ${verdict}`)).toEqual([
      ...['kappa holds', 'p holds', 'v holds', 'd holds'],
    ]);
    expect(claims.coordination.reward.inside).toBe(true);
    expect(claims.coordination.reward.best).toBeGreaterThan(0);
    expect(claims.coordination.reward.best).toBeLessThan(1.5);
  });

  it('are said not to hold, or to be open, where they are', async () => {
    // without reviews coordination costs M more than it brings, and nobody ends at full sharing
    const claims = (await claimsAt({ v: 0, d: 0, tau: 0 }))!;
    expect(claims.stable.verdict).toBe('does not hold');
    expect(claims.investment.verdict).toBe('open');
    expect(claims.coordination.verdict).toBe('open');
    expect(claims.coordination.reward.inside).toBe(false);
  });

  it('are not made of other games', async () => {
    const other = bundledGame('hawk-dove');
    expect(
      await finished(
        gatherClaims(quickJob(other, backend), 'mean(animal.hawk)', conditions(other, pointAt(other)), []),
      ),
    ).toBeNull();
  });
});

describe('difference', () => {
  it('is off by both parts of the error of both figures', () => {
    const from = { value: 0.2, low: 0.17, high: 0.22, bias: 0.01 };
    const to = { value: 0.5, low: 0.46, high: 0.53, bias: 0.02 };
    expect(difference(from, to)!.value).toBeCloseTo(0.3, 12);
    expect(difference(from, to)!.error).toBeCloseTo(0.05 + 0.03, 12);
    expect(difference(from, { value: null, low: null, high: null, bias: null })).toBeNull();
  });
});
