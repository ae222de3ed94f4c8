import { bundledGame } from '@trilogue/core';
import { type Backend, openBackend } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { report, reportInStages } from '../src/report.js';
import type { ReportStage } from '../src/stage.js';
import { quickOptions } from './job.js';

const game = bundledGame('stag-hunt');
const maker = { command: 'trilogue report stag-hunt', version: '1.2.3', host: 'a test' };

let backend: Backend;
beforeAll(async () => {
  backend = (await openBackend('wasm', { threads: 1 })).backend;
});
afterAll(() => backend.close());

/** The one thing that differs between two runs. */
const timeless = (page: string) => page.replace(/All of this took \d+ s/, 'All of this took some time');

describe('report', () => {
  it('is the same page again, in chunks of another size too, and names its maker', async () => {
    // a metric for which no target goes without saying spares the recommendation
    const options = quickOptions(game, backend, { metric: 'sd(hunter.stag)' });
    const stages: ReportStage[] = [];
    const { page } = await report(options, maker, (stage) => stages.push(stage));
    const again = await report({ ...options, chunk: { pathSteps: 100_000 } }, maker);
    expect(timeless(again.page)).toBe(timeless(page));
    expect(page).toContain('trilogue 1.2.3, a test');
    expect(page).toContain('<pre>trilogue report stag-hunt</pre>');
    expect(page).toMatch(/SHA-256 <code>[0-9a-f]{64}</);
    const parts = stages.map(({ part }) => part);
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts[0]).toBe(0);
    expect(parts.at(-1)).toBeLessThan(1);
    expect(new Set(stages.map(({ task }) => task)).size).toBe(10);
  });

  it('ends with the reason of its signal between two stages', async () => {
    const abort = new AbortController();
    const stages = reportInStages({ ...quickOptions(game, backend), signal: abort.signal }, maker);
    expect((await stages.next()).value).toEqual({ task: 'ensemble', about: null, part: 0 });
    abort.abort(new Error('enough'));
    await expect(stages.next()).rejects.toThrow('enough');
  });

  it('refuses a metric that cannot be read before anything is computed', async () => {
    const stages = reportInStages(quickOptions(game, backend, { metric: 'P(nobody)' }), maker);
    await expect(stages.next()).rejects.toThrow('P(nobody)');
  });

  it('says why there is no recommendation where the target cannot be', async () => {
    const { figures, page } = await report(quickOptions(game, backend, { target: 1.5 }), maker);
    expect(figures.advice).toEqual({ given: null, reason: expect.stringContaining('The target 1.5 is outside') });
    expect(page).toContain('There is no recommendation. The target 1.5 is outside the range of');
  });
});
