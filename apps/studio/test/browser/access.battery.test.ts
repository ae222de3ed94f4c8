/**
 * Every view in both themes and both languages: no violations that axe-core finds, nothing wider than a phone, and the keyboard
 * alone reaches everything that matters.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages, themes } from '../../src/state/state';
import { views } from '../../src/views/registry';
import { type OpenStudio, openStudio } from './studio';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const names = Object.keys(views) as (keyof typeof views)[];

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
}, 180_000);
afterAll(() => studio?.close());

/** Ids and places of what axe finds. */
async function violations(): Promise<string[]> {
  const { page } = studio;
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const found = await checker.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  });
}

describe.each(names)('view %s', (view) => {
  it.each(languages.flatMap((language) => themes.map((theme) => [language, theme] as const)))(
    'has no violations in %s, %s',
    async (language, theme) => {
      const { page } = studio;
      await studio.show({ view, language, theme });
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      expect(await page.getAttribute('html', 'data-theme')).toBe(theme);
      expect(await violations()).toEqual([]);
    },
  );

  it('fits a phone', async () => {
    const { page } = studio;
    await page.setViewportSize({ width: 360, height: 740 });
    await studio.show({ view });
    const [inner, outer] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect(inner).toBeLessThanOrEqual(outer!);
  });
});

describe('the keyboard', () => {
  it('moves a slider, undoes it, changes views, and sets both parameters from the heatmap', async () => {
    const { page } = studio;
    await studio.show({});
    await studio.settled();
    const value = page.getByLabel('Trust between the departments: value');
    await page.getByLabel(/^Trust between the departments tau/).focus();
    await page.keyboard.press('ArrowRight');
    expect(await value.inputValue()).toBe('0.505');
    await page.keyboard.press('Control+z');
    expect(await value.inputValue()).toBe('0.5');

    await page.getByRole('tab', { name: 'Overview' }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.getByRole('tab', { selected: true }).textContent()).toBe('Game');
    await page.keyboard.press('Home');
    await studio.settled();

    await page.getByRole('button', { name: /Cell of the heatmap/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => page.locator('output').textContent()).toMatch(/tau = 0\.75, p = 1\.5/);
    expect(await page.locator('output').textContent()).toMatch(/95% interval 0\.\d+ to/);
    await page.keyboard.press('Enter');
    expect(await value.inputValue()).toBe('0.75');
  });
});
