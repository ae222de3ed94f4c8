/**
 * Passes before the last one: their figures are those of the last pass up to the noise of their paths, come to two digits and
 * without intervals, and are left out where a step that is short enough leaves no time for them.
 */
import { bundledGame, type Game } from '@trilogue/core';
import { type Backend, openBackend, type SimulateResult, simulate, stepByBounds, sweep } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JobContext, NoResult, Staged } from '../../src/compute/job';
import { advice } from '../../src/compute/jobs/advice';
import { type EnsembleOutput, ensemble } from '../../src/compute/jobs/ensemble';
import { heatmap } from '../../src/compute/jobs/heatmap';
import { sobol } from '../../src/compute/jobs/sobol';
import { tornado } from '../../src/compute/jobs/tornado';
import { pathsWithin, roughly } from '../../src/compute/rough';
import type { RunSpec } from '../../src/compute/spec';
import { en } from '../../src/i18n/en';
import { caption } from '../../src/keep/caption';
import { bandsCsv, cellsCsv, finalCsv, outcomesCsv } from '../../src/keep/csv';
import { interval, part } from '../../src/shell/figures';
import { factorsOf } from '../../src/state/factors';
import { effectsCsv } from '../../src/views/recommendation/csv';
import { scenariosCsv } from '../../src/views/scenarios/csv';
import { sobolCsv, tornadoCsv } from '../../src/views/sensitivity/csv';

let backend: Backend;
let context: JobContext;
beforeAll(async () => {
  backend = (await openBackend('wasm')).backend;
  const run = { backend, signal: new AbortController().signal, chunk: {}, onProgress: () => {} };
  // a second of a slow machine, so that what runs does not depend on how fast this one is
  context = { run, coarse: 1_400_000, begun: false };
});
afterAll(() => backend.close());

const specOf = (game: Game, change: { set?: Record<string, number>; horizon?: number } = {}) => ({
  ...{ game, scenario: undefined, seed: 'seen', set: {}, horizon: game.horizon },
  ...change,
});
const accuracy = { tolerance: 0.01 } as const;

/** The results before the last one, and the turns without one; the last pass is not begun. */
async function before<T>(
  passes: AsyncGenerator<Staged<T> | NoResult, void, void>,
  turns: number,
): Promise<(Staged<T> | NoResult)[]> {
  const found: (Staged<T> | NoResult)[] = [];
  for (let turn = 0; turn < turns; turn++) found.push((await passes.next()).value!);
  await passes.return();
  return found;
}

function resultOf<T>(turn: Staged<T> | NoResult | undefined): T {
  if (turn?.stage !== 'coarse' && turn?.stage !== 'finer') throw new Error(`no rough result but ${turn?.stage}`);
  return turn.output;
}

/**
 * How far a rough figure may be from one within `accuracy`: five standard errors of its paths (6e-7 for each comparison), the
 * tolerance, and half of the last digit.
 */
const room = (variance: number, paths: number) => 5 * Math.sqrt(variance / paths) + accuracy.tolerance + 0.005;
/** Of a probability; a frequency near 0 or 1 has at least the variance of one path. */
const spread = (p: number, paths: number) => Math.max(p * (1 - p), 1 / paths);

/** Columns of figures have two digits at most; those of errors and counts are empty. Texts may hold commas. */
function expectRough(csv: string, exact: readonly string[]): void {
  const [head, ...rows] = csv
    .replaceAll(/"[^"]*"/g, 'text')
    .trimEnd()
    .split('\n')
    .map((row) => row.split(','));
  expect(rows.length).toBeGreaterThan(0);
  for (const row of rows) {
    for (const [k, name] of head!.entries()) {
      if (exact.includes(name)) continue;
      if (/(low|high|bias|paths)$/i.test(name)) expect(row[k], name).toBe('');
      else expect(row[k], `${name}: ${row[k]}`).toMatch(/^-?(0\.\d{1,2}|\d{1,2}0*|\d\.\d|1\.0)?$/);
    }
  }
}

const noisy = { 'rock-paper-scissors': { sigma: 0.8 } };

describe('a coarse ensemble', () => {
  it.each([
    ['matching-pennies', {}],
    ['rock-paper-scissors', {}],
    ['rock-paper-scissors', { set: noisy['rock-paper-scissors'] }],
    ['hawk-dove', {}],
    ['data-sharing', {}],
  ])('of %s with %j is no further from the last one than its paths may be', async (name, change) => {
    const spec = specOf(bundledGame(name), change);
    await expectNear(spec, await simulate({ ...spec, backend, ...accuracy, times: 0, passages: false }), 0);
  });

  it.each([
    ['matching-pennies', 'replicator', { horizon: 200 }],
    ['matching-pennies', 'demographic', {}],
    ['rock-paper-scissors', 'demographic', {}],
    ['rock-paper-scissors', 'multiplicative', { set: noisy['rock-paper-scissors'] }],
  ] as const)('of %s with %s noise and %j is no further from short steps', async (name, kind, change) => {
    const game = bundledGame(name);
    const spec = specOf({ ...game, noise: { ...game.noise, kind } }, change);
    // within the tolerance the last pass takes minutes
    const { scheme, dt } = stepByBounds(spec);
    const paths = 4000;
    const short = await simulate({ ...spec, backend, scheme, dt: dt / 4, paths, times: 0, passages: false });
    await expectNear(spec, short, 5 * Math.sqrt(0.25 / paths));
  });

  /** @param extra how far what is right may itself be off */
  async function expectNear(spec: RunSpec, last: SimulateResult, extra: number): Promise<void> {
    const [turn] = await before(ensemble({ ...spec, accuracy }, context), 1);
    const rough = resultOf(turn);
    for (const [k, { probability, profile }] of rough.outcomes.entries()) {
      const right = last.outcomes[k]!.probability;
      const bound = room(spread(right, rough.paths), rough.paths) + extra;
      expect(Math.abs(probability - right), profile.join()).toBeLessThan(bound);
    }
    for (const [share, { mean }] of Object.entries(rough.final)) {
      const { mean: right, sd } = last.final[share]!;
      expect(Math.abs(mean - right), share).toBeLessThan(room(sd ** 2, rough.paths) + extra);
    }
  }

  it('is left out where so many steps would take too long, and the last pass waits for its turn', async () => {
    const spec = specOf(bundledGame('matching-pennies'), { horizon: 1e4 });
    expect(await before(ensemble({ ...spec, accuracy }, context), 1)).toEqual([{ stage: null }]);
    const stiff = specOf(bundledGame('matching-pennies'), { set: { stake: 1e9 } });
    expect(await before(ensemble({ ...stiff, accuracy }, context), 1)).toEqual([{ stage: null }]);
  });
});

