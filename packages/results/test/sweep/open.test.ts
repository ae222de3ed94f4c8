/** A folder that a program wrote by the public names, as the command line does, and what another one reads of it. */
import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledGame } from '@trilogue/core';
import { askedOptions, openBackend, openSweepRunner, planSweep, summariseSweep } from '@trilogue/engine';
import * as results from '@trilogue/results';
import { beforeAll, describe, expect, it } from 'vitest';
import { scratch } from '../scratch.js';

const game = bundledGame('stag-hunt');
const require = (name: string) => JSON.parse(readFileSync(new URL(import.meta.resolve(name)), 'utf8')).version;
const [core, random, engine] = ['core', 'random', 'engine'].map((name) => require(`@trilogue/${name}/package.json`));
const versions = { trilogue: '1', core, random, engine, charts: '1', node: process.versions.node };

/** Writes the folder of a sweep of five cells. */
async function write(
  out: string,
  accuracy: { tolerance?: number; paths?: number; dt?: number },
  cells = [0, 1, 2, 3, 4],
) {
  const recipe: results.Recipe = {
    game: results.gameRecord(game),
    ...askedOptions({
      ...{ metric: 'mean(hunter.stag)', set: {}, seed: 'x', horizon: 5, delta: 0.05, independent: false, ...accuracy },
    }),
    ...{ x: { name: 'initial.hunter', from: 0.2, to: 0.8, count: 5 }, y: null, backend: 'wasm', device: null },
    versions: { core, random, engine },
  };
  const definition = results.definitionOf(game, recipe);
  await results.prepareFolder(out);
  const lock = await results.lockFolder(out);
  const begun = { recipe, part: null, versions, ran: null, files: null, times: { started: 'then' } };
  await results.writeManifest(out, begun);
  await results.makePlainFolder(out, results.recordsName);
  const { backend } = await openBackend('wasm', { threads: 1 });
  const runner = openSweepRunner(definition, backend);
  const planned = await planSweep(definition, {
    trial: results.keptTrials(out, recipe, (trial) => runner.trial(trial)),
  });
  if (planned.bias !== null) await results.writePlan(out, recipe, planned);
  const { plan, bias } = planned;
  const records = results.recordsOf(out, recipe, definition, plan);
  const summary = summariseSweep(definition, plan);
  const writer = results.openWriter(records, {
    ...{ last: 0, onKept: summary.add },
    onError(error) {
      throw error;
    },
  });
  await runner.cells(
    plan,
    { cells, bias: bias === null ? undefined : cells.map((cell) => bias[cell]!) },
    { onCell: writer.add },
  );
  await writer.close();
  await runner.close();
  await backend.close();
  if (cells.length === plan.cells) {
    const grid = results.gridOf(game, recipe, planned, summary.columns);
    const performance = { steps: 1, seconds: 1, stepsPerSecond: 1 };
    const times = { started: 'then', finished: 'now', resumedCells: 0, performance, threads: 1, device: 'CPU' };
    await results.writeManifest(out, {
      ...{
        ...begun,
        ran: results.ranOf(game, recipe, plan, summary),
        files: await results.writeTables(out, grid, null),
      },
      times: { ...times, passedOver: [] },
    });
  }
  await lock.release();
  return summary.columns;
}

const folder = scratch();
const [within, given, half] = ['within', 'given', 'half'].map((name) => join(folder, name)) as [string, string, string];
let columns: Awaited<ReturnType<typeof write>>;
beforeAll(async () => {
  columns = await write(within, { tolerance: 0.05 });
  await write(given, { paths: 64, dt: 0.1 });
  await write(half, { paths: 64, dt: 0.1 }, [1, 3]);
});

