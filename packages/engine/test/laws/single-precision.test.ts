/**
 * Numbers up to the largest that may be: no state leaves single precision, in any scheme, and whatever is larger is refused by name.
 * A state that is not a number would be near no outcome, and be counted as a path that ended elsewhere.
 */
import { readGame } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../src/errors.js';
import { MOST_CHANGE } from '../../src/runs/prepare.js';
import { simulate } from '../../src/runs/simulate/simulate.js';
import { planSweep } from '../../src/runs/sweep/plan.js';
import { sweep } from '../../src/runs/sweep/sweep.js';
import { schemes } from '../../src/schemes/schemes.js';

const strategies = ['x', 'y', 'z'];
const gameOf = (count: number, noise: string) => {
  const own = `[${strategies.slice(0, count).join(', ')}]`;
  const rows = ['k*b.x - 0.3*k', '0.5', 'k*b.y*b.x'].slice(0, count);
  const list = (payoffs: readonly string[]) => payoffs.map((payoff, s) => `${strategies[s]}: ${payoff}`).join(', ');
  return readGame(
    [
      ...['game: large', 'title: Large', `players: { a: { strategies: ${own} }, b: { strategies: ${own} } }`],
      ...['parameters: { k: { value: 1, range: [0, 2000] } }', 'payoffs:'],
      `  a: { ${list(rows)} }`,
      `  b: { ${list(rows.map((row) => row.replaceAll('b.', 'a.')))} }`,
      `noise: { kind: ${noise}, sigma: { a: 0.3, b: 0.3 } }`,
      'horizon: 30',
    ].join('\n'),
  );
};

const cases = [2, 3].flatMap((count) =>
  ['replicator', 'demographic', 'multiplicative'].flatMap((noise) =>
    Object.keys(schemes).map((scheme) => ({ count, noise, scheme: scheme as keyof typeof schemes })),
  ),
);

describe('the largest numbers that may be', () => {
  // a bound of the advantages of the game is 1.3 k at most, and both bounds are reached together
  const most = { k: MOST_CHANGE / 2, sigma: MOST_CHANGE };

  it.each(cases)('stay numbers: $count strategies, $noise noise, $scheme', async ({ count, noise, scheme }) => {
    const game = gameOf(count, noise);
    const run = (k: number, sigma: number) =>
      simulate({
        ...{ game, scheme, dt: 1, paths: 256, backend: 'wasm', threads: 1 },
        set: { k, sigma_a: sigma, sigma_b: sigma },
      });
    for (const [k, sigma] of [
      [most.k, 0.3],
      [1, most.sigma],
      [most.k, most.sigma],
      [1e3, 1e3],
    ] as const) {
      let result: Awaited<ReturnType<typeof run>>;
      try {
        result = await run(k, sigma);
      } catch (error) {
        // schemes that the game does not admit
        if (error instanceof EngineError && error.message.startsWith(`scheme "${scheme}"`)) return;
        throw error;
      }
      for (const { mean, sd } of Object.values(result.final)) {
        expect({ k, sigma, mean, sd }).toEqual({ k, sigma, mean: expect.any(Number), sd: expect.any(Number) });
        expect(mean >= 0 && mean <= 1 && sd >= 0).toBe(true);
      }
    }
  });
});

describe('larger numbers', () => {
  const game = gameOf(2, 'replicator');
  const common = { game, dt: 0.1, paths: 16, backend: 'wasm', threads: 1 } as const;

  it.each([
    ['payoffs', { k: 1e40 }, /^payoff differences of up to \S+ over a step of 0.1 change shares by .*e\+38 at once/],
    ['payoffs within double precision', { k: 1e200 }, /^payoff differences/],
    ['noise', { sigma_a: 1e200 }, /^noise of up to 1e\+200 over a step of 0.1 change/],
    ['payoffs a little too large', { k: 20 * MOST_CHANGE }, /^payoff differences/],
  ])('are refused with what they are: %s', async (_, set, words) => {
    await expect(simulate({ ...common, set })).rejects.toThrow(words);
    await expect(simulate({ ...common, set })).rejects.toThrow(EngineError);
    await expect(simulate({ ...common, dt: undefined, paths: undefined, set })).rejects.toThrow(EngineError);
  });

  it('are refused in a sweep before a cell is run', async () => {
    const x = { name: 'k', from: 0, to: 1e40, count: 3 };
    const definition = { ...common, x, metric: 'P(x,x)' };
    await expect(sweep(definition)).rejects.toThrow(/^payoff differences/);
    const trial = () => expect.fail('no trial is run');
    await expect(planSweep({ ...definition, dt: undefined, paths: undefined }, { trial })).rejects.toThrow(EngineError);
  });
});
