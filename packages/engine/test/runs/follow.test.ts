/** Games without noise: what is stated beside closed forms, fixed steps and a plain integrator. */
import { dormandPrince, logisticShare } from '@internal/problems';
import { bundledGame, driftAt, fieldAt, type Game, pointAt, readGame } from '@trilogue/core';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBackend } from '../../src/backends/choose.js';
import type { Backend } from '../../src/backends/contract.js';
import { replay } from '../../src/runs/replay.js';
import { simulate } from '../../src/runs/simulate/simulate.js';
import { planSweep } from '../../src/runs/sweep/plan.js';
import { metricAt } from '../../src/runs/sweep/points.js';
import { openSweepRunner } from '../../src/runs/sweep/runner.js';
import { summariseSweep } from '../../src/runs/sweep/summary.js';
import { sweep } from '../../src/runs/sweep/sweep.js';
import { randomGame } from '../random-game.js';

let backend: Backend;
beforeAll(async () => {
  backend = (await openBackend('reference')).backend;
});
afterAll(() => backend.close());

const growth = readGame(`
game: growth
players: { P: { strategies: [a, b] } }
against: self
parameters: { k: { value: 1, range: [0.5, 2] } }
payoffs: { P: { a: k, b: 0 } }
noise: { kind: none }
initial: { P: 0.01 }
horizon: 8
`);
const rates = { name: 'k', from: 0.5, to: 2, count: 7 };

describe('one share that grows as the logistic curve', () => {
  it.each([0.05, 1e-3, 1e-5])('is within what is stated, and that within %f', async (tolerance) => {
    const ran = await sweep({ game: growth, x: rates, metric: 'mean(P.a)', tolerance, backend });
    for (const [i, k] of ran.x.values.entries()) {
      const [value, bias] = [ran.values[0]![i]!, ran.bias[0]![i]!];
      expect(Math.abs(value - logisticShare(k, 0.01, 8))).toBeLessThanOrEqual(bias);
      expect(bias).toBeLessThan(tolerance);
      expect([ran.low[0]![i], ran.high[0]![i]]).toEqual([value, value]);
    }
    expect(ran).toMatchObject({ scheme: 'dormand-prince', paths: 1, dt: null, steps: null, boundaryHits: 0 });
  });

  it('enters at the time of the closed form, and ends near a profile or not', async () => {
    const entry = (k: number) => (Math.log(0.95 / 0.05) - Math.log(0.01 / 0.99)) / k;
    const times = await sweep({ game: growth, x: rates, metric: 'T(a)', tolerance: 1e-4, backend });
    const ends = await sweep({ game: growth, x: rates, metric: 'P(a)', backend });
    for (const [i, k] of times.x.values.entries()) {
      const inside = entry(k) < 8;
      expect(ends.values[0]![i]).toBe(inside ? 1 : 0);
      expect(ends.bias[0]![i]!).toBeLessThan(1e-6);
      if (inside) expect(Math.abs(times.values[0]![i]! - entry(k))).toBeLessThanOrEqual(times.bias[0]![i]!);
      else expect(times.values[0]![i]).toBeNull();
    }
  });

  it('does not claim to know on which side of the edge a path ends that ends on it', async () => {
    // at time 8 the share is 0.95 to the last digit
    const k = (Math.log(0.95 / 0.05) - Math.log(0.01 / 0.99)) / 8;
    const found = await sweep({ game: growth, x: { name: 'k', from: k, to: k, count: 1 }, metric: 'P(a)', backend });
    expect(found.bias[0]![0]).toBeNull();
    const ensemble = await simulate({ game: growth, set: { k }, backend });
    expect(ensemble.outcomes[0]!.bias).toBeNull();
    expect(ensemble.outcomes[1]!.bias).toBe(0);
  });

  it('has the mean distance of two shares over time, also where they cross', async () => {
    const game = readGame(`
game: crossing
players: { A: { strategies: [a, b] }, B: { strategies: [c, d] } }
payoffs: { A: { a: 1, b: 0 }, B: { c: -1, d: 0 } }
noise: { kind: none }
initial: { A: 0.2, B: 0.9 }
horizon: 6
`);
    const x = { name: 'initial.A', from: 0.2, to: 0.6, count: 3 };
    const found = await sweep({ game, x, metric: 'gap(A.a,B.c)', tolerance: 1e-4, backend });
    for (const [i, start] of found.x.values.entries()) {
      let sum = 0;
      const steps = 60_000;
      for (let t = 0; t < steps; t++) {
        const time = ((t + 0.5) * 6) / steps;
        sum += Math.abs(logisticShare(1, start, time) - logisticShare(-1, 0.9, time)) / steps;
      }
      expect(Math.abs(found.values[0]![i]! - sum)).toBeLessThanOrEqual(found.bias[0]![i]! + 1e-7);
    }
  });
});

/** Final shares by a plain integrator to 1e-12. */
function exactly(game: Game, horizon: number): number[] {
  const point = pointAt(game);
  const field = fieldAt(game, point);
  const start = point.initial.flatMap((own) => own.slice(0, -1));
  return dormandPrince((x) => [...driftAt(field, x)], start, [0, horizon])[1]!;
}

