/**
 * The page of `examples/browser`, bundled by Vite as its readers would and used in a browser.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenPage, openPage, type ServedFolder, serveFolder } from '@internal/testing';
import { bundledGame } from '@trilogue/core';
import { simulate } from '@trilogue/engine';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder: string;
let server: ServedFolder;
let open: OpenPage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trilogue-example-'));
  const root = join(import.meta.dirname, '../../../examples/browser');
  await build({ configFile: false, root, logLevel: 'error', worker: { format: 'es' }, build: { outDir: folder } });
  server = await serveFolder(folder);
  open = await openPage({ url: server.url, gpu: 'none' });
}, 120_000);
afterAll(async () => {
  await open?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the page says once its newest question is answered. */
async function answer(): Promise<string> {
  const output = open.page.locator('output', { hasText: 'on wasm' });
  await output.waitFor({ timeout: 60_000 });
  return output.innerText();
}

async function expected(tau: number): Promise<string> {
  const { outcomes } = await simulate({
    ...{ game: bundledGame('data-sharing'), set: { tau }, tolerance: 0.01, backend: 'wasm' },
    ...{ times: 0, passages: false },
  });
  const shown = outcomes.filter(({ probability }) => probability > 0);
  const lines = shown.map(({ profile, low, high }) => `${profile.join(', ')}: ${low.toFixed(2)} to ${high.toFixed(2)}`);
  return [...lines, 'on wasm'].join('\n');
}

it('shows the figures of Node, and those of the newest question alone', async () => {
  expect(await answer()).toBe(await expected(0.5));
  // two moves, the second before the first can be answered
  await open.page.evaluate(() => {
    const [slider, output] = [document.querySelector('input')!, document.querySelector('output')!];
    for (const value of ['0.3', '0.8']) {
      slider.value = value;
      slider.dispatchEvent(new Event('input'));
    }
    output.textContent = '';
  });
  expect(await answer()).toBe(await expected(0.8));
  expect(open.problems).toEqual([]);
});
