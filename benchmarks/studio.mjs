/**
 * The studio in headless Chromium: first paint and first result, the answer to a slider that is pulled and to one that is moved every
 * half a second, while everything is being refined, tasks of the page's thread over 50 ms while it computes, what is asked for
 * before the first picture. Needs `npm run build` and a Chromium (or CHROME_PATH).
 *
 *   node benchmarks/studio.mjs [--loads 7] [--moves 40] [webgpu|webgl2|wasm ...]
 *
 * The cache is warm: every measured load follows one that is thrown away. WebGPU and WebGL2 run on Chromium's software adapters; the
 * page itself is not painted by these, since no graphics card would take as long for it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { serveSite } from '../apps/cli/dist/studio/serve.js';

const site = join(import.meta.dirname, '../apps/studio/dist');
const { values: options, positionals: wanted } = parseArgs({
  options: { loads: { type: 'string', default: '7' }, moves: { type: 'string', default: '40' } },
  allowPositionals: true,
});
const [loads, moves] = [Number(options.loads), Number(options.moves)];
const places = JSON.parse(
  readFileSync(join(import.meta.dirname, '../internal/testing/src/browser/chromium-places.json'), 'utf8'),
);
const executablePath =
  process.env.CHROME_PATH ?? (places[process.platform] ?? []).find((/** @type {string} */ file) => existsSync(file));
const software = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-rasterization'];
/** @type {Record<string, string[]>} */
const graphics = {
  webgpu: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', ...software],
  webgl2: software,
  wasm: ['--disable-gpu', '--disable-3d-apis'],
};

console.log(`load average ${loadavg()[0].toFixed(1)}; median (95th percentile), milliseconds`);
for (const backend of wanted.length > 0 ? wanted : Object.keys(graphics)) await measure(backend);

/** @param {string} backend */
async function measure(backend) {
  const server = await serveSite(site, 0);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-quic', ...graphics[backend]],
  });
  try {
    console.log(`${backend}, ${loads} loads, ${moves} moves`);
    console.log(`  before the first picture: ${await transferred(browser, server.url, backend)}`);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(watch);
    await page.addInitScript(choose, backend);
    const paints = [];
    const results = [];
    for (let load = 0; load <= loads; load++) {
      await page.goto('about:blank');
      await page.goto(server.url);
      await page.waitForFunction(() => globalThis.studioMarks.ready > 0, undefined, { timeout: 120_000 });
      const seen = await page.evaluate(() => ({
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN,
        ready: globalThis.studioMarks.ready,
      }));
      if (load === 0) continue;
      paints.push(seen.paint);
      results.push(seen.ready);
    }
    const slider = page.locator('input[type=range]').nth(10);
    /** @type {number[][]} */
    const [pulled, rested] = [[], []];
    await page.evaluate(() => {
      globalThis.studioMarks.long.length = 0;
    });
    for (let move = 0; move < 2 * moves; move++) {
      // pulled, then moved now and then, while everything is being refined
      if (move >= moves) await page.waitForTimeout(500);
      (move < moves ? pulled : rested).push(
        await slider.evaluate(
          (input, value) =>
            new Promise((resolve) => {
              const picture = document.querySelector('main section svg');
              const started = performance.now();
              const observer = new MutationObserver(() => {
                if (document.querySelector('main section svg') === picture) return;
                observer.disconnect();
                requestAnimationFrame(() => resolve(performance.now() - started));
              });
              observer.observe(document.querySelector('main'), { childList: true, subtree: true });
              const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
              set?.call(input, String(value));
              input.dispatchEvent(new Event('input', { bubbles: true }));
            }),
          0.3 + (0.4 * ((move * 17) % (2 * moves))) / (2 * moves),
        ),
      );
    }
    const long = await page.evaluate(() => globalThis.studioMarks.long);
    console.log(`  first paint       ${figures(paints)}`);
    console.log(`  first result      ${figures(results)}`);
    console.log(`  slider, pulled    ${figures(pulled)}`);
    console.log(`  slider, rested    ${figures(rested)}`);
    console.log(`  tasks over 50 ms  ${long.length} (longest ${Math.round(Math.max(0, ...long))})`);
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Runs in the page before anything else. */
function watch() {
  const marks = { ready: 0, /** @type {number[]} */ long: [] };
  globalThis.studioMarks = marks;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) marks.long.push(entry.duration);
  }).observe({ entryTypes: ['longtask'] });
  new MutationObserver(() => {
    if (marks.ready === 0 && document.documentElement?.dataset.ready === 'true') marks.ready = performance.now();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-ready'] });
}

/** Runs in the page: the state that the page finds kept. @param {string} backend */
function choose(backend) {
  const state = { version: 1, game: 'data-sharing', backend };
  localStorage.setItem('trilogue-studio', JSON.stringify({ addresses: [], state }));
}

/**
 * What an empty cache asks for until the first picture is drawn, by the browser's own list of requests, those of workers
 * included.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {string} backend
 */
async function transferred(browser, url, backend) {
  // the service worker keeps the rest of the site for later
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  /** @type {Promise<{ path: string, asked: number, body: Buffer } | null>[]} */
  const answers = [];
  await page.addInitScript(watch);
  await page.addInitScript(choose, backend);
  page.on('response', (response) => {
    const [path, asked] = [new URL(response.url()).pathname, response.request().timing().startTime];
    // what a graphics device needs may still be on its way when the page is closed
    const body = response.body().then((content) => ({ path, asked, body: content }));
    answers.push(body.catch(() => null));
  });
  await page.goto(url);
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 120_000 });
  const ready = await page.evaluate(() => performance.timeOrigin + globalThis.studioMarks.ready);
  await context.close();
  const before = (await Promise.all(answers)).filter((answer) => answer !== null).filter(({ asked }) => asked < ready);
  const seen = new Map(before.map(({ path, body }) => [path, body]));
  const scripts = [...seen].filter(([path]) => path.endsWith('.js')).map(([, body]) => body);
  const sum = (/** @type {(content: Buffer) => Buffer} */ pack) =>
    `${Math.round(scripts.reduce((bytes, body) => bytes + pack(body).length, 0) / 1000)} kB`;
  return `${scripts.length} scripts, ${sum(gzipSync)} gzip, ${sum(brotliCompressSync)} brotli`;
}

/** @param {number[]} values */
function figures(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ part) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]);
  return `${at(0.5)} (${at(0.95)})`;
}
