/**
 * A report made from outside, read in a browser as its reader does: on a phone, in the dark, on paper.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type OpenPage, openPage } from '@internal/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { reportDocument } from '../../src/report/document.js';
import { scratch, start, trilogue, trilogueJson } from '../trilogue.js';

const folder = scratch();
const path = (name: string) => join(folder, name);

// titles, group and source try what markup can do; names cannot, since the reader of game files refuses them
const hostile = `'"><img src=https://example.org/x onerror=alert(1)><script>document.title = "taken"</script><svg onload=alert(2)>`;
writeFileSync(
  path('hostile.game.json'),
  JSON.stringify({
    game: 'hostile',
    title: `A title ${hostile}`,
    source: `A source ${hostile} </p></style></title><a href="javascript:alert(3)">x</a>`,
    players: {
      agency: { title: `Agencies ${hostile}`, strategies: ['open', 'close'] },
      firm: { title: 'Firms', strategies: ['invest', 'wait'] },
    },
    parameters: {
      credit: { value: 2.2, range: [1, 4], group: hostile, title: `Credit ${hostile}` },
      gain_firm: { value: 2, range: [1, 4], title: 'Gain of a firm' },
    },
    payoffs: {
      agency: { open: 'credit*firm.invest - 1', close: '0' },
      firm: { invest: 'gain_firm*agency.open - 1', wait: '0' },
    },
    noise: { kind: 'replicator', sigma: { agency: 0.5, firm: 0.5 } },
    initial: { agency: 0.5, firm: 0.5 },
    horizon: 10,
    scenarios: { generous: { credit: 3 }, mean: { credit: 1.5 } },
  }),
);

const out = path('deep/er/report.html');
const quick = ['--backend', 'wasm', '--threads', '1', '--paths', '400', '--dt', '0.25'];
let figures: ReturnType<typeof reportDocument>;
let opened: OpenPage;
const requests: string[] = [];

beforeAll(async () => {
  const args = ['report', path('hostile.game.json'), '--out', out, '--seed', hostile, ...quick];
  figures = await trilogueJson(args, undefined, 110_000);
  opened = await openPage({ url: 'about:blank', gpu: 'none' });
  opened.page.on('request', (request) => requests.push(request.url()));
  opened.page.on('dialog', () => requests.push('a dialog'));
  await opened.page.setViewportSize({ width: 360, height: 740 });
  await opened.page.goto(pathToFileURL(out).href, { waitUntil: 'load' });
}, 120_000);
afterAll(() => opened?.close());

/** The cells of a table, row after row, without its head. */
function rowsOf(id: string): Promise<string[][]> {
  return opened.page.$$eval(`#${id} tbody tr`, (rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent ?? '')),
  );
}

