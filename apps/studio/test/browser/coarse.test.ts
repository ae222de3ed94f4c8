/**
 * What the page shows before the last pass: no interval and no third digit, in tables, pictures and their words.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenStudio, openStudio, patience } from './studio';

let studio: OpenStudio;
beforeAll(async () => {
  studio = await openStudio();
  await studio.page.addInitScript(watch);
}, patience);
afterAll(() => studio?.close());

/** Runs in the page: keeps what cards show while their result is coarse or finer, and what those with last results show. */
function watch(): void {
  const seen = { rough: new Set<string>(), final: new Set<string>() };
  Object.assign(globalThis, { seen });
  const look = () => {
    for (const card of document.querySelectorAll('main section')) {
      const stage = card.querySelector<HTMLElement>('[data-stage]')?.dataset.stage ?? '';
      if (stage === 'none' || stage === 'stale' || stage === '') continue;
      for (const figure of card.querySelectorAll('td, svg text, svg desc')) {
        const text = figure.textContent!.trim();
        if (text !== '') (stage === 'final' ? seen.final : seen.rough).add(text);
      }
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
}

async function figuresOf(which: 'rough' | 'final'): Promise<string[]> {
  const all = await studio.page.evaluate((kept) => {
    const { seen } = globalThis as unknown as { seen: Record<'rough' | 'final', Set<string>> };
    return [...seen[kept]];
  }, which);
  return all.filter((text) => /\d/.test(text));
}

const precise = /\d\.\d{3}/;
const within = /\d ?[–] ?\d|\d to \d\.\d+\)/;

/** So many that the last pass does not end while the test looks. */
const endless = { tolerance: null, paths: 10_000_000, dt: 0.01 };

it.each([
  ['outcomes', {}],
  ['overview', {}],
  ['scenarios', {}],
  ['sensitivity', { metric: 'mean(owner.hawk)', game: 'hawk-dove-asymmetric' }],
] as const)(
  '%s: numbers of two digits and no intervals',
  async (view, change) => {
    await studio.show({ game: 'matching-pennies', view, ...endless, ...change });
    await expect.poll(async () => (await figuresOf('rough')).length, { timeout: patience }).toBeGreaterThan(6);
    const rough = await figuresOf('rough');
    expect(rough.filter((text) => precise.test(text) || within.test(text))).toEqual([]);
    expect(studio.problems).toEqual([]);
  },
  patience,
);

it(
  'then those of the last pass',
  async () => {
    await studio.show({ game: 'matching-pennies', view: 'outcomes' });
    await studio.settled();
    const last = await figuresOf('final');
    expect(last.filter((text) => within.test(text)).length).toBeGreaterThan(4);
    expect(last.filter((text) => precise.test(text)).length).toBeGreaterThan(4);
  },
  patience,
);

it(
  'nothing, where a long game leaves no time for a step that is short enough',
  async () => {
    await studio.go({
      game: 'matching-pennies',
      view: 'overview',
      horizon: 1e4,
      tolerance: null,
      paths: 20_000,
      dt: 0.1,
    });
    const stages = studio.page.locator('main [data-stage]');
    await expect.poll(() => stages.count(), { timeout: patience }).toBe(3);
    // the last pass is on its way: the others were left out
    await expect.poll(() => stages.first().textContent(), { timeout: patience }).toMatch(/\d %/);
    expect(await stages.evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset.stage))).toEqual([
      ...['none', 'none', 'none'],
    ]);
  },
  patience,
);
