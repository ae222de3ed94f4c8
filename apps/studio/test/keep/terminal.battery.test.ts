/**
 * "Copy as command" of every view: the command that the page copies, given to a shell as it is, prints the figures that the page
 * saves, to the last digit.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { bundledGame, bundledGameText } from '@trilogue/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bandsCsv, finalCsv, outcomesCsv, passagesCsv } from '../../src/keep/csv';
import { equilibriaCsv, noiseCsv } from '../../src/views/equilibria/csv';
import { effectsCsv, leversCsv } from '../../src/views/recommendation/csv';
import { tornadoCsv } from '../../src/views/sensitivity/csv';
import { type OpenStudio, openStudio, saved } from '../browser/studio';

const run = promisify(execFile);
const programs = join(import.meta.dirname, '../../../../node_modules/.bin');
const patience = 200_000;
/** What a shell would take apart. */
const seed = `it's 种子 $HOME`;
const small = { backend: 'wasm', seed, tolerance: null, paths: 1000, dt: 0.25 } as const;
const moved = { ...small, scenario: 'independent', set: { tau: 0.6, sigma_A: 0.4, 'initial.B': 0.3 } };
const two = { ...small, game: 'hawk-dove-asymmetric', metric: 'mean(owner.hawk)', set: { C: 3 } };

let studio: OpenStudio;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trilogue-terminal-'));
  studio = await openStudio();
  const permissions = ['clipboard-read', 'clipboard-write'];
  await studio.page.context().grantPermissions(permissions, { origin: new URL(studio.server.url).origin });
}, patience);
afterAll(async () => {
  await studio?.close();
  await rm(folder, { recursive: true });
});

/** The figures that a card saves, and the lines that it copies. */
async function kept(title: string): Promise<{ csv: string; lines: string[] }> {
  const { page } = studio;
  const heading = page.getByRole('heading', { name: title, exact: true });
  const card = page.locator('main section', { has: heading });
  const menu = card.getByText('Save', { exact: true });
  await menu.click();
  const { content } = await saved(page, () => card.getByRole('button', { name: 'Figures (CSV)' }).click());
  await card.getByRole('button', { name: 'Copy as command' }).click();
  await card.getByText('Copied.').waitFor();
  await menu.click();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  return { csv: content.toString(), lines: command.split('\n') };
}

