/**
 * A page in a headless browser, with the graphics interface a test asks for, on machines without a graphics card too.
 * Owns the browser's command line. Starts no server and makes no bundle.
 */
import type { Page } from 'playwright-core';
import { findChromium } from './find-chromium.js';

/** Graphics interfaces of the page: WebGPU (and WebGL2), WebGL2 alone, or neither. All are computed in software. */
export type PageGpu = 'webgpu' | 'webgl2' | 'none';

/** An open page and what went wrong in it so far. */
export interface OpenPage {
  readonly page: Page;
  /** Uncaught errors and `console.error` messages of the page, oldest first; grows while the page lives. */
  readonly problems: readonly string[];
  /** Closes the page and ends its browser. */
  close(): Promise<void>;
}

// No sandbox: it cannot be set up as root, as in containers, and the pages are our own. The rest keeps the browser off the
// network and its traffic readable.
const common = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
];

const webgl2 = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

const graphics: Record<PageGpu, readonly string[]> = {
  webgpu: ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader', ...webgl2],
  webgl2,
  none: ['--disable-gpu', '--disable-3d-apis'],
};

/**
 * Opens `url` in a browser of its own and waits for its load event. Costs about a second: share a page between tests.
 *
 * @param options.url an address on 127.0.0.1 or localhost; elsewhere a page over plain HTTP gets no WebGPU.
 * @param options.gpu default `'webgpu'`.
 * @throws when no browser is found (see `findChromium`) or the address does not answer.
 */
export async function openPage({ url, gpu = 'webgpu' }: { url: string; gpu?: PageGpu }): Promise<OpenPage> {
  // Loaded here, because most users of this package never open a page.
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: findChromium(), args: [...common, ...graphics[gpu]] });
  try {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    await page.goto(url, { waitUntil: 'load' });
    return { page, problems, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
