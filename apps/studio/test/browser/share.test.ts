/**
 * What leaves the page: a link that brings the same picture to somebody else, and files.
 */
import { bundledGameText } from '@trilogue/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSettled, type OpenStudio, openStudio, patience, saved } from './studio';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
  const permissions = ['clipboard-read', 'clipboard-write'];
  await studio.page.context().grantPermissions(permissions, { origin: new URL(studio.server.url).origin });
}, 60_000);
afterAll(() => studio?.close());

/** Runs in the page. */
const pictures = () => [...document.querySelectorAll('main svg')].map((svg) => svg.outerHTML);

describe('a link', () => {
  it('brings the same pictures to the bit in another browser', async () => {
    const { page } = studio;
    await studio.show({ seed: 'first' });
    await page.getByLabel('Trust between the departments: value').fill('0.65');
    await page.getByLabel('Seed').fill('种子 2');
    await studio.settled();
    await page.locator('summary', { hasText: 'File' }).click();
    await page.getByRole('button', { name: 'Copy a link' }).click();
    await page.getByText('Copied.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const mine = await page.evaluate(pictures);
    expect(mine).toHaveLength(3);

    const context = await page.context().browser()!.newContext();
    try {
      const other = await context.newPage();
      await other.goto(link);
      await other.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: patience });
      await other.waitForFunction(isSettled, undefined, { timeout: patience });
      expect(await other.evaluate(pictures)).toEqual(mine);
      expect(await other.getByLabel('Seed').inputValue()).toBe('种子 2');
    } finally {
      await context.close();
    }
    // another seed gives other pictures, so that the comparison says something
    await page.getByLabel('Seed').fill('种子 3');
    await studio.settled();
    expect(await page.evaluate(pictures)).not.toEqual(mine);
  });

  it('brings options that the page has no control for, shows them, and can be rid of them', async () => {
    const { page } = studio;
    await studio.show({ view: 'outcomes', delta: 0.2, scheme: 'euler' });
    await studio.settled();
    const [before] = await page.evaluate(pictures);
    expect(await page.locator('details code', { hasText: '--' }).allTextContents()).toEqual([
      '--scheme euler',
      '--delta 0.2',
    ]);
    await page.getByRole('button', { name: 'Reset --delta' }).click();
    expect(await page.locator('details code', { hasText: '--' }).allTextContents()).toEqual(['--scheme euler']);
    await page.getByRole('button', { name: 'Reset --scheme' }).click();
    await studio.settled();
    expect(await page.locator('details code', { hasText: '--' }).count()).toBe(0);
    const [after] = await page.evaluate(pictures);
    expect(after === before).toBe(false);
  });
});

describe('a card', () => {
  it('is saved as SVG, PNG, CSV and game file', async () => {
    const { page } = studio;
    await studio.show({ view: 'outcomes', set: { tau: 0.6 } });
    await studio.settled();
    const card = page.locator('main section').first();
    await card.getByText('Save', { exact: true }).click();
    const file = (name: string) => saved(page, () => card.getByRole('button', { name, exact: true }).click());

    const svg = await file('Picture (SVG)');
    expect(svg.name).toBe('outcomes.svg');
    const text = svg.content.toString();
    expect(text).toMatch(/^<svg [^>]*>\s*<title>Cross-department data sharing<\/title>/);
    for (const part of ['tau = 0.6', '2,000 paths', 'dt 0.25', 'wasm', 'seed &quot;seen&quot;'])
      expect(text).toContain(part);

    const png = await file('Picture (PNG)');
    expect(png.name).toBe('outcomes.png');
    expect(png.content.subarray(0, 8).toString('hex')).toBe('89504e470d0a1a0a');
    const [, width, height] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(text)!.map(Number);
    expect(png.content.readUInt32BE(16) / width!).toBeCloseTo(png.content.readUInt32BE(20) / height!, 2);
    expect(png.content.readUInt32BE(16)).toBeGreaterThanOrEqual(width!);

    const csv = await file('Figures (CSV)');
    expect(csv.name).toBe('outcomes.csv');
    const shown = await page
      .locator('[data-figures="outcomes"] [data-value]')
      .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLElement).dataset.value)));
    const [, ...rows] = csv.content.toString().trimEnd().split('\n');
    expect(rows.map((row) => Number(row.split(',')[1]))).toEqual(shown);

    const game = await file('Game file');
    expect(game).toEqual({ name: 'data-sharing.game.yaml', content: Buffer.from(bundledGameText('data-sharing')) });
  });
});
