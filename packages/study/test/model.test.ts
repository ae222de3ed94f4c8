/** What a batch of runs says where it cannot be run. */
import { defineGame } from '@trilogue/core';
import { openBackend } from '@trilogue/engine';
import { expect, it } from 'vitest';
import { StudyError } from '../src/errors.js';
import { type Model, runBatch } from '../src/model.js';

const game = defineGame({
  ...{ game: 'penalty', against: 'self', players: { a: { strategies: ['x', 'y'] } } },
  ...{
    parameters: { fine: { value: 2 }, saving: { value: 1 }, other: { value: 1 } },
    where: { loss: 'fine - saving' },
  },
  ...{ payoffs: { a: { x: 'other', y: 'loss^0.5' } }, noise: { kind: 'none' }, initial: { a: 0.5 }, horizon: 1 },
});

it('names the point, the values that matter and a way out, where the game is not defined', async () => {
  const { backend } = await openBackend('cpu');
  const model: Model = {
    ...{ game, metric: 'mean(a.x)', set: {}, seed: 's', horizon: 1, delta: 0.05 },
    ...{ scheme: 'euler', backend, signal: new AbortController().signal },
  };
  const points = [
    { fine: 2, saving: 1, other: 0.5 },
    { fine: 1, saving: 3, other: 0.25 },
  ];
  const run = runBatch(model, { points, paths: 1, tolerance: 1, dt: 0.5, firstPoint: 6 });
  await expect(run).rejects.toThrow(StudyError);
  await expect(run).rejects.toThrow(
    /^The game is not defined .* point 7, fine = 1, saving = 3: payoff of player a, strategy y: -2 \^ 0\.5 = NaN; .*--range/,
  );
  await backend.close();
});
