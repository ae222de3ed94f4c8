/** Every view to its last result on a graphics device, which the processor computes here. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { viewNames } from '../../src/state/state';
import { isSettled, type OpenStudio, openStudio } from './studio';

/** Milliseconds of the slowest view, the recommendation. */
const longest = 900_000;

describe.each(['webgpu', 'webgl2'] as const)('on %s', (backend) => {
  let studio: OpenStudio;
  beforeAll(async () => {
    studio = await openStudio(backend);
  }, 60_000);
  afterAll(() => studio?.close());

  it.each(viewNames)(
    'shows %s',
    async (view) => {
      const { page, problems } = studio;
      await studio.show({ backend, view, horizon: 4, options: { sensitivity: { samples: 256 } } });
      await page.waitForFunction(isSettled, undefined, { timeout: longest });
      await expect.poll(() => page.getAttribute('html', 'data-backend'), { timeout: 30_000 }).toBe(backend);
      expect(await page.locator('main [role="alert"]').allTextContents()).toEqual([]);
      expect(problems).toEqual([]);
    },
    longest,
  );
});
