/** Sweeps within a tolerance: what they state holds, and does not depend on threads, chunks or interruptions. */
import { readFileSync } from 'node:fs';
import { constantAdvantageGame, stopProbability } from '@internal/problems';
import { bundledGame, type NoiseKind, readGame } from '@trilogue/core';
import {
  type Backend,
  openBackend,
  replay,
  type SchemeName,
  type SweepOptions,
  type SweepResult,
  simulate,
  sweep,
} from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelPart, threshold } from '../../small-games.js';

const game = bundledGame('data-sharing');
const metric = 'P(share,share,coordinate)';
let backend: Backend;
let common: Omit<SweepOptions, 'x'>;

beforeAll(async () => {
  backend = (await openBackend('wasm', { threads: 2 })).backend;
  common = { game, backend, metric, horizon: 10, tolerance: 0.05 };
});
afterAll(() => backend.close());

/** What each cell states: the further limit of its interval and the bound of its bias. */
function stated({ values, low, high, bias }: SweepResult): number[] {
  return values.flatMap((row, j) =>
    row.map((value, i) => Math.max(high[j][i]! - value!, value! - low[j][i]!) + bias[j][i]!),
  );
}

describe('sweep within a tolerance', () => {
  const tau = { name: 'tau', from: 0, to: 0.75, count: 6 };

  it('states both parts of an error that is below the tolerance, and spends paths where the variance is', async () => {
    const result = await sweep({ ...common, x: tau, horizon: 20, tolerance: 0.01 });
    expect(result).toMatchObject({ tolerance: 0.01, scheme: 'logit-weak-2' });
    for (const error of stated(result)) {
      expect(error).toBeGreaterThan(0);
      expect(error).toBeLessThanOrEqual(0.01);
    }
    const [values, paths] = [result.values[0], result.cellPaths[0]];
    const certain = values.findIndex((value) => value! < 0.005);
    const open = values.findIndex((value) => value! > 0.1 && value! < 0.4);
    expect(certain).toBeGreaterThanOrEqual(0);
    expect(open).toBeGreaterThanOrEqual(0);
    expect(paths[certain]).toBeLessThan(1500);
    expect(paths[open]).toBeGreaterThan(3 * paths[certain]);
    expect(result.paths).toBe(Math.max(...paths));
  });

  it('is the default, at 0.01, where neither step nor paths are given', async () => {
    const x = { name: 'tau', from: 0.1, to: 0.1, count: 1 };
    const { tolerance: _, ...rest } = common;
    expect((await sweep({ ...rest, x })).tolerance).toBe(0.01);
    expect((await sweep({ ...rest, x, paths: 64 })).tolerance).toBeNull();
    expect((await sweep({ ...rest, x, dt: 0.5 })).tolerance).toBeNull();
    expect((await simulate({ game, backend, times: 0 })).tolerance).toBe(0.01);
  });

  it('gives the same numbers in any chunks, on any number of threads, and where finished cells are handed in', async () => {
    const x = { name: 'tau', from: 0, to: 1, count: 13 };
    const records = new Map<number, Float64Array>();
    const whole = await sweep({ ...common, x, onCell: (cell, record) => records.set(cell, record) });
    const wanted = modelPart(whole);
    expect(records.size).toBe(13);
    const finished = new Map([...records].filter(([cell]) => cell % 3 !== 1));
    expect(modelPart(await sweep({ ...common, x, finished }))).toEqual(wanted);
    expect(modelPart(await sweep({ ...common, x, chunk: { paths: 64 } }))).toEqual(wanted);
    const single = await openBackend('wasm', { threads: 1 });
    expect(modelPart(await sweep({ ...common, x, backend: single.backend }))).toEqual(wanted);
    await single.backend.close();
  });

  it.each([
    'mean(A.share)',
    'sd(A.share)',
    'gap(A.share,B.share)',
    'T(share,share,coordinate)',
    'quantile(A.share,0.1)',
  ])('keeps it for %s', async (name) => {
    const x = { name: 'tau', from: 0.8, to: 0.9, count: 2 };
    const result = await sweep({ ...common, x, metric: name });
    // times are held to a part of the horizon
    const unit = name.startsWith('T') ? 10 : 1;
    for (const error of stated(result)) expect(error).toBeLessThanOrEqual(0.05 * unit);
  });

  it('needs one path where there is no noise', async () => {
    const x = { name: 'initial.crowd', from: 0.1, to: 0.9, count: 3 };
    const result = await sweep({ game: threshold, backend, metric: 'P(up)', x });
    expect(result.values).toEqual([[0, 1, 1]]);
    expect(result.low).toEqual(result.values);
    for (const bias of result.bias![0]) expect(bias).toBeLessThan(1e-4);
    expect(result.paths).toBe(1);
  });

  it('halves a step that is too long until its bias is small', async () => {
    const x = { name: 'tau', from: 0.5, to: 0.5, count: 1 };
    const options = { ...common, x, scheme: 'euler', scenario: 'inner-division' } as const;
    const rough = await sweep({ ...options, tolerance: 0.1 });
    const fine = await sweep({ ...options, tolerance: 0.01 });
    expect(fine.dt).toBeLessThan(rough.dt!);
    expect(stated(fine)[0]).toBeLessThanOrEqual(0.01);
  });

  it('says of a metric that no path gives that nothing is known', async () => {
    const x = { name: 'tau', from: 0, to: 0, count: 1 };
    const result = await sweep({ ...common, x, metric: 'T(share,share,coordinate)', set: { phi: 1, r_A: 6 } });
    expect([result.values, result.bias]).toEqual([[[null]], [[null]]]);
  });

  it.each([
    [{ tolerance: 0.01, paths: 100 }, 'tolerance 0.01 and paths 100 are both given'],
    [{ tolerance: 0.01, dt: 0.1 }, 'tolerance 0.01 and dt 0.1 are both given'],
    [{ tolerance: 0 }, 'tolerance must be a number from 1e-6 to 0.5; found 0.'],
    [{ tolerance: Number.NaN }, 'found NaN'],
    [{ tolerance: 0.01, scheme: 'weak-euler' as const }, 'scheme "weak-euler" has increments of two values'],
  ])('refuses %j', async (options, message) => {
    const x = { name: 'tau', from: 0, to: 1, count: 2 };
    await expect(sweep({ ...common, x, ...options })).rejects.toThrow(message);
    await expect(simulate({ game, ...options })).rejects.toThrow(message);
  });
});

