/** A machine's tallies are those of the reference in single precision, whatever the number of paths. */
import { bundledGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import type { Chunk, Kernel } from '../../src/backends/contract.js';
import { createReferenceBackend } from '../../src/backends/reference.js';
import { compileKernel, createMachine } from '../../src/backends/wasm/machine.js';
import type { Tracker } from '../../src/measures/observe/tracker.js';
import type { Measure } from '../../src/measures/reduce/measure.js';
import { single } from '../../src/program/evaluate.js';
import { incrementLayout } from '../../src/program/increments.js';
import { stepProgram } from '../../src/runs/step-program.js';
import { schemes } from '../../src/schemes/schemes.js';
import { compiled } from '../random-game.js';

const share = (coordinate: number) => ({ coordinates: [coordinate], complement: false });
const trackers: Tracker[] = [
  { kind: 'hits' },
  { kind: 'steps' },
  { kind: 'passage', region: { shares: [share(0)], delta: 0.3 } },
];
const program = stepProgram(compiled(bundledGame('data-sharing')).shape, schemes['weak-euler'], trackers);

function kernelOf(records: readonly number[]): Kernel {
  const measures: Measure[] = [
    { kind: 'profiles', strategies: [2, 2, 2], delta: 0.3 },
    { kind: 'total', register: 3 },
    { kind: 'passage', register: 5, steps: records[records.length - 1], bins: 16 },
    ...records.map(
      (_, record): Measure => ({
        kind: 'distribution',
        of: { kind: 'share', share: share(record % 3) },
        powers: 2,
        bins: 32,
        record,
      }),
    ),
  ];
  return { program, layout: incrementLayout('two-point', 3), records, measures, key: { lo: 5, hi: 6 } };
}

function chunkOf(starts: readonly (readonly number[])[], firstPath: number, paths: number): Chunk {
  const coefficients = starts.flatMap((_, cell) =>
    Array.from({ length: program.coefficients }, (_, i) => 0.3 * Math.sin(i + cell)),
  );
  return {
    cells: {
      count: starts.length,
      coefficients: Float32Array.from(coefficients),
      start: Float32Array.from(starts.flatMap((start) => [...start, 0, 0, -1])),
      streams: Uint32Array.from(starts, (_, cell) => cell),
    },
    firstPath,
    paths,
  };
}

const starts = [
  [0.5, 0.4, 0.6],
  [0.9, 0.1, 0],
];

async function expectSameTallies(kernel: Kernel, chunk: Chunk) {
  const machine = await createMachine(kernel, await compileKernel(kernel));
  const reference = await createReferenceBackend(single).open(kernel);
  const tallies = machine.run(chunk);
  expect([...tallies]).toEqual([...(await reference.run(chunk))]);
  return tallies;
}

describe('a machine', () => {
  it.each([1, 3, 4, 17, 64])('tallies %d paths as the reference does', async (paths) => {
    const tallies = await expectSameTallies(kernelOf([5, 24, 40]), chunkOf(starts, 0, paths));
    expect(tallies.some((number) => number > 0)).toBe(true);
  });

  it('does so where records of many steps fill more than one call, and where paths pass 2^32', async () => {
    const records = Array.from({ length: 300 }, (_, i) => i + 1);
    // 300 records of 96 bytes a group: a call takes four groups, and 37 paths need three calls
    await expectSameTallies(kernelOf(records), chunkOf([starts[0]], 2 ** 32 + 8, 37));
  });

  it('takes tiny shares for 0 as the reference does', async () => {
    const kernel = kernelOf([1, 32, 33, 64]);
    const machine = await createMachine(kernel, await compileKernel(kernel));
    const reference = await createReferenceBackend(single).open(kernel);
    for (const x of [1e-45, 7e-31, 8e-31, 1e-30, 1e-27]) {
      const chunk = chunkOf([[x, 0.5, 1 - 2 ** -24]], 4, 1);
      const traced = [...machine.trace(chunk)];
      expect(traced).toEqual([...(await reference.trace(chunk))]);
      expect(traced[0] === 0).toBe(x <= 2 ** -100);
    }
  });
});