describe('a rough heatmap', () => {
  const axes = { x: { name: 'win', from: 0.5, to: 2 }, y: { name: 'loss', from: 0.5, to: 2 } };

  it('has corners that are those of the last one up to the noise of its paths', async () => {
    const spec = specOf(bundledGame('rock-paper-scissors'), { set: noisy['rock-paper-scissors'] });
    const metric = 'P(rock)';
    const turns = await before(heatmap({ ...spec, ...axes, accuracy, cells: 31, metric }, context), 2);
    const corners = { x: { ...axes.x, count: 2 }, y: { ...axes.y, count: 2 } };
    const last = await sweep({ ...spec, ...corners, metric, backend, ...accuracy });
    for (const turn of turns) {
      const { values, paths } = resultOf(turn);
      for (const [j, row] of [values[0]!, values.at(-1)!].entries()) {
        for (const [i, value] of [row[0]!, row.at(-1)!].entries()) {
          const right = last.values[j]![i]!;
          expect(Math.abs(value - right)).toBeLessThan(room(spread(right, paths), paths));
        }
      }
      expect(caption(resultOf(turn), turn.stage, en.caption, true)).toContain('error not known');
      expectRough(cellsCsv(resultOf(turn)), ['win', 'loss', 'paths']);
    }
    expect(turns.map(({ stage }) => stage)).toEqual(['coarse', 'finer']);
  });

  it('is left out where a step that is short enough leaves no time for it', async () => {
    const spec = specOf(bundledGame('rock-paper-scissors'), { horizon: 1e4 });
    const job = { ...spec, ...axes, accuracy, cells: 31, metric: 'P(rock)' };
    expect(await before(heatmap(job, context), 1)).toEqual([{ stage: null }]);
  });
});

describe('what is told before the last pass', () => {
  it('of an ensemble has two digits and no intervals, in every file', async () => {
    const [turn] = await before(ensemble({ ...specOf(bundledGame('matching-pennies')), accuracy }, context), 1);
    const rough: EnsembleOutput = resultOf(turn);
    expectRough(outcomesCsv(rough), ['outcome']);
    expectRough(finalCsv(rough), ['share']);
    expectRough(bandsCsv(rough), ['time']);
    expectRough(scenariosCsv([{ words: 'now', result: rough, stage: 'coarse' }]), ['scenario', 'figure']);
  });

  it('of indices, of a tornado and of effects too', async () => {
    const game = bundledGame('hawk-dove-asymmetric');
    const input = { ...specOf(game), metric: 'mean(owner.hawk)', factors: factorsOf({ game }) };
    const [coarse, finer] = await before(sobol({ ...input, samples: 1024 }, context), 2);
    for (const turn of [coarse, finer]) expectRough(sobolCsv(resultOf(turn).result), ['kind', 'name', 'group']);
    const [bars] = await before(tornado(input, context), 1);
    expectRough(tornadoCsv(resultOf(bars)), ['parameter', 'group', 'at']);
    const [, measured] = await before(advice({ ...input, target: { value: 0.9, goal: 'at-least' } }, context), 2);
    const { effects } = resultOf(measured);
    for (const line of effectsCsv(input.factors, effects!).trimEnd().split('\n').slice(1)) {
      expect(line).toMatch(/^[^,]*,[^,]*,[^,]*,-?0?\.?0*[1-9]?\d?(e-\d+)?,,$/);
    }
  });

  it('keeps what is exact', () => {
    const told = roughly({ times: [0.125], values: [[0.5049, null, 123.4]], low: [[0.1]] }, ['values', 'low']);
    expect(told).toEqual({ times: [0.125], values: [[0.5, null, 120]], low: [[null]] });
  });

  it('is written to two digits', () => {
    expect([part(0.5, 'coarse'), part(0.5, 'finer'), part(0.5, 'final')]).toEqual(['0.50', '0.50', '0.500']);
    expect([interval(null, null), interval(0.5, 0.512)]).toEqual(['', '0.500–0.512']);
  });
});

it('takes as many paths as there is time for, and none where those would be too few', () => {
  const limits = { fewest: 32, most: 256 };
  expect(pathsWithin({ work: 1e5, steps: 1000, ...limits })).toBe(100);
  expect(pathsWithin({ work: 1e9, steps: 1000, ...limits })).toBe(256);
  expect(pathsWithin({ work: 2e4, steps: 1000, ...limits })).toBe(32);
  expect(pathsWithin({ work: 1.5e4, steps: 1000, ...limits })).toBeNull();
  expect(pathsWithin({ work: 1e6, steps: 100, runs: 100, ...limits })).toBe(100);
});
