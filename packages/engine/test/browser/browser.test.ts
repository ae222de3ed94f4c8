/**
 * The engine in a real browser: WebGPU, WebGL2 and WebAssembly in headless Chromium, on its software adapters.
 * Each result names the backend that ran; words are compared bit for bit, paths and ensembles with those of Node.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleForBrowser, type OpenPage, openPage, type ServedFolder, serveFolder } from '@internal/testing';
import { bundledGame } from '@trilogue/core';
import { replay, simulate } from '@trilogue/engine';
import { wordAt } from '@trilogue/random';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReferenceBackend } from '../../src/backends/reference.js';
import { single } from '../../src/program/evaluate.js';
import { compareTallies, stillCells, stillKernel } from '../backends/gpu/reduction-case.js';
import type { EnginePage } from './page.js';

let folder: string;
let server: ServedFolder;
let open: OpenPage;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trilogue-page-'));
  await bundleForBrowser(join(import.meta.dirname, 'page.ts'), folder);
  server = await serveFolder(folder);
  open = await openPage({ url: server.url });
}, 120_000);
afterAll(async () => {
  await open?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Calls a function of the page. */
function call<Name extends keyof EnginePage>(
  name: Name,
  ...args: Parameters<EnginePage[Name]>
): ReturnType<EnginePage[Name]> {
  const inPage = ([fn, values]: [string, unknown[]]) =>
    (globalThis as unknown as { engine: Record<string, (...args: unknown[]) => unknown> }).engine[fn](...values);
  return open.page.evaluate(inPage, [name, args] as [string, unknown[]]) as ReturnType<EnginePage[Name]>;
}

describe.each(['webgpu', 'webgl2', 'wasm', 'cpu'] as const)('%s in a page', (name) => {
  it('opens under its own name', async () => {
    const opened = await call('open', name);
    expect(opened.name).toBe(name);
    if (name === 'webgpu' || name === 'webgl2') expect(opened.device).toMatch(/swiftshader/i);
  });

  it('draws the words of Philox4x32-10', async () => {
    const key = { lo: 0x243f6a88, hi: 0x85a308d3 };
    for (const [path, cell] of [
      [0, 0],
      [2 ** 32 + 6, 2 ** 32 - 1],
    ]) {
      const words = await call('words', name, path, cell, 6);
      expect(words).toEqual(words.map((_, index) => wordAt(key, cell, path, index) >>> 8));
    }
  });

  it('follows the paths of Node', async () => {
    for (const scheme of ['weak-euler', 'euler'] as const) {
      const found = await call('path', name, 5, scheme);
      const exact = await replay({ game: bundledGame('data-sharing'), path: 5, scheme, dt: 0.1, backend: 'wasm' });
      expect(found.backend).toBe(name);
      const expected = exact.shares['A.share'];
      expect(found.share).toHaveLength(expected.length);
      if (name === 'wasm') expect(found.share).toEqual(expected);
      for (const [i, share] of found.share.entries()) expect(Math.abs(share - expected[i])).toBeLessThan(1e-3);
    }
  });

  it('gives the outcomes of Node', async () => {
    const paths = 3000;
    for (const scheme of ['weak-euler', 'euler'] as const) {
      const found = await call('simulate', name, scheme, paths);
      const game = bundledGame('data-sharing');
      const exact = await simulate({ game, paths, scheme, dt: 0.1, times: 4, passages: false, backend: 'wasm' });
      expect(found.backend).toBe(name);
      for (const [i, outcome] of found.outcomes.entries()) {
        // the noise is the same: only paths that rounding turns over may count differently
        expect(Math.abs(outcome.count - exact.outcomes[i].count)).toBeLessThan(10);
      }
      if (name === 'wasm') expect(found.final).toEqual(exact.final);
    }
  });
});

describe.each(['webgpu', 'webgl2'] as const)('reduction on %s in a page', (name) => {
  it('sums what the reference sums, on the device and in memory', async () => {
    const seed = `states ${Math.random()}`;
    const truth = await createReferenceBackend(single).open(stillKernel());
    const exact = await truth.run({ cells: stillCells(seed), firstPath: 0, paths: 6 });
    const found = await call('tallies', name, 'on device', seed, 6);
    expect(() => compareTallies(found, exact, 6), seed).not.toThrow();
    expect(await call('tallies', name, 'in memory', seed, 6), seed).toEqual([...exact]);
  });
});

describe('auto in a page', () => {
  it('passes over GPUs that are computed by the processor, and says so', async () => {
    const opened = await call('open', 'auto');
    expect(opened.name).toBe('wasm');
    expect(opened.passedOver.map((passed) => passed.name)).toEqual(['webgpu', 'webgl2']);
    for (const { reason } of opened.passedOver) expect(reason).toMatch(/computed by the processor/);
  });

  it('leaves no uncaught error behind', () => {
    expect(open.problems).toEqual([]);
  });
});
