/**
 * The built page in a browser, opened at a state.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenPage, openPage, type PageGpu, type ServedFolder, serveFolder } from '@internal/testing';
import type { Page } from 'playwright-core';
import { writeAddress } from '../../src/address/address';
import { firstState, type StudioState } from '../../src/state/state';

const site = join(import.meta.dirname, '../../dist');

/** Small enough for a test, and with paths and step given, so that every backend does the same steps. */
const quick: Partial<StudioState> = {
  accuracy: { paths: 2000, dt: 0.1 },
  cells: 5,
  horizon: 10,
  language: 'en',
};

export interface OpenStudio extends OpenPage {
  readonly server: ServedFolder;
  /** Goes to a state. */
  go(state: Partial<StudioState>): Promise<void>;
  /** Goes to a state and waits for its first result. */
  show(state: Partial<StudioState>): Promise<void>;
}

export async function openStudio(gpu: PageGpu, state: Partial<StudioState> = {}): Promise<OpenStudio> {
  if (!existsSync(join(site, 'index.html')))
    throw new Error('The page is not built: npm run build -w @trilogue/studio');
  const server = await serveFolder(site, { headers: { 'Cache-Control': 'no-cache' } });
  const address = async (of: Partial<StudioState>) =>
    server.url + (await writeAddress({ ...firstState(), ...quick, ...of }));
  const open = await openPage({ url: await address(state), gpu });
  const go = async (next: Partial<StudioState>) => {
    // a new address of the same page would keep the page, and with it the marks
    await open.page.goto('about:blank');
    await open.page.goto(await address(next));
  };
  return {
    ...open,
    server,
    go,
    async show(next) {
      await go(next);
      await ready(open.page);
    },
    async close() {
      await open.close();
      await server.close();
    },
  };
}

export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 50_000 });
}

/** Waits until every result on the page is the last one. */
export async function final(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const stages = [...document.querySelectorAll<HTMLElement>('[data-stage]')];
      return stages.length > 0 && stages.every((element) => element.dataset.stage === 'final');
    },
    undefined,
    { timeout: 50_000 },
  );
}

/** The text of the file that a click makes the page save. */
export async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return { name: download.suggestedFilename(), text: Buffer.concat(parts).toString('utf8') };
}