describe('a sweep that is opened', () => {
  it('has the numbers that were written, cell by cell those of its table', async () => {
    const sweep = await results.openSweep(within);
    expect(sweep.manifest).toMatchObject({ recipe: { tolerance: 0.05, seed: 'x' }, ran: { cells: 5 } });
    const { grid, done, lost } = await results.readNumbers(sweep);
    expect({ columns: grid.columns, done: [...done], lost }).toEqual({ columns, done: [1, 1, 1, 1, 1], lost: [] });
    const rows = [...results.eachCell(grid)];
    expect(rows[1]).toMatchObject({ 'initial.hunter': 0.35, value: columns.value[1], paths: columns.paths[1] });
    const [head, ...lines] = readFileSync(join(within, 'cells.csv'), 'utf8').trimEnd().split('\n');
    expect(head).toBe(Object.keys(rows[0]!).join(','));
    expect(lines).toEqual(rows.map((row) => Object.values(row).join(',')));
  });

  it('has no numbers where it is not finished, and says which cells it has', async () => {
    const { grid, done } = await results.readNumbers(await results.openSweep(half));
    expect([...done]).toEqual([0, 1, 0, 1, 0]);
    expect([...results.eachCell(grid)].map(({ value, paths }) => [value === null, paths])).toEqual([
      ...[0, 1, 2, 3, 4].map((cell) => [cell % 2 === 0, cell % 2 === 0 ? 0 : 64]),
    ]);
  });

  it('gives its records file by file, and waits for who reads them', async () => {
    const { records } = await results.openSweep(given);
    let reading = false;
    const paths: number[] = [];
    await results.readRecords(records, async (cells, numbers) => {
      expect(reading).toBe(false);
      reading = true;
      await new Promise((resolve) => setTimeout(resolve, 5));
      for (const i of cells.keys()) paths.push(numbers[i * records.plan.recordSize]!);
      reading = false;
    });
    expect(paths).toEqual([64, 64, 64, 64, 64]);
  });

  it('is what its recipe gives, as far as anybody can tell', async () => {
    for (const [out, finished] of [
      [within, true],
      [given, true],
      [half, false],
    ] as const) {
      const { wrong, sample, ...rest } = await results.verify(out, { part: 1, seed: 'x', threads: 1 });
      expect({ wrong, finished: rest.finished }).toEqual({ wrong: [], finished });
      expect(sample).toEqual({ recomputed: rest.there, differing: 0, seed: 'x', missed: 0 });
    }
  });

  it('stops where its reader has given up', async () => {
    const abort = new AbortController();
    const stopped = results.verify(within, { part: 1, threads: 1, signal: abort.signal });
    abort.abort();
    await expect(stopped).rejects.toBe(abort.signal.reason);
    await expect(results.readNumbers(await results.openSweep(within), abort.signal)).rejects.toBe(abort.signal.reason);
  });
});

describe('a folder that is no sweep, or no longer one', () => {
  it('is refused with a word', async () => {
    await expect(results.openSweep(join(folder, 'nowhere'))).rejects.toThrow('holds no sweep: it has no manifest.json');
    await expect(results.verify(join(folder, 'nowhere'))).rejects.toThrow('holds no result');
    await expect(results.openSweep(join(given, 'cells.csv'))).rejects.toThrow('is a file, not a folder');
    const chunk = join(given, 'records', '000001.bin');
    const bytes = readFileSync(chunk);
    writeFileSync(chunk, bytes.subarray(1));
    expect((await results.readNumbers(await results.openSweep(given))).lost).toEqual([
      'chunk 1 of the records cannot be used: it is no file of trilogue',
    ]);
    writeFileSync(join(within, 'records', 'plan.bin'), 'trilogue');
    await expect(results.openSweep(within)).rejects.toThrow(/its plan is damaged \(it is no file of trilogue\)/);
    symlinkSync('/etc/passwd', join(half, 'link'));
    await expect(results.openSweep(half)).rejects.toThrow(/link" is a symbolic link, where a file is expected/);
    await expect(results.openSweep(half)).rejects.toBeInstanceOf(results.ResultError);
  });
});
