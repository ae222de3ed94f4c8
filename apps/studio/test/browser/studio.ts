/**
 * The built page in a browser, opened at a state. The page is closed and its server stopped by who opened it.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type OpenPage, openPage, type PageGpu, type ServedFolder, serveFolder } from '@internal/testing';
import { bundledGameText } from '@trilogue/core';
import type { Page } from 'playwright-core';
import { writeAddress } from '../../src/address/address';
import { firstGame, type StudioState, stateOfGame } from '../../src/state/state';

const site = join(import.meta.dirname, '../../dist');

/** What differs from the first state of a game. */
export interface Shown extends Partial<StudioState> {
  /** Name of a bundled game; default the one that the page opens with. */
  readonly game?: string;
}

/** Small enough for a test, and with paths and step given, so that every backend does the same steps. */
const quick: Partial<StudioState> = {
  ...{ language: 'en', theme: 'light', seed: 'seen', cells: 5 },
  tolerance: null,
  paths: 2000,
  dt: 0.25,
};

/** Milliseconds within which a page answers, on a busy machine too. */
export const patience = 100_000;

export interface OpenStudio extends OpenPage {
  readonly server: ServedFolder;
  /** Goes to a state: a new page, which keeps what the browser has stored. */
  go(state: Shown): Promise<void>;
  /** Goes to a state and waits for its first result. */
  show(state: Shown): Promise<void>;
  /** Waits for the first result. */
  ready(): Promise<void>;
  /** Waits until everything on the page is the last result, and drawn. */
  settled(): Promise<void>;
}

/** A browser of its own, at an empty page. Every address that it goes to is one of `server`. */
export async function openStudio(gpu: PageGpu = 'none'): Promise<OpenStudio> {
  if (!existsSync(join(site, 'index.html')))
    throw new Error('The page is not built: npm run build -w @trilogue/studio');
  const server = await serveFolder(site, { headers: { 'Cache-Control': 'no-cache' } });
  const open = await openPage({ url: 'about:blank', gpu });
  const { page } = open;
  const go = async (state: Shown) => {
    // a new address of the same page would keep the page, and with it the marks
    await page.goto('about:blank');
    await page.goto(server.url + (await addressOf(state)), { timeout: patience });
    // a game of a link waits to be asked for
    if (state.gameText !== undefined) await page.getByRole('button', { name: 'Open it' }).click();
  };
  const ready = async () => {
    await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: patience });
  };
  return {
    ...open,
    ...{ server, go, ready },
    async show(state) {
      await go(state);
      await ready();
    },
    async settled() {
      await ready();
      await page.waitForFunction(isSettled, undefined, { timeout: patience });
    },
    async close() {
      await open.close();
      await server.close();
    },
  };
}

/** The part of the address after the page, such as `#s=...`. */
function addressOf({ game = firstGame, ...change }: Shown): Promise<string> {
  return writeAddress({ ...stateOfGame(bundledGameText(game)), ...quick, ...change });
}

/** Runs in the page. */
export function isSettled(): boolean {
  const stages = [...document.querySelectorAll<HTMLElement>('main [data-stage]')];
  return (
    stages.every(({ dataset }) => dataset.stage === 'final') &&
    document.querySelector('main [aria-busy="true"]') === null
  );
}

/** Numbers that stand beside the figures of a table, by the name of their row. */
export async function valuesOf(page: Page, figures: string): Promise<Record<string, number[]>> {
  return page.locator(`[data-figures="${figures}"]`).evaluate((table) => {
    const rows = [...table.querySelectorAll('tbody tr')];
    return Object.fromEntries(
      rows.map((row) => [
        row.querySelector('th')!.textContent,
        [...row.querySelectorAll<HTMLElement>('[data-value]')].map(({ dataset }) => Number(dataset.value)),
      ]),
    );
  });
}

/** The file that a click makes the page save. */
export async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const parts: Buffer[] = [];
  for await (const part of await download.createReadStream()) parts.push(part as Buffer);
  return { name: download.suggestedFilename(), content: Buffer.concat(parts) };
}
