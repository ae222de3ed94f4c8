/**
 * The page on WebGPU, WebGL2 and WebAssembly: which one computed, and that the figures are those of the packages in Node for
 * the same seed, which are those of the command line. And what happens where a graphics device goes away.
 */
import { bundledGame } from '@trilogue/core';
import { type BackendName, simulate, sweep } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cellsCsv, outcomesCsv } from '../../src/keep/csv';
import { type OpenStudio, openStudio, saved } from './studio';

const game = bundledGame('data-sharing');
const run = { game, seed: 'seen', horizon: 4, set: { tau: 0.55 }, paths: 2000, dt: 0.2 } as const;
const metric = 'P(share,share,coordinate)';
const axes = { x: { name: 'tau', from: 0, to: 1, count: 5 }, y: { name: 'p', from: 0, to: 2, count: 5 } };

describe.each([
  ['webgpu', 'webgpu'],
  ['webgl2', 'webgl2'],
  ['wasm', 'none'],
] as const)('the page on %s', (backend, gpu) => {
  let studio: OpenStudio;
  beforeAll(async () => {
    studio = await openStudio(gpu);
    await studio.go({ backend, set: { tau: 0.55 }, horizon: 4, tolerance: null, paths: 2000, dt: 0.2 });
  }, 180_000);
  afterAll(() => studio?.close());

  it('draws all three pictures there, and says so', async () => {
    const { page, problems } = studio;
    await studio.settled();
    expect(await page.getAttribute('html', 'data-backend')).toBe(backend);
    expect(await page.locator('main svg').count()).toBe(3);
    expect(problems).toEqual([]);
  });

  it('has the figures of the command line', async () => {
    const { page } = studio;
    await studio.settled();
    const card = (title: string) => page.locator('section', { has: page.getByRole('heading', { name: title }) });
    const csvOf = async (title: string) => {
      await card(title).getByText('Save', { exact: true }).click();
      const file = await saved(page, () => card(title).getByRole('button', { name: 'Figures (CSV)' }).click());
      await card(title).getByText('Save', { exact: true }).click();
      return file.content.toString();
    };
    const [outcomes, cells] = [await csvOf('Outcomes at the horizon'), await csvOf('Two factors')];
    // no WebGL2 outside of browsers: there the paths are the same but for what rounding turns over
    const there: BackendName = backend === 'webgl2' ? 'wasm' : backend;
    const ensemble = await simulate({ ...run, backend: there });
    const map = await sweep({ ...run, ...axes, metric, backend: there });
    if (backend !== 'webgl2') {
      expect(outcomes).toBe(outcomesCsv(ensemble));
      expect(cells).toBe(cellsCsv(map));
    } else {
      expect(numbers(outcomes).length).toBe(numbers(outcomesCsv(ensemble)).length);
      expectNear(numbers(cells), numbers(cellsCsv(map)));
    }
  });
});

describe('a graphics device that is lost', () => {
  it('is replaced by WebAssembly, with a word', async () => {
    const lost = await openStudio('webgpu');
    try {
      const { page } = lost;
      await lost.show({ backend: 'webgpu', tolerance: null, paths: 3_000_000, dt: 0.01 });
      await expect.poll(() => page.getAttribute('html', 'data-backend'), { timeout: 30_000 }).toBe('webgpu');
      const devtools = await page.context().browser()!.newBrowserCDPSession();
      await devtools.send('Browser.crashGpuProcess');
      await expect
        .poll(() => lost.page.locator('[data-notice]', { hasText: 'device of webgpu was lost' }).count(), {
          timeout: 50_000,
        })
        .toBe(1);
      await expect.poll(() => page.getAttribute('html', 'data-backend'), { timeout: 30_000 }).toBe('wasm');
    } finally {
      await lost.close();
    }
  }, 120_000);
});

function numbers(csv: string): number[] {
  return csv
    .split('\n')
    .slice(1)
    .flatMap((line) =>
      line
        .split(',')
        .filter((field) => field !== '')
        .map(Number),
    );
}

/** Of 2,000 paths ten may end elsewhere. */
function expectNear(found: readonly number[], wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length);
  for (const [k, value] of found.entries()) expect(Math.abs(value - wanted[k]!)).toBeLessThan(10 / 2000);
}
