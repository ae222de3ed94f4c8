/** Sums made on the device, and in memory of states from it, against `countPaths` in the reference backend, number by number. */
import type { Backend } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chunk, Kernel } from '../../../src/backends/contract.js';
import { createGpuBackend } from '../../../src/backends/gpu/backend.js';
import { createReferenceBackend } from '../../../src/backends/reference.js';
import type { DistributionMeasure } from '../../../src/measures/reduce/distribution.js';
import { single } from '../../../src/program/evaluate.js';
import { allCases } from '../cases.js';
import { cellOf, compareTallies, powerInUnits, stillCells, stillKernel } from './reduction-case.js';

const reference = createReferenceBackend(single);
const BAND: DistributionMeasure = {
  kind: 'distribution',
  of: { kind: 'share', share: { coordinates: [0], complement: false } },
  powers: 1,
  bins: 256,
};

describe('powerInUnits', () => {
  it('is at most k units from power k itself', () => {
    for (const first of [0, 1, 1024, 2 ** 21, 3_141_592, 2 ** 22 - 1, 2 ** 22]) {
      for (const power of [1, 2, 3, 4]) {
        const exact = (first / 2 ** 22) ** power * 2 ** 22;
        expect(Math.abs(powerInUnits(first, power) - exact)).toBeLessThanOrEqual(power);
      }
    }
  });
});

describe.each([
  ['webgpu', 'on device'],
  ['webgpu', 'in memory'],
  ['cpu', 'in memory'],
] as const)('reduction for %s, %s', (name, reduction) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await createGpuBackend(name, reduction);
  });
  afterAll(() => backend.close());

  it('sums the paths of games, block by block and record by record', async () => {
    const tested = allCases().find((known) => known.name === 'data-sharing, weak-euler')!;
    const { program } = tested.kernel;
    const register = (kind: string) => program.registers.findIndex((own) => own.startsWith(kind));
    const steps = tested.kernel.records.at(-1)!;
    const share = { coordinates: [0], complement: false };
    const kernel: Kernel = {
      ...tested.kernel,
      measures: [
        { kind: 'profiles', strategies: [2, 2, 2], delta: 0.2 },
        { kind: 'passage', register: register('passage'), steps, bins: 16 },
        ...tested.kernel.records.map((_, record) => ({
          kind: 'distribution' as const,
          of: { kind: 'share' as const, share },
          powers: 1 as const,
          bins: 32,
          record,
        })),
      ],
    };
    const { cells } = tested;
    const chunk = (paths: number, firstPath: number) => ({ cells, firstPath, paths });
    const [runner, truth] = await Promise.all([backend.open(kernel), reference.open(kernel)]);
    // at once, as the ensemble does: states of one must not end up in the sums of the other
    const found = await Promise.all([runner.run(chunk(101, 0)), runner.run(chunk(50, 104))]);
    const exact = await Promise.all([truth.run(chunk(101, 0)), truth.run(chunk(50, 104))]);
    await runner.close();
    if (name === 'webgpu' && backend.device.includes('SwiftShader')) {
      expect(found.map((tally) => [...tally])).toEqual(exact.map((tally) => [...tally]));
    }
    for (const [i, tally] of found.entries()) {
      const paths = [101, 50][i];
      const size = tally.length / cells.count;
      for (let cell = 0; cell < cells.count; cell++) {
        const last = tally.subarray((cell + 1) * size - 32, (cell + 1) * size);
        expect(last.reduce((sum, count) => sum + count, 0)).toBe(paths);
      }
      // another rounding may turn a path or two
      const moved = tally.reduce((sum, count, k) => sum + Math.abs(count - exact[i][k]), 0);
      if (name === 'cpu') expect(moved / 2 ** 22).toBeLessThan(20);
    }
  });

  it('ends a chunk between two records where it is told to stop, and the kernels are as good as new', async () => {
    const tested = allCases()[0];
    const runner = await backend.open({ ...tested.kernel, measures: [BAND] });
    const chunk = { cells: tested.cells, firstPath: 0, paths: 24 };
    const before = await runner.run(chunk);
    await expect(runner.run(chunk, AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough');
    expect(await runner.run(chunk)).toEqual(before);
    await runner.close();
  });

  it('shares kernels between runners that differ in their key alone', async () => {
    const tested = allCases()[0];
    const kernel = (lo: number): Kernel => ({ ...tested.kernel, key: { lo, hi: 5 }, measures: [BAND] });
    const chunk = { cells: tested.cells, firstPath: 0, paths: 24 };
    const [one, two] = await Promise.all([backend.open(kernel(1)), backend.open(kernel(2))]);
    const together = await Promise.all([one.run(chunk), two.run(chunk), one.run(chunk)]);
    await one.close();
    await one.close();
    const [first, second, again] = together.map((tally) => [...tally]);
    expect(again).toEqual(first);
    expect(second).not.toEqual(first);
    expect([...(await two.run(chunk))]).toEqual(second);
    await two.close();
    // more structures than are kept: the first is compiled anew
    for (const bins of [8, 16, 32, 64, 128]) {
      const other = await backend.open({ ...kernel(1), measures: [{ ...BAND, bins }] });
      expect((await other.run(chunk)).length).toBe(2 * (1 + bins));
      await other.close();
    }
    const fresh = await backend.open(kernel(1));
    expect([...(await fresh.run(chunk))]).toEqual(first);
    await fresh.close();
  });

  it('takes cells whose streams have gaps in several launches', async () => {
    const tested = allCases()[0];
    const kernel: Kernel = { ...tested.kernel, measures: [{ kind: 'profiles', strategies: [2, 2, 2], delta: 0.2 }] };
    const width = tested.kernel.program.registers.length;
    const streams = Uint32Array.of(7, 8, 9, 4, 4, 20);
    const repeat = (numbers: Float32Array, each: number) =>
      Float32Array.from({ length: each * streams.length }, (_, i) => numbers[i % each]);
    const cells = {
      count: streams.length,
      coefficients: repeat(tested.cells.coefficients, kernel.program.coefficients),
      start: repeat(tested.cells.start, width),
      streams,
    };
    const runner = await backend.open(kernel);
    const together = await runner.run({ cells, firstPath: 8, paths: 40 });
    const size = together.length / cells.count;
    for (const [cell, stream] of streams.entries()) {
      const one = {
        count: 1,
        coefficients: cells.coefficients.slice(0, kernel.program.coefficients),
        start: cells.start.slice(0, width),
        streams: Uint32Array.of(stream),
      };
      const alone = await runner.run({ cells: one, firstPath: 8, paths: 40 });
      expect([...together.subarray(cell * size, (cell + 1) * size)]).toEqual([...alone]);
    }
    await runner.close();
  });
});

