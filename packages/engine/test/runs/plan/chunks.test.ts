import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ChunkLimits, type ChunkPlan, planChunks } from '../../../src/runs/plan/chunks.js';

const BORDER = 2 ** 32;

function plan(cells: number, paths: number, steps: number, limits: ChunkLimits): ChunkPlan[] {
  return [...planChunks(cells, paths, steps, limits)];
}

/** Asserts that chunks cover every path of every cell once, in order: without visiting them one by one. */
function expectPartition(chunks: readonly ChunkPlan[], cells: number, paths: number) {
  const next = new Array<number>(cells).fill(0);
  for (const chunk of chunks) {
    for (let cell = chunk.firstCell; cell < chunk.firstCell + chunk.cells; cell++) {
      if (next[cell] !== chunk.firstPath)
        expect.fail(`cell ${cell} goes on at ${next[cell]}: ${JSON.stringify(chunk)}`);
      next[cell] += chunk.paths;
    }
  }
  expect(chunks.filter((chunk) => !(chunk.cells >= 1 && chunk.paths >= 1))).toEqual([]);
  expect(next).toEqual(new Array(cells).fill(paths));
}

const limits = fc.record({ pathSteps: fc.integer({ min: 1, max: 1e5 }), paths: fc.integer({ min: 1, max: 500 }) });
const size = fc.integer({ min: 1, max: 1000 });

describe('planChunks', () => {
  it('cuts cells times paths into an exact partition', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), size, size, limits, (cells, paths, steps, limit) => {
        expectPartition(plan(cells, paths, steps, limit), cells, paths);
      }),
    );
  });

  it('cuts an exact partition although the limits change from chunk to chunk', () => {
    const changes = fc.array(limits, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 }), size, size, changes, (cells, paths, steps, all) => {
        const now = { ...all[0]! };
        const chunks: ChunkPlan[] = [];
        for (const chunk of planChunks(cells, paths, steps, now, 400)) {
          const most = Math.max(4, Math.min(now.paths, now.pathSteps / steps));
          expect(chunk.cells * chunk.paths).toBeLessThanOrEqual(most);
          chunks.push({ ...chunk, firstPath: chunk.firstPath - 400 });
          Object.assign(now, all[chunks.length % all.length]);
        }
        expectPartition(chunks, cells, paths);
      }),
    );
  });

  it('keeps chunks within the limits, but for the four paths that every chunk may have', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), size, size, limits, (cells, paths, steps, limit) => {
        const most = Math.max(4, Math.min(limit.paths, limit.pathSteps / steps));
        expect(plan(cells, paths, steps, limit).filter((chunk) => chunk.cells * chunk.paths > most)).toEqual([]);
      }),
    );
  });

  it('begins at multiples of 4, and either takes whole cells or part of one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), size, size, limits, (cells, paths, steps, limit) => {
        const chunks = plan(cells, paths, steps, limit);
        expect(chunks.filter((chunk) => chunk.firstPath % 4 !== 0)).toEqual([]);
        expect(chunks.filter((chunk) => chunk.cells > 1 && chunk.paths !== paths)).toEqual([]);
      }),
    );
  });

  it('crosses no multiple of 2^32 paths, however large the limits are', () => {
    const many = fc.integer({ min: BORDER - 10, max: 3 * BORDER });
    const large = fc.integer({ min: 2 ** 29, max: 2 ** 34 });
    fc.assert(
      fc.property(many, large, (paths, limit) => {
        const chunks = plan(2, paths, 1, { pathSteps: 2 ** 40, paths: limit });
        expectPartition(chunks, 2, paths);
        for (const { firstPath, paths: part } of chunks) {
          expect(Math.floor(firstPath / BORDER)).toBe(Math.floor((firstPath + part - 1) / BORDER));
        }
      }),
    );
  });

  it('goes on from a first path, and splits there too at a multiple of 2^32', () => {
    const on = [...planChunks(2, 100, 10, { pathSteps: 1e6, paths: 60 }, 400)];
    expect(on.map(({ firstPath, paths }) => [firstPath, paths])).toEqual([
      [400, 60],
      [460, 40],
      [400, 60],
      [460, 40],
    ]);
    const across = [...planChunks(1, 100, 10, { pathSteps: 1e6, paths: 1000 }, BORDER - 40)];
    expect(across.map(({ firstPath, paths }) => [firstPath, paths])).toEqual([
      [BORDER - 40, 40],
      [BORDER, 60],
    ]);
  });

  it('finishes cells in order', () => {
    const cells = plan(5, 100, 10, { pathSteps: 400, paths: 1000 }).map((chunk) => chunk.firstCell);
    expect(cells).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
  });

  it('takes several small cells together', () => {
    expect(plan(5, 100, 10, { pathSteps: 1e6, paths: 250 })).toEqual([
      { firstCell: 0, cells: 2, firstPath: 0, paths: 100 },
      { firstCell: 2, cells: 2, firstPath: 0, paths: 100 },
      { firstCell: 4, cells: 1, firstPath: 0, paths: 100 },
    ]);
  });

  it.each([
    { pathSteps: 1e6, paths: 0 },
    { pathSteps: 1e6, paths: Number.NaN },
    { pathSteps: -1, paths: 100 },
    { pathSteps: undefined as unknown as number, paths: 100 },
  ])('refuses limits that are no positive numbers: %o', (limit) => {
    expect(() => plan(1, 100, 10, limit)).toThrow('must be a positive number');
  });
});
