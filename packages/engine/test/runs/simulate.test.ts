import { bundledGame, profiles } from '@trilogue/core';
import { type Backend, openBackend, type Progress, simulate } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelPart, threshold } from '../small-games.js';

const game = bundledGame('data-sharing');
const common = { game, paths: 2000, dt: 0.1, horizon: 8, times: 10 } as const;
let backend: Backend;

beforeAll(async () => {
  backend = (await openBackend('wasm', { threads: 2 })).backend;
});
afterAll(() => backend.close());

describe('simulate', () => {
  it('says what ran, on what, with which numbers', async () => {
    const result = await simulate({ ...common, backend, scenario: 'independent', set: { tau: 0.7, 'initial.A': 0.4 } });
    expect(result).toMatchObject({
      game: 'data-sharing',
      title: game.title,
      seed: 'trilogue',
      paths: 2000,
      horizon: 8,
      dt: 0.1,
      steps: 80,
      scheme: 'weak-euler',
      delta: 0.05,
      backend: 'wasm',
      threads: 2,
      passedOver: [],
      initial: { A: 0.4, B: 0.5, M: 0.5 },
      sigma: { A: 0.5, B: 0.5, M: 0.5 },
    });
    expect(result.parameters).toMatchObject({ tau: 0.7, kappa: 0.6, c_M: 1.75, phi: 0.8 });
    expect(result.performance.steps).toBe(2000 * 80);
    expect(result.performance.stepsPerSecond).toBeCloseTo((2000 * 80) / result.performance.seconds, 3);
  });

  it('counts outcomes by profile, first player slowest, and the rest as undecided', async () => {
    const { outcomes, undecided } = await simulate({ ...common, backend });
    expect(outcomes.map((outcome) => outcome.profile)).toEqual(profiles(game));
    const counted = outcomes.reduce((sum, outcome) => sum + outcome.count, 0);
    expect(undecided).toBeCloseTo(1 - counted / 2000, 12);
    expect(undecided).toBeGreaterThan(0);
    for (const { count, probability, low, high } of outcomes) {
      expect(probability).toBe(count / 2000);
      expect(low).toBeLessThanOrEqual(probability);
      expect(high).toBeGreaterThanOrEqual(probability);
    }
    // both ends of the game occur, as the interior of a bistable game demands
    expect(outcomes[0].count).toBeGreaterThan(0);
    expect(outcomes[7].count).toBeGreaterThan(0);
  });

  it('summarises every share: ordered quantiles around the mean, intervals that hold it', async () => {
    const { final, bands } = await simulate({ ...common, backend });
    expect(Object.keys(final)).toEqual(['A.share', 'B.share', 'M.coordinate']);
    for (const [name, s] of Object.entries(final)) {
      const quantiles = [s.q10, s.q25, s.q50, s.q75, s.q90];
      expect(quantiles).toEqual([...quantiles].sort((a, b) => a - b));
      expect(s.low).toBeLessThan(s.mean);
      expect(s.high).toBeGreaterThan(s.mean);
      expect(bands.shares[name].mean.at(-1)).toBe(s.mean);
      // bands have 512 bins, the horizon 2,048
      expect(Math.abs(bands.shares[name].q50.at(-1)! - s.q50)).toBeLessThanOrEqual(1 / 512);
    }
  });

  it('lists every share of players with more than two strategies', async () => {
    const rock = bundledGame('rock-paper-scissors');
    const { final, initial } = await simulate({ game: rock, backend, paths: 400, horizon: 5 });
    expect(Object.keys(final)).toEqual(['crowd.rock', 'crowd.paper', 'crowd.scissors']);
    expect(initial.crowd).toEqual([0.5, 0.3, 0.2]);
    // power sums are rounded to 2^-22 a path
    expect(Object.values(final).reduce((sum, s) => sum + s.mean, 0)).toBeCloseTo(1, 5);
  });

  it('records bands from the start to the horizon; none where no times are asked for', async () => {
    const { bands, initial } = await simulate({ ...common, backend, times: 7 });
    expect(bands.times).toHaveLength(8);
    expect(bands.times[0]).toBe(0);
    expect(bands.times.at(-1)).toBeCloseTo(8, 12);
    for (const band of Object.values(bands.shares)) {
      for (const line of Object.values(band)) expect(line).toHaveLength(8);
    }
    expect(bands.shares['A.share'].q90[0]).toBe(initial.A);
    expect((await simulate({ ...common, backend, times: 0 })).bands).toEqual({ times: [], shares: {} });
  });

  it('measures first passages, no later than the outcome they lead to; none where not wanted', async () => {
    const { passages, outcomes, horizon } = await simulate({ ...common, backend });
    expect(passages.map((passage) => passage.profile)).toEqual(profiles(game));
    for (const [i, { probability, mean, meanLow, meanHigh, q10, q90 }] of passages.entries()) {
      expect(probability).toBeGreaterThanOrEqual(outcomes[i].probability);
      if (probability === 0) {
        expect([mean, meanLow, meanHigh, q10, q90]).toEqual([null, null, null, null, null]);
        continue;
      }
      expect(mean).toBeGreaterThan(0);
      expect(mean).toBeLessThanOrEqual(horizon);
      expect(q10).toBeLessThanOrEqual(q90!);
    }
    expect((await simulate({ ...common, backend, passages: false })).passages).toEqual([]);
  });

  it('gives the same bytes with any chunks, threads and measures beside it', async () => {
    const whole = modelPart(await simulate({ ...common, backend }));
    const chopped = await simulate({ ...common, backend, chunk: { paths: 64 } });
    expect(JSON.stringify(modelPart(chopped))).toBe(JSON.stringify(whole));
    const alone = await simulate({ ...common, backend: 'wasm', threads: 1 });
    expect(alone.threads).toBe(1);
    expect(JSON.stringify(modelPart(alone))).toBe(JSON.stringify(whole));
    const bare = await simulate({ ...common, backend, times: 0, passages: false });
    expect([bare.outcomes, bare.final, bare.undecided]).toEqual([whole.outcomes, whole.final, whole.undecided]);
  });

  it('has other numbers with another seed; any text is one', async () => {
    const means = new Set<number>();
    for (const seed of ['trilogue', '', '0', 'Trilogue']) {
      const result = await simulate({ ...common, backend, seed });
      expect(result.seed).toBe(seed);
      means.add(result.final['A.share'].mean);
    }
    expect(means.size).toBe(4);
  });

  it('of a game without noise takes every path the same way', async () => {
    const { final, outcomes, undecided } = await simulate({ game: threshold, backend, paths: 10, times: 0 });
    expect(final['crowd.up'].sd).toBe(0);
    expect(final['crowd.up'].mean).toBeGreaterThan(0.999);
    expect(outcomes.map((outcome) => outcome.count)).toEqual([10, 0]);
    expect(undecided).toBe(0);
  });

  it('counts more paths as near where delta is wider', async () => {
    const [narrow, wide] = await Promise.all([0.02, 0.3].map((delta) => simulate({ ...common, backend, delta })));
    expect(wide.delta).toBe(0.3);
    expect(wide.undecided).toBeLessThan(narrow.undecided);
  });

  it('counts steps that left the simplex, and only where one can', async () => {
    expect((await simulate({ ...common, backend })).boundaryHits).toBe(0);
    const wild = await simulate({ ...common, backend, scheme: 'euler', dt: 1, set: { sigma_A: 1.5 } });
    expect(wild.boundaryHits).toBeGreaterThan(0);
  });

  it('reports progress up to the whole', async () => {
    const reports: Progress[] = [];
    await simulate({ ...common, backend, chunk: { paths: 100 }, onProgress: (progress) => reports.push(progress) });
    const done = reports.map((report) => report.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(done.length).toBe(21);
    expect(done.at(-1)).toBe(2000 * 80);
  });

  it('reports trials before paths where it looks for step and paths', async () => {
    const stages: Progress['stage'][] = [];
    const onProgress = ({ stage }: Progress) => void stages.push(stage);
    await simulate({ game, backend, horizon: 8, times: 0, passages: false, tolerance: 0.05, onProgress });
    const trials = stages.indexOf('paths');
    expect(trials).toBeGreaterThan(0);
    expect(stages).toEqual(stages.map((_, i) => (i < trials ? 'trials' : 'paths')));
  });

  it('says what few paths say where it is stopped, with their error and that of the last step, if that is asked for', async () => {
    const stopAt = (stage: 'trials' | 'paths') => {
      const controller = new AbortController();
      let begun = 0;
      const onProgress = (progress: Progress) => {
        // a trial's second round, when a step has been measured once
        if ((progress.stage === 'trials') === (stage === 'trials') && ++begun > 3) controller.abort();
      };
      return { signal: controller.signal, onProgress };
    };
    const options = { game, backend, tolerance: 2e-4, times: 0, chunk: { paths: 512 } };
    const whole = simulate({ ...options, ...stopAt('trials') });
    await expect(whole).rejects.toThrow();
    const fixed = await simulate({
      ...options,
      tolerance: undefined,
      paths: 4e6,
      dt: 0.01,
      ...stopAt('paths'),
      partial: true,
    });
    expect(fixed.stopped).toBe(true);
    expect(fixed.paths).toBe(16_000);
    const [{ probability, low, high }] = fixed.outcomes;
    expect(low).toBeLessThan(probability);
    expect(high).toBeGreaterThan(probability);
    // within a tolerance, when a step has been measured once
    const controller = new AbortController();
    let rounds = 0;
    const onProgress = ({ stage, done }: Progress) => {
      if (stage === 'trials' && done === 0 && ++rounds === 3) controller.abort();
    };
    const found = await simulate({ ...options, signal: controller.signal, onProgress, partial: true });
    expect(found.stopped).toBe(true);
    for (const { bias } of found.outcomes) expect(bias).not.toBeNull();
    expect((await simulate({ game, backend, paths: 64, dt: 0.1, partial: true, times: 0 })).stopped).toBeUndefined();
  });

  it('is certain of a game without noise from one path', async () => {
    const result = await simulate({ game: threshold, backend, times: 0 });
    expect(result.paths).toBe(1);
    const [{ probability, low, high, bias }] = result.outcomes;
    expect({ probability, low, high }).toEqual({ probability: 1, low: 1, high: 1 });
    // what single precision may add
    expect(bias).toBeLessThan(1e-4);
    expect(result.passages[0]).toMatchObject({ probability: 1, low: 1, high: 1 });
  });
});
