/**
 * No violations that axe-core knows, in both languages and both themes, wide and on a phone; nothing is wider than the page.
 */
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages, themes, type ViewName } from '../../src/state/state';
import { openStudio, type StudioPage } from './studio-page';

const axe = createRequire(import.meta.url).resolve('axe-core');
const patience = 300_000;
const game = 'hawk-dove-asymmetric';

/** Settings with which every view is there quickly. */
const quick = {
  metric: 'mean(owner.hawk)',
  options: {
    sensitivity: { samples: 256 },
    recommendation: { target: 0.95, without: 'sigma_owner,sigma_intruder' },
  },
};

describe('views without violations', () => {
  let studio: StudioPage;
  beforeAll(async () => {
    studio = await openStudio();
  }, patience);
  afterAll(() => studio.close());

  it.each<ViewName>(['cube', 'equilibria', 'sensitivity', 'scenarios', 'recommendation'])('%s', async (view) => {
    for (const [i, theme] of themes.entries()) {
      for (const language of languages) {
        await studio.page.setViewportSize({ width: i === 0 ? 1200 : 360, height: 800 });
        await studio.show(game, { ...quick, view, language, theme });
        await studio.page.addScriptTag({ path: axe });
        const violations = await studio.page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
          interface Violation {
            readonly id: string;
            readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
          }
          const found = (await axe.run()).violations;
          return found.map(({ id, nodes }) => `${id}: ${nodes[0]!.html} ${nodes[0]!.failureSummary}`);
        });
        expect(violations, `${view}, ${language}, ${theme}`).toEqual([]);
        const [page, window] = await studio.page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        expect(page, `${view} at ${window} pixels`).toBeLessThanOrEqual(window!);
      }
    }
    expect(studio.problems).toEqual([]);
  }, patience);
});
