/** What the browser tests run inside the page: the package as a page would import it, and its inner self-test. */
import { bundledGame } from '@trilogue/core';
import { type BackendName, openBackend, replay, simulate } from '@trilogue/engine';
import type { Chunk } from '../../src/backends/contract.js';
import { createGpuBackend } from '../../src/backends/gpu/backend.js';
import type { GpuMode } from '../../src/backends/gpu/device.js';
import type { Reduction } from '../../src/backends/gpu/reduce/contract.js';
import { drawnWords } from '../../src/backends/self-test.js';
import { stillCells, stillKernel } from '../backends/gpu/reduction-case.js';

const page = {
  async open(name: BackendName | 'auto') {
    const { backend, passedOver } = await openBackend(name);
    await backend.close();
    return { name: backend.name, device: backend.device, threads: backend.threads, passedOver };
  },
  async words(name: BackendName, path: number, cell: number, count: number) {
    const { backend } = await openBackend(name);
    const words = await drawnWords(backend, path, cell, count);
    await backend.close();
    return words;
  },
  async path(name: BackendName, path: number, scheme: 'euler' | 'weak-euler') {
    const { backend, shares } = await replay({
      game: bundledGame('data-sharing'),
      path,
      scheme,
      dt: 0.1,
      backend: name,
    });
    return { backend, share: shares['A.share'] };
  },
  /** Tallies of states that stay, which Node has too. */
  async tallies(name: GpuMode, reduction: Reduction, seed: string, paths: number) {
    const backend = await createGpuBackend(name, reduction);
    const runner = await backend.open(stillKernel());
    const chunk: Chunk = { cells: stillCells(seed), firstPath: 0, paths };
    const tallies = await runner.run(chunk);
    await runner.close();
    await backend.close();
    return [...tallies];
  },
  async simulate(name: BackendName, scheme: 'euler' | 'weak-euler', paths: number) {
    const game = bundledGame('data-sharing');
    const result = await simulate({ game, paths, scheme, dt: 0.1, times: 4, passages: false, backend: name });
    return { backend: result.backend, device: result.device, outcomes: result.outcomes, final: result.final };
  },
};

export type EnginePage = typeof page;
(globalThis as unknown as { engine: EnginePage }).engine = page;
