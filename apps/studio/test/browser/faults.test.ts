/**
 * What can go wrong around the page: each has a message, and nothing typed is lost.
 */
import { deflateRawSync } from 'node:zlib';
import { bundledGameText } from '@trilogue/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio, patience } from './studio';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
}, 180_000);
afterAll(() => studio?.close());

const notice = (text: RegExp) => studio.page.locator('[data-notice]', { hasText: text });

describe('a game that cannot be read', () => {
  it('is said at the place while typing, keeps the last results, and is still there after a reload', async () => {
    const { page } = studio;
    await studio.show({ view: 'game' });
    const field = page.getByLabel('Payoff of A at (share, share, stand_by), formula');
    await field.fill('joint_A - cost_X');
    await expect.poll(() => notice(/cannot be read/).count()).toBe(1);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const said = page.locator(`[id="${await field.getAttribute('aria-describedby')}"]`);
    expect(await said.textContent()).toContain('unknown name "cost_X" at column 11');
    expect(await said.textContent()).toContain('Did you mean "cost_');

    await expect.poll(() => page.evaluate(() => localStorage.getItem('trilogue-studio'))).toContain('cost_X');
    await page.reload();
    await page.getByRole('tab', { name: 'Game' }).waitFor();
    expect(await page.getByLabel('Text of the game file').inputValue()).toContain('joint_A - cost_X');
  });
});

describe('what was typed in the moment before the page goes', () => {
  const open = () => studio.show({ view: 'game' });
  const type = () => studio.page.getByLabel('Expression joint_A, formula').fill('b_A + 7');
  const joint = () => studio.page.getByLabel('Expression joint_A, formula').inputValue();
  /** The address never follows: every machine is in that moment. */
  const holdAddress = () =>
    studio.page.evaluate(() => {
      history.replaceState = () => undefined;
    });

  it('is there after a reload', async () => {
    await open();
    await holdAddress();
    await type();
    await studio.page.reload();
    expect(await joint()).toBe('b_A + 7');
  });

  it('is there after a reload that begins just before the address follows', async () => {
    await open();
    await studio.page.evaluate(() => {
      const fields = [...document.querySelectorAll('textarea')];
      const follow = history.replaceState.bind(history);
      history.replaceState = (...to) => {
        if (fields.some(({ value }) => value === 'b_A + 7')) location.reload();
        follow(...to);
      };
    });
    const loaded = studio.page.waitForEvent('load');
    await type();
    await loaded;
    expect(await joint()).toBe('b_A + 7');
  });

  it('is there after going away and back', async () => {
    await open();
    await holdAddress();
    await type();
    await studio.page.goto('about:blank');
    await studio.page.goBack();
    expect(await joint()).toBe('b_A + 7');
  });

  it('does not change what a link opens', async () => {
    await open();
    await holdAddress();
    const link = studio.page.url();
    await type();
    await studio.page.goto('about:blank');
    await studio.page.goto(link);
    expect(await joint()).toBe('b_A + tau*s + e*I_A');
  });
});

describe('values', () => {
  it('outside of their range are taken, with a word', async () => {
    const { page } = studio;
    await studio.show({});
    await page.getByLabel('Trust between the departments: value').fill('1.5');
    await expect.poll(() => page.getByText('Outside its range 0 to 1').count()).toBe(1);
    await studio.settled();
  });

  it('that cannot be are refused, with the last results kept', async () => {
    const { page } = studio;
    await studio.show({});
    await page.getByLabel('Noise intensity of A: value').fill('-1');
    await expect.poll(() => notice(/These values cannot be used/).textContent()).toMatch(/at least 0/);
    expect(await page.locator('main svg').count()).toBe(3);
    await page.getByLabel('Noise intensity of A: value').fill('x');
    await expect.poll(() => page.getByText('Not a number').count()).toBe(1);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => notice(/./).count()).toBe(0);
  });
});

