import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledGame } from '@trilogue/core';
import { gameRecord } from '@trilogue/results';
import { describe, expect, it } from 'vitest';
import { Stopped } from '../../src/errors/kinds.js';
import type { Terminal } from '../../src/output/terminal.js';
import type { SweepOutcome } from '../../src/sweep/conclude.js';
import type { WantedSweep } from '../../src/sweep/folder.js';
import { runSweep as run, type SweepJob } from '../../src/sweep/run-sweep.js';
import { versions } from '../../src/versions.js';
import { scratch } from '../trilogue.js';

const game = bundledGame('stag-hunt');
const [player] = game.players;
const { core, random, engine } = versions();
const wanted: WantedSweep = {
  game: gameRecord(game),
  x: { name: `initial.${player!.name}`, from: 0.2, to: 0.8, count: 7 },
  y: null,
  metric: `mean(${player!.name}.${player!.strategies[0]})`,
  scenario: null,
  set: {},
  seed: 'x',
  tolerance: null,
  paths: 64,
  dt: null,
  horizon: 5,
  scheme: null,
  delta: 0.05,
  independent: false,
  backend: 'wasm',
  versions: { core, random, engine },
};

/** A whole sweep. */
const runSweep = (job: SweepJob, terminal: Terminal) => run(job, terminal) as Promise<SweepOutcome>;

function terminal(signal: AbortSignal) {
  const notes: string[] = [];
  const told: string[] = [];
  const terminal: Terminal = {
    ...{ signal, print() {}, note: (text) => void notes.push(text), warn: (text) => void told.push(text) },
    write: async () => {},
  };
  return { ...terminal, notes, told };
}

