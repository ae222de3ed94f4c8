/** Compiled kernels leave the tallies of WebAssembly, whatever is measured of how many paths, and have nothing of a game's text. */
import { readGame } from '@trilogue/core';
import { type Backend, openBackend, simulate, sweep } from '@trilogue/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Kernel } from '../../../src/backends/contract.js';
import { kernelText } from '../../../src/backends/native/print-kernel.js';
import { compileKernel, createMachine } from '../../../src/backends/wasm/machine.js';
import type { Share } from '../../../src/measures/observe/share.js';
import { type Measure, tallySize } from '../../../src/measures/reduce/measure.js';
import { allCases, type Case } from '../cases.js';

let native: Backend;
let wasm: Backend;
beforeAll(async () => {
  [native, wasm] = await Promise.all(
    (['native', 'wasm'] as const).map(async (name) => (await openBackend(name, { threads: 2 })).backend),
  );
});
afterAll(() => Promise.all([native, wasm].map((backend) => backend.close())));

const a: Share = { coordinates: [0], complement: false };
const notB: Share = { coordinates: [1], complement: true };
const third: Share = { coordinates: [0, 1], complement: true };

/** Every kind of measure; of registers that count steps, those of the trackers where there are any. */
function measuresOf({ kernel: { program, records } }: Case): Measure[] {
  const last = records[records.length - 1];
  const counted = ['steps', 'passage', 'gap'].map((kind) =>
    program.registers.findIndex((name) => name.startsWith(kind)),
  );
  return [
    { kind: 'region', region: { shares: [a, notB], delta: 0.4 } },
    { kind: 'region', region: { shares: [third], delta: 0.6 } },
    { kind: 'profiles', strategies: [2, 2], delta: 0.45 },
    ...records.map(
      (_, record): Measure => ({ kind: 'distribution', of: { kind: 'share', share: a }, powers: 2, bins: 64, record }),
    ),
    { kind: 'distribution', of: { kind: 'share', share: notB }, powers: 4, bins: 10 },
    { kind: 'distribution', of: { kind: 'share', share: third }, powers: 1, bins: 0 },
    ...(counted.includes(-1)
      ? []
      : ([
          { kind: 'total', register: counted[0] },
          { kind: 'passage', register: counted[1], steps: last, bins: 32 },
          { kind: 'passage', register: counted[1], steps: last, bins: 0 },
          {
            kind: 'distribution',
            of: { kind: 'gap', register: counted[2], a, b: a, steps: last },
            powers: 2,
            bins: 2048,
          },
        ] as Measure[])),
  ];
}

describe('a compiled kernel', () => {
  it.each(allCases().map((tested) => [tested.name, tested] as const))(
    'tallies as WebAssembly does: %s',
    async (_, tested) => {
      const kernel: Kernel = { ...tested.kernel, measures: measuresOf(tested) };
      const runner = await native.open(kernel);
      const machine = await createMachine(kernel, await compileKernel(kernel));
      for (const [firstPath, paths] of [
        [0, 1],
        [4, 3],
        [8, 64],
        [2 ** 32 + 8, 1027],
        [2 ** 32 - 40, 40],
      ]) {
        const chunk = { cells: tested.cells, firstPath, paths };
        const found = await runner.run(chunk);
        expect(found).toHaveLength(tallySize(kernel.measures) * tested.cells.count);
        expect([...found]).toEqual([...machine.run(chunk)]);
        expect(found.some((number) => number > 0)).toBe(true);
      }
      await runner.close();
    },
  );

  it('reduces records that fill more than one call', async () => {
    const [tested] = allCases();
    const records = Array.from({ length: 300 }, (_, i) => i + 1);
    const kernel: Kernel = {
      ...tested.kernel,
      records,
      measures: measuresOf({ ...tested, kernel: { ...tested.kernel, records } }),
    };
    const runner = await native.open(kernel);
    const machine = await createMachine(kernel, await compileKernel(kernel));
    const chunk = { cells: tested.cells, firstPath: 0, paths: 2001 };
    expect([...(await runner.run(chunk))]).toEqual([...machine.run(chunk)]);
    await runner.close();
  });

  it('has in its text nothing that a game names', () => {
    const registers = ['steps"; system("rm -rf /"); //', '*/ int evil; /*', '\n#include "/etc/passwd"'];
    for (const { kernel } of allCases()) {
      const { program } = kernel;
      const hostile = { ...program, registers: program.registers.map((_, r) => registers[r % registers.length]) };
      expect(kernelText({ ...kernel, program: hostile })).toBe(kernelText(kernel));
    }
  });
});

const HOSTILE = `
game: system-abort
title: '*/ #include "/etc/passwd"'
players:
  __attribute__: { strategies: [abort, exit] }
  main: { strategies: [fopen, fork] }
parameters: { system: { value: 0.8 } }
payoffs:
  __attribute__: { abort: 1 + system*main.fopen, exit: "1.2" }
  main: { fopen: 1 + __attribute__.abort, fork: "1.4" }
noise: { kind: multiplicative, sigma: 0.3 }
initial: { __attribute__: 0.4, main: 0.7 }
horizon: 5
`;

describe('runs by native code', () => {
  it('give the result of WebAssembly to the last bit: bands, outcomes, passages, heatmaps, of a game with such names', async () => {
    const game = readGame(HOSTILE);
    const [first, second] = await Promise.all(
      [native, wasm].map(async (backend) => {
        const {
          performance: _,
          backend: __,
          device: ___,
          ...ran
        } = await simulate({ game, backend, paths: 5003, dt: 0.05, times: 7 });
        const {
          performance: ____,
          backend: _____,
          device: ______,
          ...swept
        } = await sweep({
          game,
          backend,
          paths: 302,
          dt: 0.05,
          metric: 'P(abort,fopen)',
          x: { name: 'system', from: 0, to: 1, count: 7 },
        });
        return JSON.stringify([ran, swept]);
      }),
    );
    expect(first).toBe(second);
  });

  it('give within a tolerance what WebAssembly gives', async () => {
    const game = readGame(HOSTILE);
    const [first, second] = await Promise.all(
      [native, wasm].map(async (backend) => (await simulate({ game, backend, tolerance: 0.02 })).outcomes),
    );
    expect(first).toEqual(second);
  });
});
