/**
 * Games of one's own: opened, dropped, pasted, made in the form; and what is wrong with one, in the words of the command line.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundledGameText, gameLimits, readGame } from '@trilogue/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenStudio, openStudio } from './studio';

const command = join(import.meta.dirname, '../../../cli/bin/trilogue.js');
const own = bundledGameText('stag-hunt').replace(/^title:.*$/m, 'title: My hunt');

let studio: OpenStudio;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trilogue-own-'));
  studio = await openStudio();
}, 60_000);
afterAll(async () => {
  await studio?.close();
  await rm(folder, { recursive: true });
});

const gameText = () => studio.page.getByLabel('Text of the game file').inputValue();
const chosenGame = () =>
  studio.page.getByRole('combobox', { name: 'Game', exact: true }).evaluate((select) => {
    return (select as HTMLSelectElement).selectedOptions[0]!.text;
  });
const menu = () => studio.page.locator('summary', { hasText: 'File' });

async function expectOpened(): Promise<void> {
  await expect.poll(chosenGame).toBe('My hunt');
  await studio.settled();
  expect(await studio.page.locator('main svg').count()).toBe(3);
  expect(studio.problems).toEqual([]);
}

describe('a game file', () => {
  it('is opened by the menu', async () => {
    await studio.show({});
    const file = join(folder, 'hunt.game.yaml');
    await writeFile(file, own);
    await menu().click();
    const [chooser] = await Promise.all([
      studio.page.waitForEvent('filechooser'),
      studio.page.getByRole('button', { name: 'Open a game file' }).click(),
    ]);
    await chooser.setFiles(file);
    await expectOpened();
    await studio.page.getByRole('tab', { name: 'Game' }).click();
    expect(await gameText()).toBe(own);
  });

  it('is opened where it is dropped', async () => {
    await studio.show({});
    await studio.page.evaluate((text) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([text], 'hunt.game.yaml', { type: 'application/yaml' }));
      for (const type of ['dragover', 'drop']) {
        document
          .querySelector('main')!
          .dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
      }
    }, own);
    await expectOpened();
  });

  it('is opened where it is pasted, but not inside of a field', async () => {
    const { page, server } = studio;
    await page
      .context()
      .grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(server.url).origin });
    await studio.show({});
    await page.evaluate((text) => navigator.clipboard.writeText(text), own);
    await page.getByLabel('Seed').focus();
    await page.keyboard.press('Control+V');
    expect(await chosenGame()).toBe('Data sharing among departments');
    await page.getByRole('tab', { name: 'Overview' }).focus();
    await page.keyboard.press('Control+V');
    await expectOpened();
  });

  it('that is wrong is shown with what the command line says of it', async () => {
    const wrong = own.replace(/^horizon:.*$/m, 'horizon: soon').replace(/^players:/m, 'nobody: 1\nplayers:');
    const file = join(folder, 'wrong.game.yaml');
    await writeFile(file, wrong);
    const said = await promisify(execFile)(process.execPath, [command, 'check', file]).catch(({ stderr }) => stderr);
    await studio.show({});
    await studio.page.locator('input[type=file]').setInputFiles(file);
    await studio.page.getByRole('tab', { name: 'Game', selected: true }).waitFor();
    expect(await gameText()).toBe(wrong);
    const list = studio.page.locator('section', { has: studio.page.getByLabel('Text of the game file') }).locator('li');
    const faults = await list.allTextContents();
    expect(faults.length).toBeGreaterThan(1);
    for (const fault of faults) expect(said).toContain(fault);
  });

  it('is refused where it is too large to be one', async () => {
    await studio.show({});
    await menu().click();
    const buffer = Buffer.alloc(4 * gameLimits.file + 1, '#');
    await studio.page.locator('input[type=file]').setInputFiles({ name: 'big.yaml', mimeType: 'text/yaml', buffer });
    expect(await studio.page.getByRole('alert').textContent()).toBe('big.yaml is too large to be a game file.');
    expect(await chosenGame()).toBe('Data sharing among departments');
  });
});

describe('a new game', () => {
  it('of four players is made in the form, and computed', async () => {
    const { page } = studio;
    await studio.show({});
    await menu().click();
    await page.getByRole('button', { name: 'New game' }).click();
    await page.getByLabel('Name').first().fill('four');
    await page.getByLabel('Title').fill('Four of us');
    await page.getByRole('combobox', { name: 'Players' }).selectOption('4');
    const second = page.getByRole('group', { name: 'Player 2' });
    await second.getByLabel('Strategies').fill('high, low, nothing');
    await page.getByRole('button', { name: 'Make the game' }).click();
    await page.getByRole('tab', { name: 'Game', selected: true }).waitFor();
    const game = readGame(await gameText());
    expect(game).toMatchObject({ name: 'four', title: 'Four of us' });
    expect(game.players.map(({ strategies }) => strategies.length)).toEqual([2, 3, 2, 2]);
    await page.getByRole('tab', { name: 'Outcomes' }).click();
    await studio.settled();
    expect(await page.locator('[data-figures="outcomes"] tbody tr').count()).toBe(24 + 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    expect(await chosenGame()).toBe('Data sharing among departments');
  });

  it('is not made of names that cannot be', async () => {
    const { page } = studio;
    await studio.show({});
    await menu().click();
    await page.getByRole('button', { name: 'New game' }).click();
    await page.getByRole('group', { name: 'Player 2' }).getByLabel('Name').fill('two words');
    expect(await page.getByRole('alert').textContent()).toContain('two words');
    expect(await page.getByRole('button', { name: 'Make the game' }).isDisabled()).toBe(true);
  });
});
