/**
 * The view of the shares' space: the cube turns with keys, mouse and touch; smaller games have a portrait or a sentence.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstView, turned } from '../../src/views/cube/Turn';
import { type OpenStudio, openStudio } from '../browser/studio';

const patience = 120_000;

describe('turning', () => {
  it('goes round and stops above and below', () => {
    expect(turned({ azimuth: 175, elevation: 80 }, 10, 20)).toEqual({ azimuth: -175, elevation: 90 });
    expect(turned({ azimuth: -60, elevation: -85 }, -130, -20)).toEqual({ azimuth: 170, elevation: -90 });
  });
});

describe(
  'the cube',
  () => {
    let studio: OpenStudio;
    beforeAll(async () => {
      studio = await openStudio();
      await studio.show({ game: 'data-sharing', view: 'cube' });
      await studio.settled();
    }, patience);
    afterAll(() => studio.close());

    const area = () => studio.page.locator('button[data-azimuth]');
    const view = async () => {
      const [azimuth, elevation] = await Promise.all(
        ['data-azimuth', 'data-elevation'].map((name) => area().getAttribute(name)),
      );
      return { azimuth: Number(azimuth), elevation: Number(elevation) };
    };
    const picture = () => studio.page.locator('main svg').first().innerHTML();

    it('shows paths with and without noise and the equilibria', async () => {
      expect(await studio.page.locator('main svg desc').first().textContent()).toMatch(
        /27 paths without noise and 6 noisy paths\. Equilibria: sink at \(1, 1, 1\)/,
      );
      expect(studio.problems).toEqual([]);
    });

    it('turns with the arrow keys, and back with Home', async () => {
      const before = await picture();
      await area().focus();
      await studio.page.keyboard.press('ArrowRight');
      await studio.page.keyboard.press('ArrowUp');
      expect(await view()).toEqual(turned(firstView, -5, -5));
      await expect.poll(picture, { timeout: patience }).not.toBe(before);
      await studio.page.keyboard.press('Home');
      expect(await view()).toEqual(firstView);
      await expect.poll(picture, { timeout: patience }).toBe(before);
    });

    it('turns with the mouse', async () => {
      await studio.page.keyboard.press('Home');
      const box = (await area().boundingBox())!;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await studio.page.mouse.move(x, y);
      await studio.page.mouse.down();
      await studio.page.mouse.move(x + 100, y + 40, { steps: 4 });
      await studio.page.mouse.up();
      expect(await view()).toEqual(turned(firstView, -45, 18));
    });

    it('turns with a finger', async () => {
      await area().focus();
      await studio.page.keyboard.press('Home');
      const box = (await area().boundingBox())!;
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      const session = await studio.page.context().newCDPSession(studio.page);
      await session.send('Emulation.setTouchEmulationEnabled', { enabled: true });
      const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: { x: number; y: number }[]) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
      await touch('touchStart', [{ x, y }]);
      await touch('touchMove', [{ x: x + 20, y }]);
      await touch('touchMove', [{ x: x + 60, y }]);
      await touch('touchEnd', []);
      await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
      await expect.poll(async () => (await view()).azimuth, { timeout: patience }).toBeCloseTo(-87, 0);
      expect((await view()).elevation).toBe(22);
    });

    it('is seen from where the link says, with the buttons turning it further', async () => {
      await studio.show({
        game: 'data-sharing',
        view: 'cube',
        options: { cube: { azimuth: 30, elevation: 60, noisy: false } },
      });
      await studio.settled();
      expect(await studio.page.locator('main svg desc').first().textContent()).toContain('0 noisy paths');
      await studio.page.getByRole('button', { name: 'Turn left' }).click();
      expect(await view()).toEqual({ azimuth: 45, elevation: 60 });
    });

    it('is a portrait for two players, and a sentence for one share', async () => {
      await studio.show({ game: 'hawk-dove-asymmetric', view: 'cube' });
      await studio.settled();
      expect(await studio.page.locator('main svg desc').first().textContent()).toMatch(
        /^Phase portrait of .* with \d+ paths/,
      );
      await studio.show({ game: 'hawk-dove', view: 'cube' });
      await studio.settled();
      expect(await studio.page.locator('main').innerText()).toContain('it has 1 independent share.');
      await studio.page.getByRole('button', { name: 'Go to the equilibria' }).press('Enter');
      await studio.page.locator('#tab-equilibria[aria-selected=true]').waitFor();
    });
  },
  patience,
);
