/**
 * The built studio in a browser, opened at a state, for tests of views.
 */
import { join } from 'node:path';
import { openPage, serveFolder } from '@internal/testing';
import { bundledGameText } from '@trilogue/core';
import type { Page } from 'playwright-core';
import { writeAddress } from '../../src/address/address';
import { type StudioState, stateOfGame } from '../../src/state/state';

export interface StudioPage {
  readonly page: Page;
  /** What went wrong in the page so far. */
  readonly problems: readonly string[];
  /** Shows another state, and waits until nothing in it is computed any more. */
  show(game: string, change: Partial<StudioState>): Promise<void>;
  /** Waits until nothing is computed any more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Everything in these tests is computed by the WebAssembly backend, which gives the same bits in Node. */
const usual: Partial<StudioState> = {
  ...{ backend: 'wasm', language: 'en', theme: 'light', seed: 'views' },
  accuracy: { paths: 2000, dt: 0.25 },
};

/** The state that `show` shows. */
function stateFor(game: string, change: Partial<StudioState>): StudioState {
  return { ...stateOfGame(bundledGameText(game)), ...usual, ...change };
}

const patience = 100_000;

export async function openStudio(): Promise<StudioPage> {
  const served = await serveFolder(join(import.meta.dirname, '../../dist'));
  const { page, problems, close } = await openPage({ url: 'about:blank', gpu: 'none' });
  const settled = async () => {
    await page.waitForFunction(
      () => {
        const stages = [...document.querySelectorAll<HTMLElement>('main [data-stage]')];
        const isThere = document.documentElement.dataset.ready === 'true';
        return isThere && stages.every(({ dataset }) => dataset.stage === 'final');
      },
      undefined,
      { timeout: patience, polling: 50 },
    );
    // what the last result changes is drawn in the next frame or in the worker: pictures settle
    await page.waitForTimeout(150);
  };
  return {
    page,
    problems,
    settled,
    async show(game, change) {
      await page.goto('about:blank');
      await page.goto(`${served.url}${await writeAddress(stateFor(game, change))}`, { timeout: patience });
      await page.locator(`#tab-${change.view}[aria-selected=true]`).waitFor({ timeout: patience });
      await settled();
    },
    async close() {
      await close();
      await served.close();
    },
  };
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
