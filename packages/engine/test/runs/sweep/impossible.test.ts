/** Cells at which a game is not defined: they are empty, with the reason, and the others are as without them. */
import { readGame } from '@trilogue/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openBackend } from '../../../src/backends/choose.js';
import { metricAt } from '../../../src/runs/sweep/points.js';
import { sweep } from '../../../src/runs/sweep/sweep.js';

const game = readGame(
  'game: div\nhorizon: 4\nagainst: self\nplayers:\n  a: { strategies: [x, y] }\nparameters:\n  k: { value: 2 }\n  q: { value: 1 }\npayoffs:\n  a: { x: "1/k - 0.2*a.x", y: "k^q/10" }\nnoise: { kind: replicator, sigma: { a: 0.5 } }\n',
);
const axis = { name: 'k', from: -1, to: 1, count: 5 };

let opened: Opened;
beforeAll(async () => {
  opened = await openBackend('wasm', { threads: 1 });
});
afterAll(() => opened.backend.close());

describe('a sweep over values at which the game is not defined', () => {
  it.each([{ paths: 64, dt: 0.1 }, { tolerance: 0.05 }])(
    'leaves them empty with place and reason: %j',
    async (accuracy) => {
      const own = { game, metric: 'mean(a.x)', backend: opened.backend, ...accuracy };
      const { values, low, high, bias, impossible } = await sweep({ ...own, x: axis });
      expect(impossible).toEqual([
        { cell: 2, reason: expect.stringMatching(/^k = 0: .*player a.* 1 \/ 0 = Infinity/) },
      ]);
      for (const rows of [values, low, high, bias]) expect(rows[0]![2]).toBe(null);
      expect(values[0]!.filter((value) => value === null)).toHaveLength(1);
      if (accuracy.tolerance !== undefined) return;
      // random numbers are shared, so that a cell does not depend on its neighbours
      const alone = await sweep({ ...own, x: { name: 'k', from: 0.5, to: 1, count: 2 } });
      expect(alone.values[0]).toEqual(values[0]!.slice(3));
      expect(alone.impossible).toEqual([]);
    },
  );

  it('is refused where it is defined nowhere', async () => {
    const x = { name: 'k', from: -2, to: -1, count: 3 };
    const run = sweep({ game, metric: 'mean(a.x)', backend: opened.backend, x, set: { q: 0.5 }, paths: 4, dt: 0.1 });
    await expect(run).rejects.toThrow(/defined at no cell of this sweep\. k = -2: .*-2 \^ 0\.5 = NaN.*\(base\^2\)/);
  });
});

describe('a list of points', () => {
  it('is refused by the point at which the game is not defined', async () => {
    const own = { game, metric: 'mean(a.x)', backend: opened.backend, paths: 4, dt: 0.1 };
    const run = metricAt({
      ...own,
      points: [
        { k: 1, q: 1 },
        { k: 0, q: 1.5 },
      ],
    });
    await expect(run).rejects.toThrow(/^point 1, k = 0: payoff of player a, strategy x: 1 \/ 0 = Infinity/);
    await expect(run).rejects.toHaveProperty('name', 'GameError');
  });
});
