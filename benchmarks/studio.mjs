/**
 * The studio in headless Chromium: first paint and first result, the answer to a slider, tasks of the page's thread over 50 ms
 * while it computes, sizes of the scripts. Needs `npm run build` and a Chromium (or CHROME_PATH).
 *
 *   node benchmarks/studio.mjs [webgpu|webgl2|wasm ...]
 *
 * The cache is warm: every measured load follows one that is thrown away. WebGPU and WebGL2 run on Chromium's software adapters.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { serveSite } from '../apps/cli/dist/studio/serve.js';

const site = join(import.meta.dirname, '../apps/studio/dist');
const loads = 7;
const moves = 40;
const places = JSON.parse(
  readFileSync(join(import.meta.dirname, '../internal/testing/src/browser/chromium-places.json'), 'utf8'),
);
const executablePath =
  process.env.CHROME_PATH ?? (places[process.platform] ?? []).find((/** @type {string} */ file) => existsSync(file));
const software = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
/** @type {Record<string, string[]>} */
const graphics = {
  webgpu: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', ...software],
  webgl2: software,
  wasm: ['--disable-gpu', '--disable-3d-apis'],
};

const wanted = process.argv.slice(2);
console.log(`load average ${loadavg()[0].toFixed(1)}; median (95th percentile), milliseconds`);
sizes();
for (const backend of wanted.length > 0 ? wanted : Object.keys(graphics)) await measure(backend);

/** @param {string} backend */
async function measure(backend) {
  const server = await serveSite(site, 0);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-quic', ...graphics[backend]],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(watch);
    await page.addInitScript((name) => {
      const record = { version: 1, game: 'data-sharing', backend: name };
      localStorage.setItem('trilogue-studio', JSON.stringify(record));
    }, backend);
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
    // a slider is pulled while everything is being refined
    const slider = page.locator('input[type=range]').nth(10);
    const answers = [];
    await page.evaluate(() => {
      globalThis.studioMarks.long.length = 0;
    });
    for (let move = 0; move < moves; move++) {
      answers.push(
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
          0.3 + (0.4 * ((move * 17) % moves)) / moves,
        ),
      );
    }
    const long = await page.evaluate(() => globalThis.studioMarks.long);
    console.log(`${backend}, ${loads} loads, ${moves} moves`);
    console.log(`  first paint       ${figures(paints)}`);
    console.log(`  first result      ${figures(results)}`);
    console.log(`  slider to picture ${figures(answers)}`);
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

/** Scripts before the first picture: all but what other views and backends load. */
function sizes() {
  const assets = join(site, 'assets');
  const later = /^(gpu|webgpu|png-web|dist|view)-/;
  const scripts = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const sum = (/** @type {string[]} */ names, /** @type {(content: Buffer) => Buffer} */ pack) =>
    names.reduce((bytes, name) => bytes + pack(readFileSync(join(assets, name))).length, 0);
  const first = scripts.filter((name) => !later.test(name));
  const kilobytes = (/** @type {number} */ bytes) => `${Math.round(bytes / 1000)} kB`;
  console.log(
    `scripts before the first picture: ${kilobytes(sum(first, gzipSync))} gzip, ${kilobytes(sum(first, brotliCompressSync))} brotli; with GPU.js ${kilobytes(sum([...first, ...scripts.filter((name) => name.startsWith('gpu-'))], brotliCompressSync))} brotli`,
  );
}

/** @param {number[]} values */
function figures(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ part) =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]);
  return `${at(0.5)} (${at(0.95)})`;
}
