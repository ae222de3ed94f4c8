/** Wrong options: refused with the user's own value, before anything is started. */
import { bundledGame, GameError, readGame } from '@trilogue/core';
import { EngineError, replay, simulate, sweep } from '@trilogue/engine';
import { describe, expect, it } from 'vitest';

const game = bundledGame('data-sharing');
const x = { name: 'tau', from: 0, to: 1, count: 3 };
const metric = 'P(share,share,coordinate)';

type Wrong = [options: Record<string, unknown>, message: string, code?: string];

/** What every run refuses. */
const shared: Wrong[] = [
  [{ horizon: 0 }, 'horizon must be a positive number; found 0'],
  [{ horizon: Number.NaN }, 'horizon must be a positive number; found NaN'],
  [{ dt: -0.1 }, 'dt must be a positive number; found -0.1'],
  [{ dt: 1e-8 }, 'at most 10000000 are taken. Use a larger dt'],
  [{ scheme: 'heun' }, 'unknown scheme "heun". Known: euler, weak-euler'],
  [
    { scheme: 'absorbing-euler' },
    'scheme "absorbing-euler" is for demographic noise or none, and this game has replicator',
  ],
  [{ delta: 0 }, 'delta must be above 0 and below 0.5; found 0'],
  [{ delta: 0.5 }, 'delta must be above 0 and below 0.5; found 0.5'],
  [{ delta: Number.NaN }, 'delta must be above 0 and below 0.5; found NaN'],
  [{ threads: 0 }, 'threads must be a whole number from 1 to 1024; found 0'],
  [{ threads: 1.5 }, 'threads must be a whole number from 1 to 1024; found 1.5'],
  [{ backend: 'cuda' }, 'unknown backend "cuda". Known: auto, webgpu, webgl2, native, wasm, cpu, reference'],
];

/** What those refuse that run ensembles. */
const ensembles: Wrong[] = [
  [{ paths: 0 }, 'paths must be a whole number from 1 to 2147483648; found 0'],
  [{ paths: -4 }, 'found -4'],
  [{ paths: 1.5 }, 'found 1.5'],
  [{ paths: 2 ** 31 + 1 }, 'found 2147483649'],
  [{ paths: Number.NaN }, 'found NaN'],
  [{ chunk: { paths: 0 } }, 'chunk.paths must be a positive number; found 0'],
];

const axis = (wrong: Partial<typeof x>) => ({ x: { ...x, ...wrong } });

const sweeps: Wrong[] = [
  [axis({ name: 'tua' }), 'axis "tua" is not a name that can be set. Known: I_A, '],
  [axis({ count: 0 }), 'axis "tau" needs a whole number of values from 1; found 0'],
  [axis({ count: 2.5 }), 'axis "tau" needs a whole number of values from 1; found 2.5'],
  [
    axis({ to: Number.POSITIVE_INFINITY }),
    'axis "tau" needs two finite ends at a finite distance; found 0 and Infinity',
  ],
  [axis({ from: Number.NaN }), 'axis "tau" needs two finite ends at a finite distance; found NaN and 1'],
  [
    axis({ from: -1e308, to: 1e308 }),
    'axis "tau" needs two finite ends at a finite distance; found -1e+308 and 1e+308',
  ],
  [axis({ from: 1, to: 1 + 2e-12, count: 1e5 }), 'more than there are numbers between: 1 is there twice'],
  [axis({ to: 5e-324 }), 'axis "tau" is 5e-324 wide, less than can be told apart'],
  [axis({ from: 0.5, to: 0.5 + 2 ** -53 }), 'axis "tau" is 1.1102230246251565e-16 wide, less than can be told apart'],
  [axis({ from: 1, to: 0 }), 'axis "tau" must go from a lower to a higher value; found 1 to 0'],
  [axis({ from: 1, to: 1 }), 'axis "tau" must go from a lower to a higher value; found 1 to 1'],
  [axis({ count: 1 }), 'axis "tau" has one value but two ends, 0 and 1; use at least 2 values'],
  [{ y: { ...x, name: 'P' } }, 'axis "P" is not a name that can be set'],
  [{ y: x }, 'both axes vary "tau"; choose two different names'],
  [{ ...axis({ count: 10_000 }), y: { ...x, name: 'p', count: 10_000 } }, '100000000 cells are more than 10000000'],
  [{ metric: 'P(share)' }, 'metric "P(share)" cannot be read', 'metric'],
  [{ finished: new Map([[3, new Float64Array(1)]]) }, 'cell 3 does not belong to this sweep of 3 cells'],
  [{ finished: new Map([[-1, new Float64Array(1)]]) }, 'cell -1 does not belong'],
  [{ finished: new Map([[0, new Float64Array(3)]]) }, 'records of 1 cells have 2 numbers in this sweep; found 3'],
  [{ finished: new Map([[0, new Float64Array(2)]]) }, 'the record of cell 0 has 0 paths'],
];