describe('simulate within a tolerance', () => {
  it('holds every outcome and mean share to it, and its paths can be taken again', async () => {
    const result = await simulate({ game, backend, tolerance: 0.02, times: 0 });
    const numbers = [
      ...result.outcomes.map(({ probability: value, low, high, bias }) => ({ value, low, high, bias })),
      ...Object.values(result.final).map(({ mean: value, low, high, bias }) => ({ value, low, high, bias })),
    ];
    expect(numbers).toHaveLength(11);
    for (const { value, low, high, bias } of numbers) {
      expect(Math.max(high - value, value - low) + bias!).toBeLessThanOrEqual(0.02);
    }
    const path = await replay({ game, backend, tolerance: 0.02, path: 3 });
    expect([path.dt, path.scheme]).toEqual([result.dt, result.scheme]);
  });
});

/**
 * A game of two outcomes under each noise, against a reference of 16 times smaller steps (4 where they are small already). The reference has a standard
 * error of 0.0025, and each stated error is a 95% statement: that 3 of 4 or fewer hold would have a chance of 1.4%.
 * `benchmarks/coverage.mjs` does the same on random games of all kinds.
 */
describe('the stated error', () => {
  const text = readFileSync(new URL('../../../../core/games/stag-hunt.game.yaml', import.meta.url), 'utf8');
  const cases: readonly [NoiseKind, SchemeName, refined: number][] = [
    ['replicator', 'logit-weak-2', 16],
    ['multiplicative', 'weak-2', 4],
    ['demographic', 'absorbing-euler', 4],
  ];
  it.each(cases)('covers the true one under %s noise', async (kind, scheme, refined) => {
    const hunt = readGame(text.replace(/kind: \w+/, `kind: ${kind}`));
    expect(hunt.noise.kind).toBe(kind);
    const [{ name }] = hunt.players;
    const x = { name: `initial.${name}`, from: 0.35, to: 0.65, count: 4 };
    const options = { game: hunt, backend, x, metric: `mean(${name}.${hunt.players[0].strategies[0]})` };
    const found = await sweep({ ...options, tolerance: 0.04 });
    expect(found.scheme).toBe(scheme);
    const reference = await sweep({
      ...options,
      ...{ scheme, dt: found.dt! / refined, paths: 40_000, seed: 'reference', independent: true },
    });
    const errors = stated(found);
    const held = found.values[0].filter((value, i) => Math.abs(value! - reference.values[0][i]!) <= errors[i]);
    expect(held.length).toBeGreaterThanOrEqual(3);
  });

  // the stop at 1 is missed between steps, an error like sqrt(dt): extrapolated at the order of the scheme the bound was half of it
  it.each([
    { advantage: -0.2, sigma: 0.8, initial: 0.5 },
    { advantage: 0, sigma: 1, initial: 0.4 },
  ])('covers the bias under multiplicative noise against the exact answer: $advantage', async (problem) => {
    const stopped = readGame(constantAdvantageGame('multiplicative', { ...problem, horizon: 40 }));
    const options = { game: stopped, backend, times: 0, passages: false };
    const { dt, scheme, outcomes } = await simulate({ ...options, tolerance: 0.04 });
    const PATHS = 100_000;
    const [{ probability }] = (await simulate({ ...options, dt: dt!, scheme, paths: PATHS, seed: 'bias' })).outcomes;
    const exact = stopProbability(problem.advantage, problem.sigma, problem.initial);
    const standardError = Math.sqrt((exact * (1 - exact)) / PATHS);
    expect(Math.abs(probability - exact)).toBeLessThan(outcomes[0].bias! + 5 * standardError);
  });
});
