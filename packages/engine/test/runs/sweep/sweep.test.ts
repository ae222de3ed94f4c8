import { bundledGame } from '@trilogue/core';
import { type Backend, openBackend, type Progress, type SweepOptions, simulate, sweep } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modelPart, threshold } from '../../small-games.js';

const game = bundledGame('data-sharing');
const tau = { name: 'tau', from: 0.2, to: 0.8, count: 3 };
const penalty = { name: 'p', from: 0, to: 2, count: 2 };
let backend: Backend;
let common: SweepOptions;

beforeAll(async () => {
  backend = (await openBackend('wasm', { threads: 2 })).backend;
  common = { game, backend, x: tau, y: penalty, metric: 'P(share,share,coordinate)', paths: 400, horizon: 8 };
});
afterAll(() => backend.close());

describe('sweep', () => {
  it('puts x along the rows and y down: values[j][i] at y[j], x[i]', async () => {
    const start = { name: 'initial.crowd', from: 0.1, to: 0.9, count: 5 };
    const idle = { name: 'idle', from: -1, to: 1, count: 3 };
    const options = { game: threshold, backend, metric: 'P(up)', paths: 4 };
    const steps = [0, 0, 1, 1, 1];
    expect((await sweep({ ...options, x: start, y: idle })).values).toEqual([steps, steps, steps]);
    expect((await sweep({ ...options, x: idle, y: start })).values).toEqual(steps.map((step) => [step, step, step]));
    const curve = await sweep({ ...options, x: start });
    expect(curve.values).toEqual([steps]);
    expect(curve.y).toBeNull();
    expect(curve.cells).toBe(5);
  });

  it('says what ran: axes with their titles, metric, point, report', async () => {
    const result = await sweep({ ...common, set: { w: 0.9 } });
    expect(result).toMatchObject({
      game: 'data-sharing',
      metric: 'P(share,share,coordinate)',
      paths: 400,
      cells: 6,
      independent: false,
      seed: 'trilogue',
      backend: 'wasm',
      horizon: 8,
      x: { name: 'tau', title: 'Trust between the departments' },
      y: { name: 'p', values: [0, 2] },
    });
    expect(result.parameters.w).toBe(0.9);
    expect(result.x.values[1]).toBeCloseTo(0.5, 12);
    expect([result.x.values[0], result.x.values[2]]).toEqual([0.2, 0.8]);
    expect(result.performance.steps).toBe(6 * 400 * result.steps!);
    for (const rows of [result.values, result.low, result.high]) expect(rows.map((row) => row.length)).toEqual([3, 3]);
  });

  it('has in each cell what simulate says of that point', async () => {
    const { values, low, high, x, y, dt } = await sweep(common);
    for (const [j, p] of y!.values.entries()) {
      for (const [i, trust] of x.values.entries()) {
        const { outcomes } = await simulate({
          game,
          backend,
          horizon: 8,
          dt: dt!,
          paths: 400,
          times: 0,
          set: { tau: trust, p },
        });
        expect([values[j][i], low[j][i], high[j][i]]).toEqual([
          outcomes[0].probability,
          outcomes[0].low,
          outcomes[0].high,
        ]);
      }
    }
  });

  it.each(['mean(A.share)', 'sd(B.share)', 'quantile(M.coordinate,0.5)', 'gap(A.share,B.share)', 'T(share,share,*)'])(
    'estimates %s with an interval that holds it',
    async (metric) => {
      // much sharing to begin with and enough trust, so that some paths of every cell enter
      const set = { 'initial.A': 0.8, 'initial.B': 0.8 };
      const { values, low, high } = await sweep({ ...common, metric, set, x: { ...tau, from: 0.6 } });
      for (const [j, row] of values.entries()) {
        for (const [i, value] of row.entries()) {
          expect(value).not.toBeNull();
          expect(low[j][i]).toBeLessThanOrEqual(value!);
          expect(high[j][i]).toBeGreaterThanOrEqual(value!);
        }
      }
    },
  );

  it('gives null where no path enters', async () => {
    const start = { name: 'initial.crowd', from: 0.1, to: 0.9, count: 2 };
    const result = await sweep({ game: threshold, backend, metric: 'T(up)', paths: 4, x: start });
    expect(result.values[0][0]).toBeNull();
    expect([result.low[0][0], result.high[0][0]]).toEqual([null, null]);
    expect(result.values[0][1]).toBeGreaterThan(0);
  });

  it('shares random numbers between cells by default, and gives each its own where asked', async () => {
    // two cells with the same numbers: the axis goes into no formula of A
    const same = {
      game: { ...game, parameters: [...game.parameters, { name: 'idle', value: 0 }] },
      x: { name: 'idle', from: 0, to: 1, count: 4 },
    };
    const options = { ...common, ...same, y: undefined, metric: 'mean(A.share)' };
    const shared = await sweep(options);
    expect(new Set(shared.values[0]).size).toBe(1);
    const independent = await sweep({ ...options, independent: true });
    expect(independent.independent).toBe(true);
    // means of 400 random numbers in units of 2^-22: equal with a chance of about 1 in 100,000 a pair
    expect(new Set(independent.values[0]).size).toBe(4);
    expect(independent.values[0][0]).toBe(shared.values[0][0]);
  });

  it('gives the same bytes with any chunks, cells together or cut', async () => {
    const whole = JSON.stringify(modelPart(await sweep(common)));
    for (const paths of [4, 100, 1300]) {
      expect(JSON.stringify(modelPart(await sweep({ ...common, chunk: { paths } })))).toBe(whole);
    }
  });

  it('goes on from finished cells to the same bytes, and runs the others only', async () => {
    const tallies = new Map<number, Float64Array>();
    const options = {
      ...common,
      scheme: 'euler',
      dt: 0.5,
      onCell: (cell: number, tally: Float64Array) => void tallies.set(cell, tally),
    } as const;
    const whole = await sweep(options);
    expect([...tallies.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(whole.boundaryHits).toBeGreaterThan(0);

    const finished = new Map([...tallies].filter(([cell]) => cell % 2 === 1));
    const rerun: number[] = [];
    const rest = await sweep({ ...options, finished, onCell: (cell) => void rerun.push(cell) });
    expect(rerun.sort()).toEqual([0, 2, 4]);
    expect(JSON.stringify(modelPart(rest))).toBe(JSON.stringify(modelPart(whole)));
    expect(rest.performance.steps).toBe(whole.performance.steps / 2);

    const none = await sweep({ ...options, finished: tallies, onCell: () => expect.fail('every cell was finished') });
    expect(JSON.stringify(modelPart(none))).toBe(JSON.stringify(modelPart(whole)));
  });

  it('goes on from finished cells with independent random numbers too', async () => {
    const tallies = new Map<number, Float64Array>();
    const options = {
      ...common,
      independent: true,
      onCell: (cell: number, tally: Float64Array) => void tallies.set(cell, tally),
    };
    const whole = await sweep(options);
    const finished = new Map([...tallies].filter(([cell]) => cell === 1 || cell === 4));
    expect((await sweep({ ...options, finished })).values).toEqual(whole.values);
  });

  it('reports progress up to the whole, cells included', async () => {
    const reports: Progress[] = [];
    await sweep({ ...common, chunk: { paths: 100 }, onProgress: (progress) => reports.push(progress) });
    const done = reports.map((report) => report.done);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(reports.at(-1)).toMatchObject({ done: reports[0].total, cellsDone: 6, cells: 6 });
  });

  it('reports trials before paths where it looks for the step, each round from 0 to its whole', async () => {
    const reports: Progress[] = [];
    const { x, y, metric, horizon } = common;
    const onProgress = (progress: Progress) => void reports.push(progress);
    await sweep({ game, backend, x, y, metric, horizon, tolerance: 0.05, onProgress });
    const stages = reports.map(({ stage }) => stage);
    const trials = stages.indexOf('paths');
    expect(trials).toBeGreaterThan(0);
    expect(stages).toEqual(stages.map((_, i) => (i < trials ? 'trials' : 'paths')));
    const starts = reports.flatMap(({ done }, i) => (done === 0 ? [i] : []));
    expect(starts[0]).toBe(0);
    for (const start of [...starts.slice(1), reports.length]) {
      expect(reports[start - 1].done).toBe(reports[start - 1].total);
    }
  });
});
