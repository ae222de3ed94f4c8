/** The step program's other half: shares are put back into the simplex, and counted when they are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { double, evaluateStep, single } from '../../src/program/evaluate.js';
import { stepProgram } from '../../src/runs/step-program.js';
import { schemes } from '../../src/schemes/schemes.js';
import { coefficientsFor, memoryAt, type RandomGame, randomGame, randomState } from '../random-game.js';
import { type RandomNumbers, randomNumbers } from '../random-numbers.js';

const STEPS = 1000;
/** Steps after which a path starts anew: most large steps end in a corner, which nothing leaves. */
const FRESH = 5;

/**
 * Registers as they should be after being put back, by player: one share of two between 0 and 1; of more all alike, negative
 * ones to 0, then over their sum. And how many were outside.
 */
function putBack(
  strategies: readonly number[],
  raw: ArrayLike<number>,
  round: (x: number) => number,
): { kept: number[]; hits: number } {
  const [free, lasts]: number[][] = [[], []];
  const coordinates = strategies.reduce((sum, count) => sum + count - 1, 0);
  let hits = 0;
  for (const count of strategies) {
    const own = Array.from({ length: count - 1 }, (_, s) => raw[free.length + s]);
    if (count > 2) own.push(raw[coordinates + lasts.length]);
    hits += own.filter((share) => share < 0 || (count === 2 && share > 1)).length;
    const inside = own.map((share) => Math.max(0, share));
    const total = inside.reduce((sum, share) => round(sum + share));
    const shares = inside.map((share) => (count === 2 ? Math.min(1, share) : round(share / total)));
    if (count > 2) lasts.push(shares.pop()!);
    free.push(...shares);
  }
  return { kept: [...free, ...lasts], hits };
}

/** 1,000 steps with increments far larger than any scheme draws. */
function expectInside(random: RandomGame, start: readonly number[], draw: RandomNumbers, round: typeof single): number {
  const { strategies } = random.shape;
  const kept = stepProgram(random.shape, schemes.euler, [{ kind: 'hits' }]);
  const free = stepProgram(random.shape, schemes.euler, [], { clamp: false });
  const coefficients = coefficientsFor(random, 0.2).map(Math.fround);
  const first = [...start, ...memoryAt(schemes.euler, random, start)].map(Math.fround);
  const registers = new Float64Array(first.length + 1);
  const raw = new Float64Array(first.length);
  let hits = 0;
  for (let step = 0; step < STEPS; step++) {
    if (step % FRESH === 0) registers.set(first);
    const increments = Array.from({ length: kept.channels }, () => 30 * draw.normal());
    evaluateStep(free, coefficients, registers, increments, round, raw);
    evaluateStep(kept, coefficients, registers, increments, round, registers);
    const { kept: expected, hits: outside } = putBack(strategies, raw, round);
    hits += outside;

    // comparing before asserting: an assertion costs more than the step
    if (expected.some((share, i) => share !== registers[i])) expect([...registers]).toEqual([...expected, hits]);
    if (!expected.every((share) => share >= 0 && share <= 1)) expect.fail(`shares ${expected} in step ${step}`);
  }
  expect(registers[first.length]).toBe(hits);
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
          const start = [...state, ...memoryAt(schemes['weak-euler'], random, state), 0];
          const out = new Float64Array(start.length);
          evaluateStep(program, coefficientsFor(random, 1e-4), start, increments, double, out);
          return [...out];
        });
        // three and more are divided by their sum, which is 1 but for rounding
        for (const [i, share] of results[0].entries()) expect(Math.abs(share - results[1][i])).toBeLessThan(1e-15);
      }),
      { numRuns: 20 },
    );
  });
});
