/** Paths where they are needed, on a runner that counts. */
import { describe, expect, it } from 'vitest';
import type { Backend, Cells, Chunk, Runner } from '../../../src/backends/contract.js';
import { spendPaths } from '../../../src/runs/tolerance/paths.js';

const STEPS = 10;
const COUNT = 5;

function counting() {
  const runs: { stream: number; from: number; to: number }[] = [];
  const runner: Runner = {
    async run({ cells, firstPath, paths }: Chunk) {
      const tally = new Float64Array(cells.count);
      for (let i = 0; i < cells.count; i++) {
        runs.push({ stream: cells.streams[i], from: firstPath, to: firstPath + paths });
        tally[i] = paths;
      }
      return tally;
    },
    trace: async () => new Float32Array(0),
    close: async () => {},
  };
  const cells: Cells = {
    count: COUNT,
    coefficients: new Float32Array(COUNT),
    start: new Float32Array(COUNT),
    streams: Uint32Array.from({ length: COUNT }, (_, i) => i),
  };
  const chunk = { pathSteps: 1e7, paths: 1e6 };
  const backend = { name: 'reference', device: '', threads: 1, concurrency: 1, chunk } as unknown as Backend;
  return { runs, runner, cells, backend };
}

async function spend(wanted: readonly number[], most = 1e6) {
  const { runs, ...rest } = counting();
  const got = new Map<number, number>();
  const pathSteps = await spendPaths({
    ...rest,
    steps: STEPS,
    size: 1,
    first: 256,
    most,
    need(cell, tally, units) {
      expect(tally[0]).toBe(units);
      return wanted[cell] / units;
    },
    onCell: (cell, tally, units) => {
      expect(got.has(cell)).toBe(false);
      expect(tally[0]).toBe(units);
      got.set(cell, units);
    },
    options: {},
  });
  return { runs, got, pathSteps };
}

describe('spendPaths', () => {
  it('gives each cell what it needs and little more, every path once', async () => {
    const wanted = [1, 256, 300, 10_000, 77_000];
    const { runs, got, pathSteps } = await spend(wanted);
    expect([...got.keys()].sort()).toEqual([0, 1, 2, 3, 4]);
    expect([got.get(0), got.get(1)]).toEqual([256, 256]);
    for (const [cell, want] of wanted.entries()) {
      const have = got.get(cell)!;
      expect(have).toBeGreaterThanOrEqual(want);
      if (want > 256) expect(have).toBeLessThan(1.3 * want + 64);
      let next = 0;
      for (const { from, to } of runs.filter(({ stream }) => stream === cell)) {
        expect(from).toBe(next);
        expect(from % 4).toBe(0);
        next = to;
      }
      expect(next).toBe(have);
    }
    expect(pathSteps).toBe(STEPS * [...got.values()].reduce((sum, units) => sum + units, 0));
  });

  it('stops at the most that a cell may have', async () => {
    const { got } = await spend([1e9, 1, 1, 1, 1], 4096);
    expect(got.get(0)).toBe(4096);
  });
});
