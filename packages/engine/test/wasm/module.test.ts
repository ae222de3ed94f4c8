/** Bytes and text are the same module: another tool (wabt) reads both. */
import { bundledGame, bundledGameNames } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import wabtFactory from 'wabt';
import type { Tracker } from '../../src/observe/tracker.js';
import { incrementLayout } from '../../src/program/increments.js';
import { printWasm } from '../../src/program/print-wasm.js';
import { stepProgram } from '../../src/program/step-program.js';
import { schemes } from '../../src/scheme/schemes.js';
import { moduleBytes } from '../../src/wasm/bytes.js';
import type { WasmModule } from '../../src/wasm/code.js';
import { moduleText } from '../../src/wasm/text.js';
import { compiled, noises } from '../random-game.js';

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
  const variants = [
    { scheme: schemes['weak-euler'], noise: undefined, label: 'two-point' },
    { scheme: schemes.euler, noise: undefined, label: 'gaussian' },
    { scheme: schemes.euler, noise: 'none' as const, label: 'none' },
  ];
  const cases = bundledGameNames.flatMap((name) => variants.map((variant) => ({ name, ...variant })));

  it.each(cases)('are one valid module: $name, $label increments', ({ name, scheme, noise }) => {
    const { shape } = compiled(bundledGame(name));
    const program = stepProgram({ ...shape, noise: noise ?? shape.noise }, scheme, trackers);
    expectOneModule(printWasm(program, incrementLayout(program.increments, program.channels)));
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
    expectOneModule(printWasm(program, incrementLayout(program.increments, program.channels)));
  });
});