describe('a link', () => {
  it('that cannot be read is refused with a reason', async () => {
    const { page, server } = studio;
    await page.goto('about:blank');
    await page.goto(`${server.url}#s=AAAA`);
    await studio.ready();
    expect(await notice(/link could not be read/).count()).toBe(1);
  });

  it('that has settings which cannot be is refused with their place, also in a page that is open', async () => {
    const { page } = studio;
    await studio.show({ seed: 'before' });
    const wrong = Buffer.from(deflateRawSync(JSON.stringify({ version: 2, cells: 4000 }))).toString('base64url');
    await page.evaluate((fragment) => {
      location.hash = fragment;
    }, `s=${wrong}`);
    await expect.poll(() => notice(/cells: found 4000; expected a number from 5 to 101/).count()).toBe(1);
    expect(await page.getByLabel('Seed').inputValue()).toBe('before');
  });

  it('that has settings which its game does not know says which are left out', async () => {
    const { page } = studio;
    await studio.show({ scenario: 'nowhere', set: { tau: 0.6, beta: 2 }, metric: 'mean(C.share)' });
    expect(await notice(/does not know/).textContent()).toContain(
      'left out: scenario "nowhere", value of beta, metric mean(C.share).',
    );
    expect(await page.getByLabel('Trust between the departments: value').inputValue()).toBe('0.6');
    await studio.settled();
  });
});

describe('a backend that is refused', () => {
  it('is said with its reason, and another one is a click away', async () => {
    const { page } = studio;
    await studio.go({ backend: 'webgpu' });
    await expect.poll(() => notice(/WebGPU/).textContent(), { timeout: 30_000 }).toMatch(/Nothing is computed/);
    await page.getByRole('button', { name: 'Use the fastest that works here' }).click();
    await studio.ready();
    await expect.poll(() => page.getAttribute('html', 'data-backend'), { timeout: 30_000 }).toBe('wasm');
  }, 120_000);
});

describe('the tab in the background', () => {
  it('pauses, says so in its title, and goes on when it is looked at again', async () => {
    const { page } = studio;
    await studio.show({});
    await studio.settled();
    const hide = (hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    await hide(true);
    expect(await page.title()).toMatch(/^paused/);
    await page.getByLabel('Trust between the departments: value').fill('0.6');
    await page.locator('summary', { hasText: 'Computed by' }).click();
    // opening two other backends takes the worker longer than a coarse pass
    for (const backend of ['cpu', 'wasm']) {
      await page.getByLabel('Compute on').selectOption(backend);
      await page.waitForSelector(`html[data-backend="${backend}"]`, { state: 'attached', timeout: patience });
    }
    expect(await page.locator('[data-stage="stale"]').count()).toBe(3);
    await hide(false);
    await studio.settled();
    expect(await page.title()).toBe('trilogue studio');
  });
});

describe('storage that is denied', () => {
  it('is said, and the page works', async () => {
    const { page } = studio;
    await page.addInitScript(() => {
      if (!location.hash.includes('s=')) return;
      Object.defineProperty(window, 'localStorage', {
        configurable: true,
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await studio.show({ seed: 'denied' });
    await expect.poll(() => notice(/does not let the page keep anything/).count()).toBe(1);
    await studio.settled();
  });
});

describe('no network after the first load', () => {
  it('changes nothing', async () => {
    const offline = await openStudio();
    try {
      const { page } = offline;
      await offline.show({ seed: 'offline' });
      await page.waitForSelector('html[data-offline="ready"]', { state: 'attached', timeout: 50_000 });
      await page.context().setOffline(true);
      expect(await offline.page.locator('[data-notice]', { hasText: 'There is no network' }).count()).toBe(1);
      await page.reload();
      await offline.ready();
      await page.getByRole('tab', { name: 'Game' }).click();
      await page.getByLabel('Text of the game file').waitFor();
      expect(await page.getByLabel('Text of the game file').inputValue()).toBe(bundledGameText('data-sharing'));
    } finally {
      await offline.close();
    }
  }, 120_000);
});
