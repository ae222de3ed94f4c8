/** The printed module computes the program: the same bits as the program evaluated in single precision. */
import { bundledGame } from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chunk, Kernel } from '../../../src/backends/contract.js';
import { createReferenceBackend } from '../../../src/backends/reference.js';
import { compileKernel, createMachine } from '../../../src/backends/wasm/machine.js';
import { PARAMETERS, printWasm } from '../../../src/backends/wasm/program/print-program.js';
import type { Tracker } from '../../../src/measures/observe/tracker.js';
import { single } from '../../../src/program/evaluate.js';
import { incrementLayout } from '../../../src/program/increments.js';
import type { Program } from '../../../src/program/program.js';
import { stepProgram } from '../../../src/runs/step-program.js';
import type { Scheme } from '../../../src/schemes/contract.js';
import { schemes } from '../../../src/schemes/schemes.js';
import { coefficientsFor, compiled, formulas, memoryAt, randomGameFor, randomState } from '../../random-game.js';

const trackers: Tracker[] = [{ kind: 'hits' }, { kind: 'steps' }];

function kernelOf(program: Program, records: number[]): Kernel {
  const layout = incrementLayout(program.increments, program.channels);
  return { program, layout, records, measures: [], key: { lo: 0xdeadbeef, hi: 7 } };
}

function chunkOf(coefficients: Float64Array, start: readonly number[], path: number, cell: number): Chunk {
  const cells = {
    count: 1,
    coefficients: Float32Array.from(coefficients),
    start: Float32Array.from(start),
    streams: Uint32Array.of(cell),
  };
  return { cells, firstPath: path, paths: 1 };
}

async function expectSameBits(program: Program, records: number[], chunk: Chunk) {
  const kernel = kernelOf(program, records);
  const machine = await createMachine(kernel, await compileKernel(kernel));
  const reference = await createReferenceBackend(single).open(kernel);
  const traced = machine.trace(chunk);
  expect(traced).toHaveLength(records.length * program.registers.length);
  expect([...traced]).toEqual([...(await reference.trace(chunk))]);
}

describe('printWasm', () => {
  const cases = (scheme: Scheme) =>
    randomGameFor(scheme).chain((random) =>
      fc.tuple(
        fc.constant(random),
        randomState(random.shape.strategies),
        fc.integer({ min: 1, max: 60 }),
        fc.oneof(fc.nat(1000), fc.integer({ min: 2 ** 32 - 5, max: 2 ** 32 + 5 })),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      ),
    );

  it.each(formulas)(
    'takes random games to the same bits as the program, any path, cell and record: $name',
    async (scheme) => {
      await fc.assert(
        fc.asyncProperty(cases(scheme), async ([random, state, end, path, cell]) => {
          const program = stepProgram(random.shape, scheme, trackers);
          const start = [...state, ...memoryAt(scheme, random, state), 0, 0];
          const chunk = chunkOf(coefficientsFor(random, 0.3), start, path, cell);
          const records = [...new Set([1, Math.ceil(end / 2), end])];
          await expectSameBits(program, records, chunk);
        }),
        { numRuns: 6 },
      );
    },
  );

  it('reads more than one word a step where there are more than 24 channels', async () => {
    const { shape } = compiled(bundledGame('rock-paper-scissors'));
    const wide = { ...shape, strategies: [8], coordinates: 7, noise: 'demographic' as const };
    const program = stepProgram(
      { ...wide, advantages: [Array.from({ length: 7 }, () => [])] },
      schemes['weak-euler'],
      [],
    );
    const start = new Array<number>(8).fill(1 / 8);
    await expectSameBits(program, [5, 12], chunkOf(Float64Array.of(0.2, 1, 1), start, 9, 1));
  });

  it('exports `run` with the parameters in their order, and names no local twice', () => {
    const { shape } = compiled(bundledGame('data-sharing'));
    const run = printWasm(stepProgram(shape, schemes.euler, trackers), incrementLayout('gaussian', 3));
    expect(run.name).toBe('run');
    expect(run.parameters.map((parameter) => parameter.name)).toEqual([...PARAMETERS]);
    const names = [...run.parameters, ...run.locals].map((local) => local.name);
    expect(new Set(names).size).toBe(names.length);
  });
});
