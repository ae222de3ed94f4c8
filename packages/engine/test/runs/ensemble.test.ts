/** The driver, on a backend made by hand: every path counted once, whatever order chunks come back in. */
import { describe, expect, it } from 'vitest';
import type { Backend, Cells, Chunk, Runner } from '../../src/backends/contract.js';
import { allPaths, type EnsembleOptions, type Progress, runEnsemble } from '../../src/runs/ensemble.js';

const STEPS = 10;
/** A tally of two numbers: paths, and the sum of path numbers plus 1,000 times the cell's stream. */
const SIZE = 2;

function cellsOf(count: number): Cells {
  return {
    count,
    coefficients: Float32Array.from({ length: 2 * count }, (_, i) => i),
    start: new Float32Array(count),
    streams: Uint32Array.from({ length: count }, (_, i) => i),
  };
}

function backendOf(
  concurrency: number,
  delay: (chunk: Chunk) => number,
): { backend: Backend; runner: Runner; log: Chunk[] } {
  const log: Chunk[] = [];
  const runner: Runner = {
    async run(chunk) {
      log.push(chunk);
      await new Promise((resolve) => setTimeout(resolve, delay(chunk)));
      const tally = new Float64Array(chunk.cells.count * SIZE);
      for (let cell = 0; cell < chunk.cells.count; cell++) {
        for (let p = 0; p < chunk.paths; p++) {
          tally[cell * SIZE] += 1;
          tally[cell * SIZE + 1] += chunk.firstPath + p + 1000 * chunk.cells.streams[cell];
        }
      }
      return tally;
    },
    trace: async () => new Float32Array(0),
    close: async () => {},
  };
  const chunk = { pathSteps: 200, paths: 1000, registers: 48 };
  const backend = {
    name: 'reference',
    device: '',
    threads: 1,
    concurrency,
    chunk,
    open: async () => runner,
    close: async () => {},
  };
  return { backend: backend as Backend, runner, log };
}

async function run(cells: number, paths: number, options: EnsembleOptions & { concurrency?: number } = {}) {
  const { backend, runner, log } = backendOf(options.concurrency ?? 3, (chunk) => (chunk.firstPath * 7) % 5);
  const tallies = await runEnsemble(
    backend,
    runner,
    cellsOf(cells),
    allPaths(cellsOf(cells), paths),
    STEPS,
    SIZE,
    options,
  );
  return { tallies: [...tallies], log };
}

const expected = (cells: number, paths: number) =>
  Array.from({ length: cells }, (_, cell) => [paths, (paths * (paths - 1)) / 2 + 1000 * cell * paths]).flat();

