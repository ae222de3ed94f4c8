/**
 * The comparison of scenarios: the figures of `simulate` for the same seed.
 */
import { bundledGame } from '@trilogue/core';
import { openBackend, simulate } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { between } from '../../src/views/scenarios/input';
import { type OpenStudio, openStudio } from '../browser/studio';

const patience = 120_000;

describe('values between times', () => {
  it('lie on straight lines, and the last goes on', () => {
    expect(between([0, 1, 3], [0, 1, 0], [0, 0.5, 1, 2, 3, 4])).toEqual([0, 0.5, 1, 0.5, 0, 0]);
  });
});

describe(
  'scenarios side by side',
  () => {
    let studio: OpenStudio;
    beforeAll(async () => {
      studio = await openStudio();
      await studio.show({ game: 'data-sharing', view: 'scenarios', set: { tau: 0.6 } });
      await studio.settled();
    }, patience);
    afterAll(() => studio.close());

    it('has the figures of each scenario as the file has it, and of what is set now', async () => {
      const game = bundledGame('data-sharing');
      const { backend } = await openBackend('wasm');
      const run = (scenario: string | undefined, set: Record<string, number>) =>
        simulate({ game, scenario, set, seed: 'seen', paths: 2000, dt: 0.25, backend });
      const all = [await run(undefined, {})];
      for (const name of Object.keys(game.scenarios)) all.push(await run(name, {}));
      all.push(await run(undefined, { tau: 0.6 }));
      await backend.close();
      const rows = await studio.page
        .locator('[data-figures="scenarios"] tbody tr')
        .evaluateAll((found) =>
          found.map((row) =>
            [...row.querySelectorAll<HTMLElement>('[data-value]')].map(({ dataset }) => Number(dataset.value)),
          ),
        );
      const expected = [
        ...all[0]!.outcomes.map((_, k) => all.map(({ outcomes }) => outcomes[k]!.probability)),
        all.map(({ undecided }) => undecided),
        ...Object.keys(all[0]!.final).map((share) => all.map(({ final }) => final[share]!.mean)),
      ];
      expect(rows).toEqual(expected);
      expect(new Set(expected[0]).size).toBeGreaterThan(2);
      expect(studio.problems).toEqual([]);
    });

    it('compares what is chosen, with the keyboard, and takes a scenario over', async () => {
      const choice = studio.page.getByRole('checkbox', { name: 'independent' });
      await choice.focus();
      await studio.page.keyboard.press('Space');
      await studio.settled();
      const heads = () => studio.page.locator('[data-figures="scenarios"] thead th').allInnerTexts();
      await expect.poll(heads, { timeout: patience }).not.toContain('independent');
      await studio.page.getByRole('button', { name: 'Use inner-division' }).press('Enter');
      await studio.settled();
      expect(await studio.page.getByRole('combobox', { name: 'Scenario' }).inputValue()).toBe('inner-division');
      // nothing is set any more, so there is no column of it
      await expect.poll(heads, { timeout: patience }).not.toContain('as set now');
      await studio.page.getByRole('button', { name: 'Undo' }).click();
      expect(await studio.page.getByRole('combobox', { name: 'Scenario' }).inputValue()).toBe('');
    });
  },
  patience,
);
