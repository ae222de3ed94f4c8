import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleForBrowser } from '../../src/browser/bundle-for-browser.js';
import { openPage, type PageGpu } from '../../src/browser/open-page.js';
import { type ServedFolder, serveFolder } from '../../src/browser/serve-folder.js';
import type { PageReport } from '../fixtures/page-entry.js';

describe('openPage', () => {
  let folder: string;
  let server: ServedFolder;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trilogue-page-'));
    await bundleForBrowser(join(import.meta.dirname, '../fixtures/page-entry.ts'), folder);
    server = await serveFolder(folder);
  });

  afterAll(async () => {
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function reportOf(gpu: PageGpu): Promise<PageReport> {
    const { page, problems, close } = await openPage({ url: server.url, gpu });
    try {
      const report = await page.evaluate<PageReport>('report()');
      expect(problems).toEqual([]);
      return report;
    } finally {
      await close();
    }
  }

  it('gives a WebGPU adapter that computes, WebGL2 beside it, in an isolated page', async () => {
    expect(await reportOf('webgpu')).toEqual({ isolated: true, webgl2: true, squares: [1, 4, 9, 16] });
  });

  it('gives WebGL2 without WebGPU', async () => {
    expect(await reportOf('webgl2')).toEqual({ isolated: true, webgl2: true, squares: null });
  });

  it('gives neither', async () => {
    expect(await reportOf('none')).toEqual({ isolated: true, webgl2: false, squares: null });
  });

  it('collects what goes wrong in the page', async () => {
    const { page, problems, close } = await openPage({ url: server.url, gpu: 'none' });
    try {
      await page.evaluate(`console.error('complaint'); setTimeout(() => { throw new Error('uncaught'); })`);
      await expect.poll(() => problems).toEqual(['complaint', 'Error: uncaught']);
    } finally {
      await close();
    }
  });

  it('refuses an address where nothing answers', async () => {
    await expect(openPage({ url: 'http://127.0.0.1:9/', gpu: 'none' })).rejects.toThrow(/127\.0\.0\.1:9/);
  });
});
