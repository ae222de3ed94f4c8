/**
 * Sensitivity and recommendation: the figures of `@trilogue/study` for the same seed, on a game of two players.
 */
import { bundledGame, bundledGameText, fieldShape } from '@trilogue/core';
import { accurateScheme, openBackend } from '@trilogue/engine';
import type { SobolResult, TornadoResult } from '@trilogue/sensitivity';
import {
  baseOf,
  findingsOf,
  indicesTrial,
  type MethodName,
  type Model,
  methods,
  recommend,
  runDesign,
  studyStep,
} from '@trilogue/study';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { factorsOf } from '../../src/state/factors';
import { type OpenStudio, openStudio, valuesOf } from '../browser/studio';

const game = bundledGame('hawk-dove-asymmetric');
const metric = 'mean(owner.hawk)';
const factors = factorsOf({ game });
const patience = 120_000;

describe('sensitivity and recommendation', () => {
  let studio: OpenStudio;
  let model: Model;
  beforeAll(async () => {
    studio = await openStudio();
    const { backend } = await openBackend('wasm');
    model = {
      ...{ game, metric, set: {}, seed: 'seen', horizon: game.horizon, delta: 0.05 },
      ...{ scheme: accurateScheme(fieldShape(game)), backend, signal: new AbortController().signal },
    };
  }, patience);
  afterAll(async () => {
    await studio.close();
    await model.backend.close();
  });

  const analysed = async (method: MethodName, samples: number) => {
    const base = baseOf(game, { factors, set: {} });
    const { dt } = await studyStep(model, factors, null, indicesTrial);
    const { independent } = methods[method];
    const design = methods[method].design(factors, { samples, seed: model.seed, base });
    const job = { model, design, paths: methods[method].paths, dt, independent, finished: new Map() };
    const { outputs } = await runDesign({ ...job, onBatch: () => {}, onProgress: () => {} });
    return findingsOf(design, outputs, { method, seed: model.seed, independent });
  };

  it('has the Sobol indices by group and by factor, and the tornado', async () => {
    await studio.show({ game: game.name, view: 'sensitivity', metric, options: { sensitivity: { samples: 256 } } });
    await studio.settled();
    const found = (await analysed('sobol', 256)) as SobolResult;
    const titles: Record<string, string> = { environment: 'Random environment' };
    expect(await valuesOf(studio.page, 'sobol')).toEqual(
      Object.fromEntries([
        ...found.groups.map(({ group, first, total }) => [titles[group] ?? group, [total.value, first.value]]),
        ...found.indices.map(({ parameter, first, total }) => [parameter, [total.value, first.value]]),
      ]),
    );
    expect(found.indices[0]!.total.value).toBeGreaterThan(0.1);
    const { bars } = (await analysed('oat', methods.oat.samples)) as TornadoResult;
    expect(await valuesOf(studio.page, 'tornado')).toEqual(
      Object.fromEntries(bars.map(({ parameter, outputs }) => [parameter, [outputs[0]!.value, outputs.at(-1)!.value]])),
    );
    expect(studio.problems).toEqual([]);
  }, 300_000);

  it(
    'says so where nothing can vary',
    async () => {
      const gameText = bundledGameText('hawk-dove').replaceAll(/, range: \[[^\]]*\]/g, '');
      await studio.show({ game: 'hawk-dove', gameText, view: 'sensitivity' });
      await studio.settled();
      expect(await studio.page.locator('main').innerText()).toContain('No parameter of this game has a range');
    },
    patience,
  );

  it('recommends what the library recommends, and sets it with the keyboard', async () => {
    const target = { value: 0.95, goal: 'at-least' } as const;
    await studio.show({
      game: game.name,
      view: 'recommendation',
      metric,
      options: { recommendation: { target: 0.95 } },
    });
    await studio.settled();
    const base = baseOf(game, { factors, set: {} });
    const advice = await recommend({ model, factors, base, target, dt: null }, () => {});
    const reached = advice.levers.filter(({ value }) => value !== null);
    const levers = studio.page.locator('[data-figures="levers"] tbody tr');
    const shown = await levers.evaluateAll((rows) =>
      rows.map((row) => [
        (row as HTMLElement).dataset.name,
        ...[...row.querySelectorAll<HTMLElement>('[data-value]')].map(({ dataset }) => Number(dataset.value)),
      ]),
    );
    expect(shown).toHaveLength(reached.length);
    expect(shown.length).toBeGreaterThan(0);
    for (const { parameter, value, check } of reached) expect(shown).toContainEqual([parameter, value, check!.value]);
    expect(await valuesOf(studio.page, 'effects')).toEqual(
      Object.fromEntries(advice.levers.map(({ parameter, effect }) => [parameter, [effect.value]])),
    );
    const pair = await studio.page
      .locator('[data-figures="pair"] [data-value]')
      .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset.value)));
    expect(pair).toEqual(advice.pair === null ? [] : advice.pair.moves.map(({ value }) => value));

    const name = String(shown[0]![0]);
    await studio.page.getByRole('button', { name: `Use it: ${name}` }).press('Enter');
    await studio.settled();
    const start = Number(await studio.page.locator('[data-figures="start"]').getAttribute('data-value'));
    // the crossing was found with 16,384 paths on the same random numbers: five standard errors of a mean in [0, 1]
    expect(Math.abs(start - 0.95)).toBeLessThan((5 * 0.5) / Math.sqrt(16_384));
  }, 300_000);

  it(
    'says what is wrong with a target, and keeps the last',
    async () => {
      const field = studio.page.getByRole('textbox', { name: 'Target' });
      await field.fill('7');
      expect(await studio.page.getByRole('alert').innerText()).toContain('A number from 0 to 1.');
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await field.fill('0.75');
      await expect.poll(() => studio.page.getByRole('alert').count()).toBe(0);
    },
    patience,
  );
});