describe('a sweep into a folder', () => {
  const folder = scratch();

  it('that is stopped while it draws keeps every cell and computes none of them again', async () => {
    const out = join(folder, 'drawn');
    const controller = new AbortController();
    const watch = setInterval(() => existsSync(join(out, 'cells.csv')) && controller.abort(), 1);
    const stopped = runSweep({ game, wanted, out }, terminal(controller.signal)).finally(() => clearInterval(watch));
    await expect(stopped).rejects.toThrow(Stopped);
    await expect(stopped).rejects.toThrow('7 of 7 cells are kept');
    expect(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')).ran).toBe(null);

    const second = terminal(new AbortController().signal);
    const { times, reused, grid } = await runSweep({ game, wanted, out }, second);
    expect(second.notes).toEqual(['7 of 7 cells are there already; going on']);
    expect({ reused, resumed: times.resumedCells, steps: times.performance.steps }).toEqual({
      ...{ reused: false, resumed: 7, steps: 0 },
    });
    const whole = await runSweep({ game, wanted, out: join(folder, 'whole') }, terminal(new AbortController().signal));
    expect(grid.columns.value).toEqual(whole.grid.columns.value);
    expect(readFileSync(join(out, 'cells.csv'))).toEqual(readFileSync(join(folder, 'whole/cells.csv')));
  });

  it('goes on with the backend that began it, where the choice is open', async () => {
    const out = join(folder, 'backend');
    const controller = new AbortController();
    // several chunks of work, so that the manifest is seen long before the end
    const long: WantedSweep = { ...wanted, paths: 1024, backend: 'reference' };
    const watch = setInterval(() => existsSync(join(out, 'manifest.json')) && controller.abort(), 1);
    const begun = runSweep({ game, wanted: long, out }, terminal(controller.signal));
    await expect(begun.finally(() => clearInterval(watch))).rejects.toThrow(Stopped);
    const auto: WantedSweep = { ...long, backend: 'auto' };
    const { recipe } = await runSweep({ game, wanted: auto, out }, terminal(new AbortController().signal));
    expect(recipe.backend).toBe('reference');
  });

  it('does not go on where another graphics processor began', async () => {
    const out = join(folder, 'device');
    const controller = new AbortController();
    const manifest = join(out, 'manifest.json');
    // some seconds of work, so that the manifest is seen long before the end
    const long: WantedSweep = { ...wanted, paths: 2 ** 25 };
    const watch = setInterval(() => existsSync(manifest) && controller.abort(), 1);
    const begun = runSweep({ game, wanted: long, out }, terminal(controller.signal)).finally(() =>
      clearInterval(watch),
    );
    await expect(begun).rejects.toThrow(Stopped);
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('"device": null', '"device": "GPU X"'));
    const moved = runSweep({ game, wanted: long, out }, terminal(new AbortController().signal));
    await expect(moved).rejects.toThrow('computed on GPU X; here it is no graphics processor');
  });

  describe('within a tolerance', () => {
    const within: WantedSweep = { ...wanted, tolerance: 0.02, paths: null };
    const free = () => terminal(new AbortController().signal);

    it('goes on to the same bytes where its records, its plan or both are lost or damaged', async () => {
      const whole = await runSweep({ game, wanted: within, out: join(folder, 'within-whole') }, free());
      const damage: Record<string, (records: string) => void> = {
        'without its records': (records) => rmSync(join(records, '000001.bin')),
        'without its plan': (records) => rmSync(join(records, 'plan.bin')),
        'with a plan that is cut short': (records) => truncateSync(join(records, 'plan.bin'), 40),
        'with a record that is changed': (records) => {
          const bytes = readFileSync(join(records, '000001.bin'));
          bytes[bytes.length - 40]! ^= 1;
          writeFileSync(join(records, '000001.bin'), bytes);
        },
      };
      for (const [name, harm] of Object.entries(damage)) {
        const out = join(folder, name);
        await runSweep({ game, wanted: within, out }, free());
        harm(join(out, 'records'));
        const { ran, grid, accuracy } = await runSweep({ game, wanted: within, out }, free());
        expect({ ran, accuracy }).toEqual({ ran: whole.ran, accuracy: whole.accuracy });
        expect(grid).toEqual(whole.grid);
        for (const file of ['cells.csv', 'cells.parquet', 'curve.svg', 'curve.png']) {
          expect(readFileSync(join(out, file))).toEqual(readFileSync(join(folder, 'within-whole', file)));
        }
      }
    });

    it('writes what was asked for into the recipe, and what was chosen into the result', async () => {
      const { recipe, ran, accuracy, grid } = await runSweep(
        { game, wanted: within, out: join(folder, 'kept') },
        free(),
      );
      expect(recipe).toMatchObject({ tolerance: 0.02, paths: null, dt: null, scheme: null });
      expect(ran).toMatchObject({ scheme: 'logit-weak-2', paths: Math.max(...grid.columns.paths) });
      expect(ran.dt).toBeGreaterThan(0);
      expect(accuracy).toMatchObject({ wanted: 0.02, outside: 0, worst: null });
    });

    it('that is stopped while it looks for the step has begun, and keeps nothing', async () => {
      const out = join(folder, 'trials');
      const controller = new AbortController();
      const watch = setInterval(() => existsSync(join(out, 'manifest.json')) && controller.abort(), 1);
      // so many trial paths that the manifest is seen long before their end
      const fine: WantedSweep = { ...within, tolerance: 1e-5 };
      const stopped = runSweep({ game, wanted: fine, out }, terminal(controller.signal));
      await expect(stopped.finally(() => clearInterval(watch))).rejects.toThrow('0 of 7 cells are kept');
    });
  });

  it('that is stopped before it begins leaves nothing', async () => {
    const out = join(folder, 'never');
    const wrong: WantedSweep = { ...wanted, x: { ...wanted.x, from: 1, to: 0 } };
    await expect(runSweep({ game, wanted: wrong, out }, terminal(AbortSignal.abort()))).rejects.toThrow(
      'lower to a higher',
    );
    expect(existsSync(out)).toBe(false);
  });
});