describe('runEnsemble', () => {
  it.each([
    [1, 1],
    [1, 103],
    [7, 3],
    [5, 50],
    [4, 20],
  ])('counts every path of %d cells with %d paths once', async (cells, paths) => {
    expect((await run(cells, paths)).tallies).toEqual(expected(cells, paths));
    expect((await run(cells, paths, { concurrency: 1 })).tallies).toEqual(expected(cells, paths));
    expect((await run(cells, paths, { chunk: { paths: 8 } })).tallies).toEqual(expected(cells, paths));
  });

  it('hands each chunk the numbers of its own cells', async () => {
    const { log } = await run(7, 3);
    for (const { cells } of log) {
      expect([...cells.coefficients]).toEqual([...cells.streams].flatMap((cell) => [2 * cell, 2 * cell + 1]));
    }
  });

  it('takes smaller chunks where it is told', async () => {
    const { log } = await run(2, 40, { chunk: { paths: 8 } });
    expect(log.map((chunk) => chunk.paths)).toEqual(new Array(10).fill(8));
  });

  it('takes longer ones from a runner that hears of an abort in between, as long as the backend wants them', async () => {
    const longest = async (pieces: number) => {
      const { backend, runner, log } = backendOf(1, () => 0);
      const cells = cellsOf(1);
      const asked = { chunk: { pathSteps: 4 * STEPS } };
      await runEnsemble(backend, { ...runner, pieces }, cells, allPaths(cells, 40), STEPS, SIZE, asked);
      return Math.max(...log.map(({ paths }) => paths));
    };
    expect(await longest(1)).toBe(4);
    expect(await longest(3)).toBe(12);
    const { backend } = backendOf(1, () => 0);
    expect(await longest(1000)).toBeLessThanOrEqual(Math.ceil(backend.chunk.pathSteps / STEPS / 4) * 4);
  });

  describe('with a time for chunks', () => {
    const steps = 2000;
    /** Paths of the chunks of one cell of 100, on a backend that wants at most 20 at a time. */
    const pathsOf = async (seconds: number, firstPaths: number, delay: (chunk: Chunk) => number) => {
      const { backend, runner, log } = backendOf(1, delay);
      const own = { ...backend, chunk: { paths: 1000, pathSteps: 20 * steps, registers: 1e6 } };
      const cells = cellsOf(1);
      const chunk = { pathSteps: firstPaths * steps, seconds };
      const tallies = await runEnsemble(own, runner, cells, allPaths(cells, 100), steps, SIZE, { chunk });
      expect([...tallies]).toEqual(expected(1, 100));
      return log.map(({ paths }) => paths);
    };

    it('takes each twice as long as the one before, up to what the backend wants, where that is fast', async () => {
      expect(await pathsOf(10, 5, () => 0)).toEqual([4, 8, 16, 20, 20, 20, 12]);
    });

    it('takes shorter ones after one that took too long', async () => {
      expect((await pathsOf(0.001, 20, () => 20)).slice(0, 3)).toEqual([20, 4, 4]);
    });

    it('refuses a time that is none', async () => {
      await expect(pathsOf(0, 4, () => 0)).rejects.toThrow('chunk.seconds must be a positive number; found 0.');
    });
  });

  it('never takes more registers than the backend can address, whatever is asked for', async () => {
    const registers = cellsOf(1).start.length;
    const { log, tallies } = await run(2, 200, { chunk: { paths: 1e6, pathSteps: 1e9 } });
    expect(Math.max(...log.map((chunk) => chunk.paths * chunk.cells.count * registers))).toBe(48);
    expect(tallies).toEqual(expected(2, 200));
  });

  it('reports progress from 0 to the total, never back', async () => {
    const reports: Progress[] = [];
    await run(5, 50, { onProgress: (progress) => reports.push(progress) });
    const done = reports.map((report) => report.done);
    expect(done[0]).toBe(0);
    expect(done.at(-1)).toBe(5 * 50 * STEPS);
    expect(done).toEqual([...done].sort((a, b) => a - b));
    expect(reports.map((report) => report.cellsDone)).toEqual(reports.map((r) => r.cellsDone).sort((a, b) => a - b));
    expect(reports.at(-1)).toMatchObject({ cellsDone: 5, cells: 5, total: 5 * 50 * STEPS });
    expect(reports.every((report, i) => i === 0 || report.seconds >= reports[i - 1].seconds)).toBe(true);
  });

  it('hands over each cell once, complete', async () => {
    const cells = new Map<number, number[]>();
    await run(5, 50, {
      onCell(cell, tally) {
        expect(cells.has(cell)).toBe(false);
        cells.set(cell, [...tally]);
      },
    });
    const all = expected(5, 50);
    expect([...cells].sort(([a], [b]) => a - b)).toEqual(
      [0, 1, 2, 3, 4].map((cell) => [cell, all.slice(2 * cell, 2 * cell + 2)]),
    );
  });

  it('rejects with the reason of an abort, before the first chunk or after some', async () => {
    const reason = new Error('enough');
    await expect(run(1, 10, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const onProgress = ({ done }: Progress) => done > 0 && controller.abort(reason);
    const { backend, runner, log } = backendOf(2, () => 1);
    const running = runEnsemble(backend, runner, cellsOf(3), allPaths(cellsOf(3), 1000), STEPS, SIZE, {
      signal: controller.signal,
      onProgress,
    });
    await expect(running).rejects.toBe(reason);
    // what was under way is waited for; nothing new begins
    expect(log.length).toBeLessThanOrEqual(3);
  });

  it('ends all lanes where one fails, in the runner or in a callback', async () => {
    const { backend, runner, log } = backendOf(3, () => 1);
    const failing = {
      ...runner,
      run: (chunk: Chunk) => (chunk.firstPath === 40 ? Promise.reject(new Error('lost')) : runner.run(chunk)),
    };
    await expect(runEnsemble(backend, failing, cellsOf(1), allPaths(cellsOf(1), 5000), STEPS, SIZE)).rejects.toThrow(
      'lost',
    );
    expect(log.length).toBeLessThanOrEqual(8);

    const other = backendOf(3, () => 1);
    const jobs = allPaths(cellsOf(100), 20);
    const onCell = () => {
      throw new Error('disk full');
    };
    await expect(runEnsemble(other.backend, other.runner, cellsOf(100), jobs, STEPS, SIZE, { onCell })).rejects.toThrow(
      'disk full',
    );
    expect(other.log.length).toBeLessThanOrEqual(8);
  });
});
