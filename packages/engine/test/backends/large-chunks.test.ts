/** Chunks as large as a graphics card takes them, on whatever adapter is here: every place of a state array is read. */
import { readGame } from '@trilogue/core';
import { sweep } from '@trilogue/engine';
import { expect, it } from 'vitest';
import { createGpuBackend } from '../../src/backends/gpu/backend.js';

/** One population of eight strategies: seven shares and the count of those put back are eight registers a path. */
const GAME = `
game: eight
against: self
players:
  A: { strategies: [s0, s1, s2, s3, s4, s5, s6, s7] }
payoffs:
  A: { s0: 0, s1: 0, s2: 0, s3: 0, s4: 0, s5: 0, s6: 0, s7: 0 }
noise: { kind: replicator, sigma: { A: 0.1 } }
initial: { A: [0.02, 0.05, 0.07, 0.1, 0.13, 0.17, 0.21, 0.25] }
horizon: 0.01
`;

it('reads every register of chunks beyond 2^24 registers', async () => {
  const backend = await createGpuBackend('webgpu', 'on device');
  try {
    const options = {
      game: readGame(GAME),
      paths: 3 * 2 ** 20,
      dt: 0.01,
      scheme: 'weak-euler',
      seed: 'large',
    } as const;
    const chunk = { paths: 2 ** 24, pathSteps: 2 ** 40 };
    const metric = 'mean(A.s1)';
    const x = { name: 'sigma_A', from: 0.1, to: 0.1, count: 1 };
    const found = await sweep({ ...options, metric, x, backend, chunk });
    const exact = await sweep({ ...options, metric, x, backend: 'wasm' });
    expect(exact.values.flat()[0]).toBeCloseTo(0.05, 4);
    expect(found.values.flat()[0]).toBeCloseTo(exact.values.flat()[0]!, 6);
  } finally {
    await backend.close();
  }
});