/** What a shell prints in an empty folder where `trilogue` is found. */
async function shell(line: string): Promise<string> {
  const env = { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}` };
  const { stdout } = await run('sh', ['-c', line], { cwd: folder, env, maxBuffer: 2 ** 28 });
  return stdout;
}

async function printed<T>(line: string): Promise<T> {
  return JSON.parse(await shell(`${line} --json`));
}

describe(
  'the copied command gives the figures of the page',
  () => {
    it('game', async () => {
      await studio.show({ ...moved, view: 'game' });
      const { csv, lines } = await kept('Payoff table');
      type Line = { profile: string[]; payoffs: Record<string, number> };
      const { payoffTable } = await printed<{ payoffTable: Line[] }>(lines[0]!);
      const rows = payoffTable.map(({ profile, payoffs }) => [...profile, ...Object.values(payoffs)].join(','));
      expect(csv).toBe(['A,B,M,payoff.A,payoff.B,payoff.M', ...rows, ''].join('\n'));
    });

    it('evolution and outcomes', async () => {
      await studio.show({ ...moved, view: 'evolution', horizon: 12 });
      await studio.settled();
      const evolution = await kept('Evolution over time');
      const result = await printed<Parameters<typeof bandsCsv>[0]>(evolution.lines[0]!);
      expect(evolution.csv).toBe(bandsCsv(result));
      await studio.show({ ...moved, view: 'outcomes', horizon: 12 });
      await studio.settled();
      const outcomes = await kept('Outcomes at the horizon');
      const final = await kept('Shares at the horizon');
      const passages = await kept('First passage');
      for (const { lines } of [outcomes, final, passages]) expect(lines).toEqual(evolution.lines);
      expect(outcomes.csv).toBe(outcomesCsv(result));
      expect(final.csv).toBe(finalCsv(result));
      expect(passages.csv).toBe(passagesCsv(result.passages));
    });

    it('an accuracy that is a tolerance', async () => {
      await studio.show({ ...moved, view: 'outcomes', tolerance: 0.05, paths: null, dt: null });
      await studio.settled();
      const { csv, lines } = await kept('Outcomes at the horizon');
      expect(csv).toBe(outcomesCsv(await printed(lines[0]!)));
    });

    it('heatmap', async () => {
      await studio.show({ ...moved, view: 'heatmap', cells: 7 });
      await studio.settled();
      const { csv, lines } = await kept('Two factors');
      await shell(lines[0]!);
      expect(csv).toBe(await readFile(join(folder, 'heatmap', 'cells.csv'), 'utf8'));
    });

    it('cube: the equilibria, and the noisy paths to the digits that are drawn', async () => {
      await studio.show({ ...moved, view: 'cube' });
      await studio.settled();
      const { csv, lines } = await kept('Cube of the three shares');
      const rows = csv.split('\n').map((row) => row.split(','));
      type Found = { equilibria: { type: string; shares: number[][] }[] };
      const { equilibria } = await printed<Found>(lines[0]!);
      const marks = rows.filter(([kind, path]) => kind !== '' && path === '');
      expect(marks.map(([kind]) => kind)).toEqual(equilibria.map(({ type }) => type));
      for (const [k, mark] of marks.entries())
        expectDrawn(
          mark.slice(3),
          equilibria[k]!.shares.map(([share]) => share!),
        );
      expect(lines).toHaveLength(7);
      for (const path of [0, 5]) {
        await shell(lines[1 + path]!);
        const [, ...steps] = (await readFile(join(folder, `path-${path}.csv`), 'utf8')).trimEnd().split('\n');
        const drawn = rows.filter(([kind, own]) => kind === 'with noise' && own === String(path));
        expect(drawn).toHaveLength(steps.length);
        for (const [t, step] of steps.entries()) expectDrawn(drawn[t]!.slice(2), step.split(',').map(Number));
      }
    });

    it('equilibria, conditions and stability under noise', async () => {
      await studio.show({ ...moved, view: 'equilibria' });
      await studio.settled();
      const found = await kept('Equilibria');
      const conditions = await kept('Stability conditions of the pure profiles');
      const noise = await kept('Stochastic stability');
      const result = await printed<Parameters<typeof noiseCsv>[0]>(found.lines[0]!);
      expect([conditions.lines, noise.lines]).toEqual([found.lines, found.lines]);
      expect(found.csv).toBe(equilibriaCsv(bundledGame('data-sharing'), result));
      expect(noise.csv).toBe(noiseCsv(result));
      expect(conditions.csv.trimEnd()).toBe((await shell(`${conditions.lines[0]} --to csv`)).trimEnd());
    });

    it('sensitivity', async () => {
      await studio.show({ ...two, view: 'sensitivity', options: { sensitivity: { samples: 256 } } });
      await studio.settled();
      const sobol = await kept('Which factors matter: Sobol indices');
      await shell(`${sobol.lines[0]} --out indices`);
      expect(sobol.csv).toBe(await readFile(join(folder, 'indices', 'indices.csv'), 'utf8'));
      const tornado = await kept('One factor at a time');
      type Bar = {
        parameter: string;
        group: string | null;
        at: number[];
        values: number[];
        lows: number[];
        highs: number[];
      };
      const { indices } = await printed<{ indices: Bar[] }>(tornado.lines[0]!);
      const bars = indices.map(({ values, lows, highs, ...bar }) => ({
        ...bar,
        outputs: values.map((value, level) => ({ value, low: lows[level]!, high: highs[level]! })),
      }));
      expect(tornado.csv).toBe(tornadoCsv({ bars } as unknown as Parameters<typeof tornadoCsv>[0]));
    });

    it('scenarios', async () => {
      await studio.show({ ...small, set: { tau: 0.6 }, view: 'scenarios' });
      await studio.settled();
      const { csv, lines } = await kept('Scenarios side by side');
      const { scenarios } = bundledGame('data-sharing');
      expect(lines).toHaveLength(2 + Object.keys(scenarios).length);
      const values = (await Promise.all(lines.map((line) => printed<Parameters<typeof outcomesCsv>[0]>(line)))).map(
        ({ outcomes, undecided, final }) => [
          ...outcomes.map(({ probability }) => probability),
          undecided,
          ...Object.values(final).map(({ mean }) => mean),
        ],
      );
      const [, ...rows] = csv.trimEnd().split('\n');
      // a profile has commas, so its field stands in quotes
      const shown = rows.map((row) => Number(row.replace(/"[^"]*"/, '').split(',')[2]));
      expect(shown).toEqual(values.flat());
    });

    it('recommendation', async () => {
      const options = { recommendation: { target: 0.8, without: 'sigma_intruder' } };
      await studio.show({ ...two, view: 'recommendation', options });
      await studio.settled();
      const alone = await kept('One lever alone: the smallest change');
      const effects = await kept('Levers by effect');
      expect(effects.lines).toEqual(alone.lines);
      const advice = await printed<Parameters<typeof leversCsv>[0]>(alone.lines[0]!);
      expect(alone.csv).toBe(leversCsv(advice));
      const levers = advice.levers.map(({ parameter, group }) => ({
        ...{ name: parameter, range: [0, 1] as const },
        ...(group === null ? {} : { group }),
      }));
      const told = { levers: advice.levers.map(({ effect }) => effect), groups: advice.groups };
      expect(effects.csv.split('\n').toSorted()).toEqual(effectsCsv(levers, told).split('\n').toSorted());
    });

    it('a game of one’s own, whose file is saved first', async () => {
      const gameText = `${bundledGameText('hawk-dove')}# mine\n`;
      await studio.show({ ...small, game: 'hawk-dove', gameText, view: 'outcomes' });
      await studio.settled();
      const { csv, lines } = await kept('Outcomes at the horizon');
      const card = studio.page.locator('main section').first();
      await card.getByText('Save', { exact: true }).click();
      const file = await saved(studio.page, () => card.getByRole('button', { name: 'Game file' }).click());
      expect(file.content.toString()).toBe(gameText);
      await writeFile(join(folder, file.name), file.content);
      expect(lines[0]).toContain(` ${file.name} `);
      expect(csv).toBe(outcomesCsv(await printed(lines[0]!)));
    });
  },
  patience,
);

/** Shares are drawn to four digits. */
function expectDrawn(drawn: readonly string[], exact: readonly number[]): void {
  expect(drawn).toHaveLength(exact.length);
  for (const [k, value] of exact.entries()) expect(Math.abs(Number(drawn[k]) - value)).toBeLessThan(0.5001e-4);
}
