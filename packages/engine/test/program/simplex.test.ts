/** The step program's other half: shares are put back into the simplex, and counted when they are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { double, evaluateStep, single } from '../../src/program/evaluate.js';
import { stepProgram } from '../../src/program/step-program.js';
import { schemes } from '../../src/scheme/schemes.js';
import { coefficientsFor, type RandomGame, randomGame, randomState } from '../random-game.js';
import { type RandomNumbers, randomNumbers } from '../random-numbers.js';

const STEPS = 1000;
/** Steps after which a path starts anew: most large steps end in a corner, which nothing leaves. */
const FRESH = 5;

/** Shares as they should be after being put back: by player, negative ones to 0, more than 1 in all scaled down. */
function putBack(strategies: readonly number[], raw: ArrayLike<number>, round: (x: number) => number): number[] {
  const kept: number[] = [];
  for (const count of strategies) {
    const shares = Array.from({ length: count - 1 }, (_, s) => Math.max(0, raw[kept.length + s]));
    const total = Math.max(
      1,
      shares.reduce((sum, share) => round(sum + share)),
    );
    kept.push(...shares.map((share) => (shares.length === 1 ? Math.min(1, share) : round(share / total))));
  }
  return kept;
}

function lastShares(strategies: readonly number[], state: ArrayLike<number>): number[] {
  let next = 0;
  return strategies.map((count) => {
    let last = 1;
    for (let s = 0; s < count - 1; s++) last -= state[next++];
    return last;
  });
}

/** 1,000 steps with increments far larger than any scheme draws. */
function expectInside(random: RandomGame, start: readonly number[], draw: RandomNumbers, round: typeof single): number {
  const { strategies, coordinates } = random.shape;
  const kept = stepProgram(random.shape, schemes.euler, [{ kind: 'hits' }]);
  const free = stepProgram(random.shape, schemes.euler, [], { clamp: false });
  const coefficients = coefficientsFor(random, 0.2).map(Math.fround);
  const registers = new Float64Array(coordinates + 1);
  const raw = new Float64Array(coordinates);
  let hits = 0;
  for (let step = 0; step < STEPS; step++) {
    if (step % FRESH === 0) registers.set(start.map(Math.fround));
    const increments = Array.from({ length: kept.channels }, () => 30 * draw.normal());
    evaluateStep(free, coefficients, registers, increments, round, raw);
    evaluateStep(kept, coefficients, registers, increments, round, registers);
    const expected = putBack(strategies, raw, round);
    hits += expected.filter((share, i) => share !== raw[i]).length;

    // comparing before asserting: an assertion costs more than the step
    if (expected.some((share, i) => share !== registers[i])) expect([...registers]).toEqual([...expected, hits]);
    // a share is rounded when it is divided by the sum: at most 2^-24 each, three of them here
    const last = lastShares(strategies, registers);
    if (!last.every((share) => share >= -1e-6)) expect.fail(`last shares ${last} in step ${step}`);
  }
  expect(registers[coordinates]).toBe(hits);
  return hits;
}

describe('stepProgram with clamp', () => {
  const cases = randomGame({ players: 3 }).chain((random) =>
    fc.tuple(fc.constant(random), randomState(random.shape.strategies), fc.integer()),
  );

  it('keeps every share in [0, 1] for 1,000 steps with huge increments, and counts those it puts back', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(double, single), ([random, state, seed], round) => {
        expectInside(random, state, randomNumbers(seed), round);
      }),
      { numRuns: 12 },
    );
  });

  it.each(['replicator', 'demographic', 'multiplicative'] as const)('is really needed: %s noise hits', (noise) => {
    const random = fc.sample(randomGame({ noise, players: 2 }), 1)[0];
    const start = random.shape.strategies.flatMap((count) => new Array<number>(count - 1).fill(1 / count));
    expect(expectInside(random, start, randomNumbers(noise), single)).toBeGreaterThan(100);
  });

  it('changes nothing where no share leaves', () => {
    fc.assert(
      fc.property(cases, ([random]) => {
        const state = random.shape.strategies.flatMap((count) => new Array<number>(count - 1).fill(1 / count));
        const results = [true, false].map((clamp) => {
          const program = stepProgram(random.shape, schemes['weak-euler'], [{ kind: 'hits' }], { clamp });
          const increments = Array.from({ length: program.channels }, (_, c) => (c % 2 === 0 ? 1 : -1));
          const out = new Float64Array(state.length + 1);
          evaluateStep(program, coefficientsFor(random, 1e-4), [...state, 0], increments, double, out);
          return [...out];
        });
        expect(results[0]).toEqual(results[1]);
      }),
      { numRuns: 20 },
    );
  });
});
