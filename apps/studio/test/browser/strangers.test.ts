/**
 * Games of strangers: none is looked at before somebody asks for it, one that the page could not draw does not come back by itself, and
 * analyses that nobody wants are ended.
 */
import { bundledGameText } from '@trilogue/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeAddress } from '../../src/address/address';
import { writeRecord } from '../../src/address/record';
import { stateOfGame } from '../../src/state/state';
import { type OpenStudio, openStudio, patience } from './studio';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
}, 180_000);
afterAll(() => studio?.close());

const own = bundledGameText('stag-hunt').replace(/^title:.*$/m, 'title: Hunt of a stranger');
const notice = (text: RegExp) => studio.page.locator('[data-notice]', { hasText: text });
const openIt = () => studio.page.getByRole('button', { name: 'Open it' }).click();
const stored = () => studio.page.evaluate(() => localStorage.getItem('trilogue-studio'));
const title = () =>
  studio.page.getByRole('combobox', { name: 'Game', exact: true }).evaluate((select) => {
    return (select as HTMLSelectElement).selectedOptions[0]!.text;
  });

async function follow(gameText: string): Promise<void> {
  const { page, server } = studio;
  await page.goto('about:blank');
  await page.goto(server.url + (await writeAddress({ ...stateOfGame(gameText), language: 'en' })));
  await studio.ready();
}

describe('a link with a game of its own', () => {
  it('is neither computed nor kept before it is opened, and opens by itself from then on', async () => {
    const { page } = studio;
    await follow(own);
    expect(await notice(/never on this page/).count()).toBe(1);
    expect(await title()).not.toContain('Hunt');
    await page.reload();
    await studio.ready();
    expect(await notice(/never on this page/).count()).toBe(1);
    expect((await stored()) ?? '').not.toContain('stranger');

    await openIt();
    await expect.poll(title).toBe('Hunt of a stranger');
    await studio.settled();
    await expect.poll(async () => JSON.parse((await stored())!).drawn).toBe(true);
    expect(await stored()).toContain('Hunt of a stranger');
    await page.reload();
    await studio.ready();
    expect(await title()).toBe('Hunt of a stranger');
    await follow(own);
    expect(await title()).toBe('Hunt of a stranger');
    expect(await notice(/never on this page/).count()).toBe(0);
  });

  it('waits in a page that is open too', async () => {
    const { page } = studio;
    await studio.show({ seed: 'mine' });
    const fragment = await writeAddress(stateOfGame(own.replace('Hunt', 'Chase')));
    await page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    await expect.poll(() => notice(/never on this page/).count()).toBe(1);
    expect(await page.getByLabel('Seed').inputValue()).toBe('mine');
    await openIt();
    await expect.poll(title).toBe('Chase of a stranger');
  });

  it('made of a million commas is one error once it is opened, and the page answers', async () => {
    const { page } = studio;
    await follow(`game: x\nplayers: {${','.repeat(1_000_000)}}`);
    await openIt();
    await expect.poll(() => notice(/game cannot be read/).count(), { timeout: 20_000 }).toBe(1);
    expect(
      await notice(/game cannot be read/)
        .locator('li')
        .count(),
    ).toBe(1);
    await page.getByRole('tab', { name: 'Game' }).click();
    await page.getByLabel('Text of the game file').waitFor({ timeout: 20_000 });
  }, 120_000);
});

describe('a game that was kept', () => {
  it('but never drawn waits until it is opened, at whatever address', async () => {
    const { page, server } = studio;
    await studio.show({});
    const record = writeRecord({ ...stateOfGame(own), language: 'en' });
    await page.addInitScript(
      (kept) => {
        if (sessionStorage.getItem('placed') !== null) return;
        sessionStorage.setItem('placed', 'yes');
        localStorage.setItem('trilogue-studio', kept);
      },
      JSON.stringify({ state: record, addresses: [''], drawn: false }),
    );
    await page.goto('about:blank');
    await page.goto(server.url);
    await studio.ready();
    expect(await notice(/not drawn|未能画出/).count()).toBe(1);
    expect(await title()).not.toContain('stranger');
    expect(await stored()).toContain('stranger');
    await notice(/not drawn|未能画出/)
      .getByRole('button')
      .first()
      .click();
    await expect.poll(title).toBe('Hunt of a stranger');
    await studio.settled();
    await page.reload();
    await studio.ready();
    expect(await title()).toBe('Hunt of a stranger');
  });
});

describe('a large game', () => {
  const players = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const strategies = [0, 1, 2, 3, 4, 5, 6, 7].map((s) => `s${s}`);
  const large = [
    ...['game: large', 'title: Large', 'horizon: 1'],
    `players: { ${players.map((name) => `${name}: { strategies: [${strategies}] }`).join(', ')} }`,
    'payoffs:',
    ...players.map((name, i) => {
      const other = players[(i + 1) % 8];
      return `  ${name}: { ${strategies.map((s, k) => `${s}: "0.${k + 1}*${other}.${s} + ${other}.s0*${name}.s1"`).join(', ')} }`;
    }),
  ].join('\n');

  it('is shown without a freeze, and its analyses do not hold up those of the next game', async () => {
    const { page } = studio;
    await follow(large);
    await openIt();
    await expect.poll(title, { timeout: patience }).toBe('Large');
    await page.getByRole('tab', { name: 'Equilibria' }).click();
    const start = performance.now();
    await page.getByRole('combobox', { name: 'Game', exact: true }).selectOption('stag-hunt');
    await page.waitForSelector('[data-figures="equilibria"] tbody tr', { timeout: 20_000 });
    expect(await page.locator('[data-figures="equilibria"] tbody tr').count()).toBeLessThan(10);
    expect(performance.now() - start).toBeLessThan(15_000);
  }, 120_000);
});
