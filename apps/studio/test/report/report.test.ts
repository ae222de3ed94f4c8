/**
 * The report that the page makes: the file that the command line writes for the command that stands in it.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type OpenStudio, openStudio, type Shown, saved } from '../browser/studio';

const run = promisify(execFile);
const programs = join(import.meta.dirname, '../../../../node_modules/.bin');
const patience = 120_000;
/** Hawks and doves of two roles: equilibria, a portrait, factors, and something that a shell would take apart. */
const small: Shown = {
  ...{ game: 'hawk-dove-asymmetric', backend: 'wasm', seed: "it's 种子", tolerance: null, paths: 200, dt: 0.5 },
  ...{ set: { C: 3 }, metric: 'gap(owner.hawk,intruder.hawk)', view: 'equilibria' },
};

let studio: OpenStudio;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trilogue-report-'));
  studio = await openStudio();
}, patience);
afterAll(async () => {
  await studio?.close();
  await rm(folder, { recursive: true });
});

async function choose(menu: string, entry: string): Promise<void> {
  const { page } = studio;
  await page.getByText(menu, { exact: true }).click();
  await page.getByRole('button', { name: entry }).click();
}

/** Everything but what names the command, the machine and the time. */
function comparable(page: string): string {
  const parts = [
    /All of this took [\d,]+ s/,
    / on wasm \([^)]*\)/,
    /<dt>Backend<\/dt><dd>.*?<\/dd>/,
    /<dt>Versions<\/dt><dd>.*?<\/dd>/,
    /(?<=figures equal up to rounding\.<\/p>\n|up to rounding\.<\/p>\n)<pre>[\s\S]*?<\/pre>/,
  ];
  return parts.reduce((text, part) => {
    expect(text).toMatch(part);
    return text.replace(part, '');
  }, page);
}

function commandOf(page: string): string {
  const [, command = ''] = /<pre>(trilogue report .*)<\/pre>/.exec(page) ?? [];
  return command.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

it(
  'is the file of the command line, made aside',
  async () => {
    const { page, problems } = studio;
    await studio.show(small);
    const { name, content } = await saved(page, () => choose('File', 'Make a report (HTML)'));
    expect(name).toBe('hawk-dove-asymmetric-report.html');
    await page.getByText('The report is saved as hawk-dove-asymmetric-report.html.').waitFor();
    const made = content.toString();
    const command = commandOf(made);
    expect(command).toContain('--set C=3');
    const env = { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH}` };
    await run('sh', ['-c', command], { cwd: folder, env });
    const written = await readFile(join(folder, name), 'utf8');
    expect(comparable(made)).toBe(comparable(written));
    expect(made).toMatch(/<dd>trilogue [\d.]+, Mozilla/);
    const again = await saved(page, () => page.getByRole('button', { name: 'Save it again' }).click());
    expect(again.content.equals(content)).toBe(true);
    await page.getByRole('button', { name: 'Close' }).click();
    expect(problems).toEqual([]);
  },
  patience,
);

it(
  'says how far it is while the page goes on, and can be stopped',
  async () => {
    const { page, problems } = studio;
    await studio.show({
      ...small,
      game: 'data-sharing',
      metric: 'P(share,share,coordinate)',
      set: {},
      language: 'zh-CN',
    });
    await choose('文件', '生成报告（HTML，英文）');
    const bar = page.getByRole('progressbar', { name: '报告' });
    await expect.poll(() => bar.getAttribute('value').then(Number), { timeout: patience }).toBeGreaterThan(0.05);
    await page.getByText('单因素分析').waitFor();
    // another view has its turn in between
    await page.getByRole('tab', { name: '演化结局' }).click();
    await page.waitForSelector('main [data-stage="final"]', { timeout: patience });
    expect(await page.locator('[data-report]').getAttribute('data-report')).toBe('making');
    await page.getByRole('button', { name: '取消' }).click();
    expect(await page.locator('[data-report]').getAttribute('data-report')).toBe('none');
    expect(problems).toEqual([]);
  },
  patience,
);
