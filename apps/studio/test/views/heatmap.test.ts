/**
 * The heatmap's own settings: the ends of its axes, and how accurate it is.
 */
import { bundledGame } from '@trilogue/core';
import { openBackend, sweep } from '@trilogue/engine';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cellsCsv } from '../../src/keep/csv';
import { type OpenStudio, openStudio, saved } from '../browser/studio';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
  await studio.show({ view: 'heatmap', backend: 'wasm' });
  await studio.settled();
}, 120_000);
afterAll(() => studio?.close());

const field = (name: string, place = 0) => studio.page.getByRole('textbox', { name, exact: true }).nth(place);

it('runs between the ends that are typed, with the paths and the step that are typed', async () => {
  const { page } = studio;
  await field('from').fill('0.2');
  await field('to').fill('0.8');
  await field('to', 1).fill('1.5');
  await page.getByLabel('Accuracy of the last pass').selectOption('paths');
  await field('Paths').fill('500');
  await field('Step dt (empty: chosen)').fill('0.5');
  await studio.settled();
  await page.getByText('Save', { exact: true }).click();
  const { content } = await saved(page, () => page.getByRole('button', { name: 'Figures (CSV)' }).click());
  const { backend } = await openBackend('wasm');
  const axes = { x: { name: 'tau', from: 0.2, to: 0.8, count: 5 }, y: { name: 'p', from: 0, to: 1.5, count: 5 } };
  const metric = 'P(share,share,coordinate)';
  const game = bundledGame('data-sharing');
  const map = await sweep({ game, seed: 'seen', metric, ...axes, paths: 500, dt: 0.5, backend });
  await backend.close();
  expect(content.toString()).toBe(cellsCsv(map));
}, 60_000);

it.each([
  ['from', '0.9', 'A number below 0.8.'],
  ['to', 'x', 'A number above 0.2.'],
  ['Paths', '2.5', 'A whole number from 1 to 10,000,000.'],
  ['Step dt (empty: chosen)', '-1', 'A number from 0.000001 to 1,000,000, or nothing.'],
  ['Horizon (time at the end)', '', 'A number from 0.000001 to 1,000,000.'],
])('keeps the last where "%s" is "%s"', async (name, typed, said) => {
  const { page } = studio;
  const before = await field(name).inputValue();
  await field(name).fill(typed);
  expect(await page.getByRole('alert').textContent()).toBe(said);
  expect(await field(name).getAttribute('aria-invalid')).toBe('true');
  expect(await page.locator('main [data-stage]').getAttribute('data-stage')).toBe('final');
  await field(name).fill(before);
  expect(await page.getByRole('alert').count()).toBe(0);
});
