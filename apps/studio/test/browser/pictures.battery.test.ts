/**
 * Every view with its last result, as a person sees it: nothing fails, nothing sticks out at the side. `npm run docs:pictures` keeps what it sees
 * for the documentation.
 *
 * PICTURES=folder keeps the pictures there; LOOKS says which, such as `en-light-1280,zh-CN-dark-360` (default the first).
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Language, languages, type Theme, themes, viewNames } from '../../src/state/state';
import { isSettled, type OpenStudio, openStudio } from './studio';

const folder = process.env.PICTURES;
const looks = (process.env.LOOKS ?? 'en-light-1280').split(',').map(lookOf);
/** Milliseconds for the last result of the slowest view. */
const longest = 300_000;
/** Pixels of a picture, from the top. */
const tallest = 1500;

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
});
afterAll(() => studio.close());

describe.each(looks)('$language, $theme, $width pixels', ({ language, theme, width, name: look }) => {
  it.each(viewNames)(
    'shows %s',
    async (view) => {
      const { page, problems } = studio;
      await page.setViewportSize({ width, height: 900 });
      await studio.show({ view, language, theme, cells: 41, tolerance: 0.01, paths: null, dt: null, seed: 'trilogue' });
      await page.waitForFunction(isSettled, undefined, { timeout: longest });
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (folder !== undefined) {
        const name = looks.length === 1 ? view : `${view}-${look}`;
        // the parameters are as high as the window
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ width, height: Math.min(height, tallest) });
        await page.waitForFunction(isSettled, undefined, { timeout: longest });
        await page.screenshot({ path: join(folder, `${name}.png`) });
      }
      expect(over).toBeLessThanOrEqual(0);
      expect(problems).toEqual([]);
    },
    longest,
  );
});

function lookOf(name: string): { name: string; language: Language; theme: Theme; width: number } {
  const language = languages.find((one) => name.startsWith(`${one}-`));
  const [theme, width] = name.slice((language ?? '').length + 1).split('-');
  const known = themes.find((one) => one === theme);
  if (language === undefined || known === undefined || !(Number(width) > 0))
    throw new Error(`LOOKS: "${name}" is no look such as en-light-1280 or zh-CN-dark-360.`);
  return { name, language, theme: known, width: Number(width) };
}