describe.each(['on device', 'in memory'] as const)('states that stay, on webgpu, summed %s', (reduction) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await createGpuBackend('webgpu', reduction);
  });
  afterAll(() => backend.close());

  // in memory the powers are those of the reference too
  const compare: typeof compareTallies = (found, exact, paths) =>
    reduction === 'in memory'
      ? expect(Array.from(found)).toEqual(Array.from(exact))
      : compareTallies(found, exact, paths);

  async function tallies(kernel: Kernel, chunk: Chunk) {
    const [runner, truth] = await Promise.all([backend.open(kernel), reference.open(kernel)]);
    const both = await Promise.all([runner.run(chunk), truth.run(chunk)]);
    await runner.close();
    return both;
  }

  it('gives the numbers of the reference for any state', async () => {
    const seed = `states ${Math.random()}`;
    const [found, exact] = await tallies(stillKernel(), { cells: stillCells(seed, 150), firstPath: 0, paths: 5 });
    expect(() => compare(found, exact, 5), seed).not.toThrow();
  });

  it('stays exact where many paths have the largest numbers', async () => {
    const cells = cellOf(stillCells('many'), 0);
    // all ones: share, entry at the last step, 2^24 - 1 hits
    cells.start.set([1, 1, 0, 10_000_000, 2 ** 24 - 1, 40]);
    const [found, exact] = await tallies(stillKernel(), { cells, firstPath: 0, paths: 9001 });
    compare(found, exact, 9001);
  });

  it('takes more cells than a launch can have', async () => {
    const width = stillCells('').start.length / stillCells('').count;
    const count = 70_000;
    const start = new Float32Array(count * width);
    for (let cell = 0; cell < count; cell++) start[cell * width + 4] = cell;
    const runner = await backend.open({ ...stillKernel(), measures: [{ kind: 'total', register: 4 }] });
    const cells = { count, coefficients: new Float32Array(0), start, streams: new Uint32Array(count) };
    const totals = await runner.run({ cells, firstPath: 0, paths: 1 });
    await runner.close();
    expect(totals).toEqual(Float64Array.from({ length: count }, (_, cell) => cell));
  });
});