const replays: Wrong[] = [
  [{ path: -1 }, 'path must be a whole number from 0; found -1'],
  [{ path: 0.5 }, 'path must be a whole number from 0; found 0.5'],
  [{ path: 2 ** 53 }, 'path must be a whole number from 0; found 9007199254740992'],
  [{ cell: -1 }, 'cell must be a whole number from 0 to 4294967295; found -1'],
  [{ cell: 2 ** 32 }, 'cell must be a whole number from 0 to 4294967295; found 4294967296'],
];

/** Five players of six strategies. */
const crowded = readGame(
  [
    'game: crowded',
    'horizon: 1',
    'players:',
    ...['A', 'B', 'C', 'D', 'E'].map((name) => `  ${name}: { strategies: [a, b, c, d, e, f] }`),
    'payoffs:',
    ...['A', 'B', 'C', 'D', 'E'].map((name) => `  ${name}: { a: 1, b: 0, c: 0, d: 0, e: 0, f: 0 }`),
  ].join('\n'),
);

const simulations: Wrong[] = [
  [{ game: crowded }, 'this game has 7776 pure profiles, more than the 4096 whose outcomes are listed'],
  [{ times: -1 }, 'times must be a whole number from 0; found -1'],
  [{ times: 2.5 }, 'times must be a whole number from 0; found 2.5'],
];

async function refusal(run: () => Promise<unknown>): Promise<unknown> {
  try {
    await run();
  } catch (error) {
    return error;
  }
  return expect.fail('nothing was refused');
}

async function expectRefused(run: () => Promise<unknown>, message: string, code = 'option') {
  const error = await refusal(run);
  expect(error).toBeInstanceOf(EngineError);
  expect(error).toMatchObject({ name: 'EngineError', code });
  expect((error as Error).message).toContain(message);
}

// the reference backend starts nothing, so that what a case forgets costs little
const small = { game, backend: 'reference', paths: 4, horizon: 1, dt: 0.1 } as const;

describe('simulate', () => {
  it.each([...shared, ...ensembles, ...simulations])('refuses %o', (options, message, code) =>
    expectRefused(() => simulate({ ...small, ...options }), message, code),
  );
});

describe('sweep', () => {
  it.each([...shared, ...ensembles, ...sweeps])('refuses %o', (options, message, code) =>
    expectRefused(() => sweep({ ...small, x, metric, ...options }), message, code),
  );
});

describe('replay', () => {
  it.each([...shared, ...replays])('refuses %o', (options, message, code) =>
    expectRefused(() => replay({ ...small, path: 0, ...options }), message, code),
  );
});

describe('what the game refuses', () => {
  it.each([
    [{ scenario: 'nobody' }, 'nobody'],
    [{ set: { tua: 1 } }, 'tua'],
    [{ set: { 'initial.A': 1.5 } }, '1.5'],
    [{ set: { sigma_A: -1 } }, '-1'],
  ])('%o comes as its own error from all three', async (options, message) => {
    for (const run of [
      () => simulate({ ...small, ...options }),
      () => sweep({ ...small, x, metric, ...options }),
      () => replay({ ...small, path: 0, ...options }),
    ]) {
      const error = await refusal(run);
      expect(error).toBeInstanceOf(GameError);
      expect((error as Error).message).toContain(message);
    }
  });
});

describe('EngineError', () => {
  it('is an error with a code', () => {
    const error = new EngineError('backend', 'no such thing');
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toBe('EngineError: no such thing');
    expect(error.code).toBe('backend');
  });
});