describe('an ensemble', () => {
  it('of random games is within what it states, but for one share in 500', async () => {
    const horizon = 5;
    let [shares, outside] = [0, 0];
    for (const { game } of fc.sample(randomGame({ noise: 'none' }), { numRuns: 300, seed: 11 })) {
      const found = await simulate({ game, horizon, times: 0, backend });
      const exact = exactly(game, horizon);
      let next = 0;
      for (const { name, strategies } of game.players) {
        for (const strategy of strategies.slice(0, -1)) {
          const { mean, bias } = found.final[`${name}.${strategy}`]!;
          const error = Math.abs(mean - exact[next++]!);
          shares++;
          if (error > bias!) outside++;
          expect(error).toBeLessThan(3 * bias!);
          expect(bias!).toBeLessThan(0.01);
        }
      }
    }
    expect(outside).toBeLessThan(shares / 500);
  });

  it('agrees with fixed steps in everything that it tells', async () => {
    const game = bundledGame('matching-pennies');
    const quiet = readGame(`
game: quiet
players: { A: { strategies: [a, b] }, B: { strategies: [c, d] } }
payoffs: { A: { a: 2*B.c - 1, b: 0 }, B: { c: 1 - 2*A.a, d: 0 } }
noise: { kind: none }
initial: { A: 0.02, B: 0.5 }
horizon: 20
`);
    expect(game.players).toHaveLength(2);
    const options = { game: quiet, times: 40, delta: 0.3, backend } as const;
    const own = await simulate(options);
    const fixed = await simulate({ ...options, dt: 0.002, scheme: 'weak-2', paths: 4 });
    expect(own.bands.times).toHaveLength(41);
    for (const [i, time] of own.bands.times.entries()) {
      expect(time).toBeCloseTo(fixed.bands.times[i]!, 9);
      expect(own.bands.shares['A.a']!.mean[i]).toBeCloseTo(fixed.bands.shares['A.a']!.mean[i]!, 2);
    }
    for (const [i, { probability, mean }] of own.passages.entries()) {
      expect(probability).toBe(fixed.passages[i]!.probability);
      expect(mean!).toBeCloseTo(fixed.passages[i]!.mean!, 1);
    }
    expect(own.outcomes.map(({ probability }) => probability)).toEqual(
      fixed.outcomes.map(({ probability }) => probability),
    );
  });

  it('is replayed as one path', async () => {
    const { times, shares, dt } = await replay({ game: growth, path: 3, backend });
    expect(dt).toBeNull();
    expect(times).toHaveLength(501);
    for (const [i, time] of times.entries()) expect(shares['P.a']![i]).toBeCloseTo(logisticShare(1, 0.01, time), 2);
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.timeout(1);
    const stiff = { name: 'k', from: 0.5, to: 2, count: 20_000 };
    await expect(sweep({ game: growth, x: stiff, metric: 'mean(P.a)', backend, signal })).rejects.toThrow(/timeout/);
  });
});

describe('the parts of a sweep', () => {
  const definition = { game: growth, x: rates, metric: 'mean(P.a)', tolerance: 1e-3 };
  const noTrial = () => Promise.reject(new Error('a trial'));

  it('are the same however they are cut, need no trials, and are checked as others are', async () => {
    const { plan, bias } = await planSweep(definition, { trial: noTrial });
    expect(bias!.every(Number.isNaN)).toBe(true);
    const runner = openSweepRunner(definition, backend);
    const whole = await runner.cells(plan, { cells: [0, 1, 2, 3, 4, 5, 6] });
    const [some, others] = [await runner.cells(plan, { cells: [6, 0, 3] }), await runner.cells(plan, { cells: [1] })];
    const record = (records: Float64Array, i: number) => [
      ...records.subarray(i * plan.recordSize, (i + 1) * plan.recordSize),
    ];
    for (const [i, cell] of [6, 0, 3].entries()) expect(record(some.records, i)).toEqual(record(whole.records, cell));
    expect(record(others.records, 0)).toEqual(record(whole.records, 1));
    const summary = summariseSweep(definition, plan);
    expect(() => summary.add([1], others.records.with(1, 2 ** 30))).toThrow(/record of cell 1/);
    summary.add([1], others.records);
    expect(summary.columns.error![1]!).toBeLessThan(1e-3);
    await runner.close();
  });
});

describe('what it is not made for', () => {
  const noisy = bundledGame('stag-hunt');
  const scheme = 'dormand-prince';
  it('is refused by name', async () => {
    await expect(simulate({ game: noisy, scheme, backend })).rejects.toThrow(
      /"dormand-prince" is for games without noise/,
    );
    await expect(simulate({ game: growth, scheme, paths: 10, backend })).rejects.toThrow(
      /Give a tolerance in place of paths and dt/,
    );
    await expect(simulate({ game: growth, scheme, dt: 0.1, backend })).rejects.toThrow(
      /Give a tolerance in place of paths and dt/,
    );
    await expect(metricAt({ game: growth, scheme, dt: 0.1, metric: 'P(a)', points: [{}], backend })).rejects.toThrow(
      /Leave dt out/,
    );
  });

  it('leaves fixed steps to who asks for them', async () => {
    const found = await simulate({ game: growth, scheme: 'euler', backend, times: 0 });
    expect(found.scheme).toBe('euler');
    expect(found.dt).toBeGreaterThan(0);
  });

  it('gives metrics at points, all within their tolerance', async () => {
    const points = [{ k: 0.5 }, { k: 1 }];
    const found = await metricAt({ game: growth, scheme, metric: 'mean(P.a)', points, backend });
    for (const [i, { k }] of points.entries()) expect(found.values[i]).toBeCloseTo(logisticShare(k, 0.01, 8), 4);
    expect(found.variance).toEqual([0, 0]);
  });
});