describe('trilogue report', () => {
  it('loads nothing, runs nothing, and has no fault', async () => {
    expect(requests).toEqual([pathToFileURL(out).href]);
    expect(opened.problems).toEqual([]);
    expect(await opened.page.title()).toContain('A title ');
    expect(
      await opened.page.$$eval('script, img, iframe, object, link, [onload], [onerror]', (all) => all.length),
    ).toBe(0);
    const addresses = await opened.page.$$eval('a[href]', (links) => links.map((link) => link.getAttribute('href')!));
    expect(addresses.filter((address) => !address.startsWith('#'))).toEqual([]);
    const targets = await opened.page.$$eval('[id]', (all) => all.map(({ id }) => id));
    expect(addresses.filter((address) => !targets.includes(address.slice(1)))).toEqual([]);
  });

  it('shows hostile texts as texts', async () => {
    expect(await opened.page.textContent('h1')).toBe(`A title ${hostile}`);
    expect(await opened.page.textContent('.note')).toContain(`A source ${hostile}`);
  });

  it('has every section, pictures with words, and tables with scope', async () => {
    const headings = await opened.page.$$eval('h2', (all) => all.map(({ textContent }) => textContent));
    expect(headings).toEqual([
      ...['In short', 'The game', 'Equilibria', 'Stability under noise', 'The dynamics', 'How it ends'],
      ...['The starting point', 'One factor at a time', 'Two factors at once', 'Scenarios', 'Recommendation'],
      ...['Method and accuracy', 'How to reproduce it'],
    ]);
    const mute =
      'figure svg:not([role="img"]), figure svg:not(:has(title)), figure svg:not(:has(desc)), figure:not(:has(figcaption))';
    expect(await opened.page.$$eval(mute, (all) => all.length)).toBe(0);
    expect(await opened.page.$$eval('figure', (all) => all.length)).toBeGreaterThanOrEqual(12);
    expect(await opened.page.$$eval('th:not([scope]), table:not(:has(caption))', (all) => all.length)).toBe(0);
  });

  it('fits a phone: what is wider scrolls by itself', async () => {
    const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(360);
    const shown = await opened.page.$$eval('figure svg', (all) =>
      all.map((svg) => svg.getBoundingClientRect()).filter((box) => box.width > 0),
    );
    for (const box of shown) expect(box.right).toBeLessThanOrEqual(360);
  });

  it('has the figures of the JSON document in its tables', async () => {
    const { ensemble, equilibria, factors, scenarios, advice, stepCheck } = figures;
    const fixed = (value: number) => value.toFixed(4);
    const outcomes = await rowsOf('outcomes-table');
    expect(outcomes).toHaveLength(ensemble.outcomes.length + 1);
    for (const { profile, probability, low, high } of ensemble.outcomes) {
      const row = outcomes.find(([name]) => name === `(${profile.join(', ')})`)!;
      expect(row.slice(1)).toEqual([fixed(probability), `${fixed(low)} to ${fixed(high)}`, 'not estimated']);
    }
    const points = await rowsOf('equilibria-table');
    expect(points.map(([, , eigenvalues, type]) => [eigenvalues, type])).toEqual(
      equilibria.equilibria.map(({ eigenvalues, type }) => [
        eigenvalues.map(([re]) => String(Number(re.toPrecision(6)))).join(', '),
        type,
      ]),
    );
    const conditions = await rowsOf('conditions-table');
    expect(conditions.map((row) => Number(row.at(-2)))).toEqual(
      figures.conditions.flatMap((each) => each.conditions.map(({ value }) => Number(value.toPrecision(6)))),
    );
    const low = await rowsOf('factors-table');
    for (const { title, name, levels } of factors) {
      const row = low.find(([words]) => words!.endsWith(title ?? name))!;
      const told = levels.map(
        ({ metric }) => `${fixed(metric.value!)} (${fixed(metric.low!)} to ${fixed(metric.high!)})`,
      );
      expect(row.slice(4, 7)).toEqual(told);
    }
    const compared = await rowsOf('scenarios-table');
    const [generous] = scenarios;
    expect(compared[0]!.slice(0, 3)).toEqual(['generous', '(open, invest)', fixed(generous!.outcomes[0]!.probability)]);
    const steps = await rowsOf('step-check');
    expect(steps.map((row) => row[2])).toEqual(stepCheck.map(({ value }) => fixed(value!)));
    expect(figures.metric).toBe('P(open,invest)');
    const levers = await rowsOf('levers-effects');
    expect(levers.map((row) => row[4])).toEqual(advice.given!.levers.map(({ effect }) => fixed(100 * effect.value)));
  });

  it('writes formulas with indices', async () => {
    const index = await opened.page.$eval('#conditions-table math msub', ({ textContent }) => textContent);
    expect(index).toBe('gainfirm');
    const size = await opened.page.$eval('#conditions-table math', (math) => math.getBoundingClientRect().width);
    expect(size).toBeGreaterThan(10);
  });

  it('says how to get it again', async () => {
    const [command, file] = await opened.page.$$eval('#reproduce ~ pre', (all) =>
      all.map(({ textContent }) => textContent!),
    );
    expect(command).toContain('trilogue report ');
    expect(command).toContain('--paths 400 --dt 0.25');
    expect(command).toContain('--backend wasm');
    expect(file).toContain('game: hostile');
  });

  it('is dark where the reader wants it, and on paper light, with every page filled', async () => {
    await opened.page.emulateMedia({ colorScheme: 'dark' });
    const paint = () => opened.page.$eval('figure rect', (rect) => getComputedStyle(rect).fill);
    const background = () => opened.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(await background()).toBe('rgb(21, 24, 28)');
    expect(await paint()).toBe('rgb(21, 24, 28)');
    const pdf = await opened.page.pdf({ format: 'A4', printBackground: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    await opened.page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await paint()).toBe('rgb(255, 255, 255)');
    await opened.page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  });

  it('leaves nothing but the page in the folder, and replaces its own pages only', async () => {
    expect(readdirSync(path('deep/er'))).toEqual(['report.html']);
    writeFileSync(path('mine.html'), '<html>my own page</html>');
    const refused = await trilogue(['report', 'hawk-dove', '--out', path('mine.html'), ...quick]);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('is not a report of trilogue');
    expect(readFileSync(path('mine.html'), 'utf8')).toBe('<html>my own page</html>');
  });

  it('ends with 130 on Ctrl-C, one line, and no file', async () => {
    mkdirSync(path('stopped'));
    const { child, ended } = start([
      'report',
      'data-sharing',
      '--out',
      path('stopped/now/report.html'),
      '--backend',
      'wasm',
    ]);
    // its folder is made when everything has been checked
    for (let wait = 0; wait < 400 && !existsSync(path('stopped/now')); wait++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    child.kill('SIGINT');
    expect(await ended).toEqual({ code: 130, stdout: '', stderr: 'stopped\n' });
    expect(readdirSync(path('stopped/now'))).toEqual([]);
  }, 60_000);
});
