/**
 * How much JavaScript the page asks for before its first picture. Other views, other backends and downloads load theirs later.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio, patience } from './studio';

/** Bytes, compressed with gzip. */
const budget = 370_000;

describe.each(['webgpu', 'webgl2', 'wasm'] as const)('with %s', (backend) => {
  let studio: OpenStudio;
  beforeAll(async () => {
    studio = await openStudio(backend === 'wasm' ? 'none' : backend);
  }, 60_000);
  afterAll(() => studio?.close());

  it('draws the first picture with less than 370 kB of JavaScript', async () => {
    const { page, problems } = studio;
    const asked: { path: string; at: number }[] = [];
    page.on('response', (response) => {
      asked.push({ path: new URL(response.url()).pathname, at: response.request().timing().startTime });
    });
    await page.addInitScript(watchReady);
    await studio.show({ backend });
    const ready = await page.evaluate(() => (globalThis as unknown as Marks).ready);
    const before = asked.filter(({ at }) => at < ready).map(({ path }) => path);
    const scripts = [...new Set(before)].filter((path) => path.endsWith('.js'));
    const sizes = await Promise.all(
      scripts.map(async (path) => gzipSync(await readFile(join(import.meta.dirname, '../../dist', path))).length),
    );
    expect(scripts.some((path) => path.includes('echarts'))).toBe(true);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(budget);
    expect(problems).toEqual([]);
    await page.waitForSelector(`html[data-backend="${backend}"]`, { state: 'attached', timeout: patience });
  });
});

interface Marks {
  /** When the first picture was there, in milliseconds since 1970. */
  ready: number;
}

/** Runs in the page before anything else. */
function watchReady(): void {
  new MutationObserver((_, observer) => {
    if (document.documentElement?.dataset.ready !== 'true') return;
    (globalThis as unknown as Marks).ready = performance.timeOrigin + performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });
}
