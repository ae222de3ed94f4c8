/** Trackers along whole paths, against the same numbers worked out from the states. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside, regionOf } from '../../../src/measures/observe/region.js';
import { type Share, shareOf, shareValue } from '../../../src/measures/observe/share.js';
import { type Tracker, trackerStart } from '../../../src/measures/observe/tracker.js';
import { double, evaluateStep } from '../../../src/program/evaluate.js';
import { stepProgram } from '../../../src/runs/step-program.js';
import { schemes } from '../../../src/schemes/schemes.js';
import { coefficientsFor, memoryAt, type RandomGame, randomGame, randomState } from '../../random-game.js';
import { randomNumbers } from '../../random-numbers.js';

const STEPS = 60;

/** States of one path, the start first, and the trackers' registers at its end. */
function run(random: RandomGame, start: readonly number[], trackers: readonly Tracker[], seed: number) {
  const program = stepProgram(random.shape, schemes.euler, trackers);
  const state = start.map(Math.fround);
  const lasts = memoryAt(schemes.euler, random, state);
  const first = trackers.map((tracker) => trackerStart(tracker, state));
  const registers = Float64Array.from([...state, ...lasts, ...first]);
  const draw = randomNumbers(seed);
  const states = [state];
  for (let step = 0; step < STEPS; step++) {
    const increments = Array.from({ length: program.channels }, () => draw.normal());
    evaluateStep(program, coefficientsFor(random, 0.5), registers, increments, double, registers);
    states.push([...registers.subarray(0, state.length)]);
  }
  return { states, tracked: [...registers.subarray(state.length + lasts.length)] };
}

const cases = randomGame({ players: 2, strategies: 3 }).chain((random) =>
  fc.tuple(fc.constant(random), randomState(random.shape.strategies), fc.integer(), fc.nat(2), fc.nat(2)),
);

describe('trackers', () => {
  it('keep the first step past the threshold of a region, -1 outside, 0 where the path starts inside', () => {
    const DELTA = 0.3;
    // 0.5826 standard deviations of a step's noise nearer to the path than the threshold itself
    const thresholds = ({ shape, sigma }: RandomGame, share: Share): number => {
      const shift = 0.5826 * sigma[0] * Math.sqrt(0.5);
      switch (shape.noise) {
        case 'none':
          return 1 - DELTA;
        case 'replicator':
          return 1 / (1 + Math.exp(Math.log(DELTA / (1 - DELTA)) + shift));
        case 'demographic':
          return 1 - DELTA - shift * Math.sqrt(DELTA * (1 - DELTA));
        case 'multiplicative':
          return share.complement ? 1 - DELTA * Math.exp(shift) : (1 - DELTA) * Math.exp(-shift);
        case 'additive':
          return 1 - DELTA - shift;
      }
    };
    const seen = { before: 0, later: 0, never: 0 };
    fc.assert(
      fc.property(cases, ([random, start, seed, s]) => {
        const { strategies } = random.shape;
        const region = regionOf(
          strategies,
          strategies.map((count, p) => (p === 0 ? s % count : null)),
          DELTA,
        );
        const share = region.shares[0];
        const threshold = thresholds(random, share);
        const { states, tracked } = run(random, start, [{ kind: 'steps' }, { kind: 'passage', region }], seed);
        expect(tracked[0]).toBe(STEPS);
        const value = (state: readonly number[]) => shareValue(share, (coordinate) => state[coordinate]);
        const entry = states.findIndex((state, step) =>
          step === 0 ? isInside(region, (coordinate) => state[coordinate]) : value(state) >= threshold,
        );
        // constants of the program are in single precision: a share within 1e-6 of the threshold may count or not
        fc.pre(states.every((state) => Math.abs(value(state) - threshold) > 1e-6));
        expect(tracked[1]).toBe(entry);
        seen[entry === 0 ? 'before' : entry > 0 ? 'later' : 'never']++;
      }),
      { numRuns: 40 },
    );
    // 40 random games that all do the same would test little
    expect(Object.values(seen).filter((count) => count > 0).length).toBeGreaterThan(1);
  });

  it('sum the gap of two shares with half of the start', () => {
    fc.assert(
      fc.property(cases, ([random, start, seed, s, t]) => {
        const { strategies } = random.shape;
        const [first, last] = [0, strategies.length - 1];
        const a = shareOf(random.shape, first, s % strategies[first]);
        const b = shareOf(random.shape, last, t % strategies[last]);
        const { states, tracked } = run(random, start, [{ kind: 'gap', a, b }], seed);
        const value = (share: Share, state: readonly number[]) => shareValue(share, (coordinate) => state[coordinate]);
        const gaps = states.map((state) => Math.abs(value(a, state) - value(b, state)));
        const expected = gaps.reduce((sum, gap) => sum + gap, 0) - gaps[0] / 2;
        expect(Math.abs(tracked[0] - expected)).toBeLessThanOrEqual(1e-12 * STEPS);
      }),
      { numRuns: 25 },
    );
  });

  it('leave the states alone', () => {
    fc.assert(
      fc.property(cases, ([random, start, seed]) => {
        const region = regionOf(
          random.shape.strategies,
          random.shape.strategies.map(() => 0),
          0.2,
        );
        const all: Tracker[] = [{ kind: 'hits' }, { kind: 'steps' }, { kind: 'passage', region }];
        expect(run(random, start, all, seed).states).toEqual(run(random, start, [], seed).states);
      }),
      { numRuns: 15 },
    );
  });

  it('hits counts the shares put back: see program/simplex.test.ts; it starts at 0', () => {
    expect(trackerStart({ kind: 'hits' }, [0.5])).toBe(0);
    expect(trackerStart({ kind: 'steps' }, [0.5])).toBe(0);
  });
});
