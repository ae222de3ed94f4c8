/**
 * Every backend against the reference: random words bit for bit on all; states bit for bit where only + - * / min max
 * and square roots occur and the backend computes in single precision without fusing operations (native code and WebAssembly always, the
 * software WebGPU adapter for two strategies); elsewhere closely, and in distribution.
 */
import { bundledGame } from '@trilogue/core';
import { type Backend, type BackendName, openBackend, simulate } from '@trilogue/engine';
import { wordAt } from '@trilogue/random';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createReferenceBackend } from '../../src/backends/reference.js';
import { drawnWords } from '../../src/backends/self-test.js';
import { single } from '../../src/program/evaluate.js';
import { allCases, type Case, onePath } from './cases.js';

const PATHS = [0, 1, 2, 3, 5, 1000, 2 ** 32 - 1, 2 ** 32 + 6];
const reference = createReferenceBackend(single);

describe.each<BackendName>(['native', 'wasm', 'cpu', 'webgpu', 'reference'])('backend %s', (name) => {
  let backend: Backend;
  beforeAll(async () => {
    backend = (await openBackend(name)).backend;
  });
  afterAll(() => backend.close());

  it('is the one that was asked for', () => {
    expect(backend.name).toBe(name);
    const devices: Record<BackendName, RegExp> = {
      native: /^C by .* on \d+ thread/,
      wasm: /WebAssembly/,
      cpu: /JavaScript/,
      webgpu: /\w+/,
      webgl2: /\w+/,
      reference: /TypeScript/,
    };
    expect(backend.device).toMatch(devices[name]);
  });

  it('draws the words of Philox4x32-10 at any path and cell', async () => {
    const key = { lo: 0x243f6a88, hi: 0x85a308d3 };
    for (const path of PATHS) {
      for (const cell of [0, 1, 2 ** 32 - 1]) {
        const words = await drawnWords(backend, path, cell, 9);
        expect(words).toEqual(words.map((_, index) => wordAt(key, cell, path, index) >>> 8));
      }
    }
  });

  it.each(allCases().map((tested) => [tested.name, tested] as const))(
    'follows the reference: %s',
    async (_, tested) => {
      const [runner, truth] = await Promise.all([backend.open(tested.kernel), reference.open(tested.kernel)]);
      for (const cell of [0, 1]) {
        for (const path of PATHS.slice(0, 6)) {
          const chunk = onePath(tested, cell, path);
          const [found, exact] = await Promise.all([runner.trace(chunk), truth.trace(chunk)]);
          expect(found.length).toBe(exact.length);
          if (
            name === 'native' ||
            name === 'wasm' ||
            (name === 'webgpu' && backend.device.includes('SwiftShader') && isPlain(tested))
          ) {
            expect(Array.from(found, normal)).toEqual(Array.from(exact, normal));
          } else {
            compareStart(found, exact, tested.kernel.program.results.length);
          }
        }
      }
      await Promise.all([runner.close(), truth.close()]);
    },
  );
});

describe('ensembles', () => {
  it.each(['weak-euler', 'euler'] as const)('give the same probabilities on every backend, by %s', async (scheme) => {
    const game = bundledGame('data-sharing');
    const paths = 4000;
    const probabilities: number[] = [];
    for (const backend of ['native', 'wasm', 'cpu', 'webgpu'] as const) {
      const result = await simulate({ game, paths, scheme, dt: 0.1, times: 0, passages: false, backend });
      expect(result.backend).toBe(backend);
      probabilities.push(result.outcomes[0].probability);
    }
    // the noise is the same, so that only paths that rounding turns over count differently: far fewer than 1 in 400
    for (const probability of probabilities) expect(Math.abs(probability - probabilities[0])).toBeLessThan(1 / 400);
  });
});

/** -0 and 0 are the same number; GPUs take what is below the smallest normal number, near 1e-38, for 0. */
function normal(value: number): number {
  return Math.abs(value) < 1e-30 ? 0 : value;
}

/** Only operations that round the same everywhere: no roots, no quotients, no logarithm of a Gaussian increment. */
function isPlain(tested: Case): boolean {
  return tested.kernel.program.nodes.every((node) => !['sqrt', 'div', 'exp', 'normal'].includes(node.op));
}

/** The first record, before rounding can grow: 10 units in the last place of numbers below 1. */
function compareStart(found: ArrayLike<number>, exact: ArrayLike<number>, registers: number): void {
  for (let r = 0; r < registers; r++) expect(Math.abs(found[r] - exact[r])).toBeLessThan(1e-6);
}
