/** Bytes and text are the same module: another tool (wabt) reads both. */
import { bundledGame, bundledGameNames, lacking } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import wabtFactory from 'wabt';
import { moduleBytes } from '../../../../src/backends/wasm/assembler/bytes.js';
import type { WasmModule } from '../../../../src/backends/wasm/assembler/code.js';
import { moduleText } from '../../../../src/backends/wasm/assembler/text.js';
import { kernelModule } from '../../../../src/backends/wasm/machine.js';
import { printWasm } from '../../../../src/backends/wasm/program/print-program.js';
import type { Tracker } from '../../../../src/measures/observe/tracker.js';
import { incrementLayout } from '../../../../src/program/increments.js';
import { stepProgram } from '../../../../src/runs/step-program.js';
import { schemes } from '../../../../src/schemes/schemes.js';
import { compiled, formulas, noises } from '../../../random-game.js';

const wabt = await wabtFactory();

/** A module as wabt prints it, without names: one text for one module. */
function normalised(bytes: Uint8Array): string {
  const module = wabt.readWasm(bytes, { readDebugNames: false, simd: true });
  try {
    module.validate();
    return module.toText({ foldExprs: false, inlineExport: false });
  } finally {
    module.destroy();
  }
}

function assemble(text: string): Uint8Array {
  const module = wabt.parseWat('module.wat', text, { simd: true });
  try {
    module.resolveNames();
    module.validate();
    return module.toBinary({ write_debug_names: false }).buffer;
  } finally {
    module.destroy();
  }
}

function expectOneModule(module: WasmModule) {
  const bytes = moduleBytes(module);
  expect(WebAssembly.validate(bytes)).toBe(true);
  const text = normalised(bytes);
  // whole texts differ by one line at most where they differ: a diff of megabytes helps nobody
  const other = normalised(assemble(moduleText(module)));
  if (text !== other) {
    const [a, b] = [text.split('\n'), other.split('\n')];
    const line = a.findIndex((content, i) => content !== b[i]);
    expect.fail(`line ${line}: bytes say "${a[line]}", text says "${b[line]}"`);
  }
  expect(text).toContain('(export "run" (func 0))');
}

const trackers: Tracker[] = [{ kind: 'hits' }, { kind: 'steps' }];

describe('moduleBytes and moduleText', () => {
  const cases = bundledGameNames.flatMap((name) =>
    formulas.flatMap((scheme) =>
      noises
        .map((noise) => ({ ...compiled(bundledGame(name)).shape, noise }))
        .filter((shape) => lacking(shape, scheme.needs) === undefined)
        .map((shape) => ({ name, scheme, shape, noise: shape.noise })),
    ),
  );

  it.each(bundledGameNames)('are one valid module: %s, by every scheme and noise', (name) => {
    for (const { scheme, shape } of cases.filter((tested) => tested.name === name)) {
      const program = stepProgram(shape, scheme, trackers);
      expectOneModule({ functions: [printWasm(program, incrementLayout(program.increments, program.channels))] });
    }
  });

  it('have been read for every kind of increment', () => {
    const kinds = cases.map(({ scheme, shape }) => (shape.noise === 'none' ? 'none' : scheme.increments));
    expect(new Set(kinds)).toEqual(new Set(['two-point', 'gaussian', 'none']));
  });

  it.each(noises)('are one valid module for noise %s with passages and gaps', (noise) => {
    const { shape } = compiled(bundledGame('rock-paper-scissors'));
    const region = { shares: [{ coordinates: [0, 1], complement: true }], delta: 0.05 };
    const all: Tracker[] = [
      ...trackers,
      { kind: 'passage', region },
      { kind: 'gap', a: { coordinates: [0], complement: false }, b: { coordinates: [0, 1], complement: true } },
    ];
    const program = stepProgram({ ...shape, noise }, schemes['weak-euler'], all);
    expectOneModule({ functions: [printWasm(program, incrementLayout(program.increments, program.channels))] });
  });

  it('are one valid module for a kernel with a reduction of every sort', () => {
    const share = { coordinates: [0], complement: false };
    const rest = { coordinates: [0, 1], complement: true };
    const program = stepProgram(compiled(bundledGame('rock-paper-scissors')).shape, schemes.euler, trackers);
    const module = kernelModule({
      program,
      layout: incrementLayout(program.increments, program.channels),
      records: [3, 7],
      key: { lo: 0, hi: 0 },
      measures: [
        { kind: 'region', region: { shares: [share, rest], delta: 0.1 } },
        { kind: 'profiles', strategies: [3], delta: 0.1 },
        { kind: 'distribution', of: { kind: 'share', share: rest }, powers: 4, bins: 100, record: 0 },
        { kind: 'distribution', of: { kind: 'gap', register: 3, a: share, b: rest, steps: 7 }, powers: 1, bins: 0 },
        { kind: 'passage', register: 3, steps: 7, bins: 5 },
        { kind: 'total', register: 2 },
      ],
    });
    expect(module.functions).toHaveLength(7);
    expectOneModule(module);
  });
});
