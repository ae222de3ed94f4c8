/**
 * The view of the equilibria: the figures of `@trilogue/analysis`, in both languages.
 */
import { conditions, equilibria } from '@trilogue/analysis';
import { bundledGame, pointAt } from '@trilogue/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio } from '../browser/studio';

const game = bundledGame('data-sharing');
const set = { tau: 0.4 };
const point = pointAt(game, { scenario: 'independent', set });
const found = equilibria(game, point);
const patience = 120_000;

describe(
  'the view of the equilibria',
  () => {
    let studio: OpenStudio;
    beforeAll(async () => {
      studio = await openStudio();
      await studio.show({ game: 'data-sharing', view: 'equilibria', scenario: 'independent', set });
      await studio.settled();
    }, patience);
    afterAll(() => studio.close());

    it('lists all with their types and eigenvalues, and what the proof says', async () => {
      const rows = await studio.page.locator('[data-figures="equilibria"] tbody tr').evaluateAll((all) =>
        all.map((row) => ({
          type: (row as HTMLElement).dataset.type,
          eigenvalues: JSON.parse(row.querySelector<HTMLElement>('[data-value]')!.dataset.value!),
        })),
      );
      expect(rows).toEqual(found.equilibria.map(({ type, eigenvalues }) => ({ type, eigenvalues })));
      expect(rows.length).toBeGreaterThan(8);
      expect(found.complete).toBe(true);
      expect(await studio.page.locator('[data-proof="complete"]').textContent()).toContain('Proven');
      expect(studio.problems).toEqual([]);
    });

    it('has the conditions as formulas with values and intervals', async () => {
      const [first] = conditions(game, point);
      const profile = studio.page.locator(`[data-profile="${first!.profile.join()}"]`);
      const values = await profile
        .locator('[data-figures="conditions"] [data-value]')
        .evaluateAll((all) => all.map((cell) => Number((cell as HTMLElement).dataset.value)));
      expect(values).toEqual(first!.conditions.map(({ value }) => value));
      expect(await profile.locator('math').first().textContent()).toMatch(/<\s*0$/);
      const intervals = await profile
        .locator('[data-figures="intervals"] [data-value]')
        .evaluateAll((all) => all.map((cell) => JSON.parse((cell as HTMLElement).dataset.value!)));
      const ends = first!.intervals.map(({ low, high }) => [low, high]);
      expect(intervals.length).toBeGreaterThan(0);
      for (const interval of intervals) expect(ends).toContainEqual(interval);
    });

    it('has what is kept and the exponents under noise', async () => {
      const shown = await studio.page
        .locator('[data-figures="noise"] [data-value]')
        .evaluateAll((all) => all.map((cell) => JSON.parse((cell as HTMLElement).dataset.value!)));
      const pure = found.equilibria.flatMap(({ stochastic }) => (stochastic === null ? [] : [stochastic.directions]));
      const kept = found.equilibria.flatMap(({ stochastic }) => (stochastic === null ? [] : [stochastic.kept]));
      const exponents = pure.map((directions) => directions.map(({ almostSure }) => almostSure));
      expect(shown).toEqual(exponents.flatMap((own, k) => (kept[k] === null ? [own] : [kept[k], own])));
    });

    it('opens and closes conditions with the keyboard, and is in Chinese where the page is', async () => {
      const closed = studio.page.locator('details[data-profile]:not([open])').first();
      const name = await closed.getAttribute('data-profile');
      await closed.locator('summary').focus();
      await studio.page.keyboard.press('Enter');
      expect(await studio.page.locator(`details[data-profile="${name}"]`).getAttribute('open')).not.toBeNull();
      await studio.show({ game: 'data-sharing', view: 'equilibria', language: 'zh-CN' });
      await studio.settled();
      const text = await studio.page.locator('main').innerText();
      for (const term of ['均衡点', '雅可比矩阵的特征值', '渐近稳定', '鞍点', '随机稳定性', '演化稳定策略']) {
        expect(text).toContain(term);
      }
    });
  },
  patience,
);
