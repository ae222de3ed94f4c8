import { describe, expect, it } from 'vitest';
import {
  type CrossingOutput,
  type CrossingProblem,
  type CrossingResult,
  findCrossing,
} from '../../src/crossing/crossing.js';
import { normals } from '../run.js';

const problem: CrossingProblem = { factor: { name: 'w', range: [0, 1] }, from: 0.3, target: 0.8 };

/** Runs the search to its end. */
function solve(own: CrossingProblem, model: (at: number) => { value: number; variance?: number }): CrossingResult {
  const told: CrossingOutput[] = [];
  for (let step = 0; step < 10; step++) {
    const { ask, result } = findCrossing(own, told);
    if (result !== null) {
      expect(ask).toEqual([]);
      expect(result.runs).toBe(told.length);
      return result;
    }
    expect(ask.length).toBeGreaterThan(0);
    told.push(...ask.map((at) => ({ at, ...model(at) })));
  }
  throw new Error('The search does not end.');
}

const plain = (f: (x: number) => number) => (at: number) => ({ value: f(at) });
const hump = (x: number) => 4 * x * (1 - x);

describe('findCrossing without noise', () => {
  it.each([
    ['rising', problem, (x: number) => x ** 2, Math.sqrt(0.8)],
    ['falling', { ...problem, from: 1 }, (x: number) => 1 - x / 2, 0.4],
    ['at most', { ...problem, goal: 'at-most', target: 0.1 } as const, (x: number) => x, 0.1],
    ['a hump, from the left', { ...problem, from: 0, target: 0.75 }, hump, 0.25],
    ['a hump, from the right', { ...problem, from: 1, target: 0.75 }, hump, 0.75],
    ['two ways, the nearer one', { ...problem, from: 0.4, target: 0.04 }, (x: number) => (x - 0.5) ** 2, 0.3],
    [
      'a narrow hump between the first points',
      { ...problem, from: 0, target: 0.995, points: 4 },
      hump,
      0.5 - Math.sqrt(0.005) / 2,
    ],
  ] as const)('finds the nearest crossing of a function: %s', (_, own, f, exact) => {
    const { outcome, value, low, high } = solve(own, plain(f));
    expect(outcome).toBe('reached');
    // Four rounds of eight divide a bracket of 1/16 (1/3 of four points) by 9^4, but stop at 0.001 of the range.
    expect(high! - low!).toBeLessThanOrEqual(0.001);
    expect(low! <= exact && exact <= high!).toBe(true);
    expect(Math.abs(value! - exact)).toBeLessThan(1e-4);
  });

  it('says that the target is unreachable, and where the output came nearest', () => {
    expect(solve({ ...problem, target: 1.01 }, plain(hump))).toMatchObject({
      outcome: 'unreachable',
      value: null,
      low: null,
      high: null,
      best: { at: 0.5, output: { value: 1 } },
    });
  });

  it('gives outputs as they are where they are to be low', () => {
    const low = { ...problem, goal: 'at-most', target: -1 } as const;
    expect(
      solve(
        low,
        plain((x) => x),
      ),
    ).toMatchObject({
      outcome: 'unreachable',
      start: { value: 0.3, low: 0.3, high: 0.3 },
      best: { at: 0, output: { value: 0 } },
    });
  });

  it('stays where it is if the start meets the target', () => {
    expect(solve(problem, plain(hump))).toMatchObject({ outcome: 'already', value: 0.3, start: { value: 0.84 } });
  });
});

describe('findCrossing with noise', () => {
  const logistic = (x: number) => 1 / (1 + Math.exp(-12 * (x - 0.5)));
  const exact = 0.5 + Math.log(4) / 12;

  it.each(['independent', 'common'] as const)(
    'has intervals that hold the crossing about 95 times in 100: %s noise',
    (noise) => {
      for (const sd of [0.002, 0.02]) {
        let hits = 0;
        let square = 0;
        for (let seed = 0; seed < 200; seed++) {
          const draw = normals(`${noise} ${sd} ${seed}`);
          const level = draw();
          const { outcome, value, low, high } = solve({ ...problem, noise }, (at) => ({
            value: logistic(at) + sd * (noise === 'common' ? level : draw()),
            variance: sd ** 2,
          }));
          expect(outcome).toBe('reached');
          hits += low! <= exact && exact <= high! ? 1 : 0;
          square += (value! - exact) ** 2;
        }
        // Five binomial standard errors are 0.077; the curve between the ends of a bracket costs up to 0.03 more.
        expect(hits / 200).toBeGreaterThan(0.95 - 0.107);
        // One point's noise over the slope 1.92 is what a single crossing could do; averaging must beat it where it can.
        const single = sd / 1.92;
        expect(Math.sqrt(square / 200)).toBeLessThan(noise === 'common' ? 1.3 * single : 0.6 * single);
      }
    },
  );

  it('calls a target within the noise of the best point uncertain, and one far off unreachable', () => {
    const draw = normals('near');
    const model = (at: number) => ({ value: hump(at) + 0.01 * draw(), variance: 1e-4 });
    expect(solve({ ...problem, from: 0, target: 1.01 }, model).outcome).toBe('uncertain');
    expect(solve({ ...problem, from: 0, target: 1.2 }, model).outcome).toBe('unreachable');
  });

  it('takes the whole bracket for the interval where noise hides the curve', () => {
    const draw = normals('wide');
    const { outcome, low, high } = solve({ ...problem, from: 0, target: 0.5 }, (at) => ({
      value: at + 0.1 * draw(),
      variance: 0.01,
    }));
    expect(outcome).toBe('reached');
    expect(high! - low!).toBeGreaterThan(0.15);
    expect(low! < 0.5 && 0.5 < high!).toBe(true);
  });
});

describe('findCrossing step by step', () => {
  it('asks for the range and the start first, and for the rest of a batch that was cut off', () => {
    const own = { ...problem, points: 5 };
    const { ask } = findCrossing(own, []);
    expect(ask).toEqual([0.3, 0, 0.25, 0.5, 0.75, 1]);
    expect(findCrossing(own, [{ at: 0.25, value: 0.25 }]).ask).toEqual([0.3, 0, 0.5, 0.75, 1]);
    const told = ask.map((at) => ({ at, value: at }));
    expect(findCrossing(own, told).ask).toHaveLength(8);
    expect(findCrossing(own, told.toReversed()).ask).toEqual(findCrossing(own, told).ask);
  });

  it('refuses what it cannot use', () => {
    expect(() => findCrossing({ ...problem, from: 2 }, [])).toThrow('"w" starts at 2, outside its range [0, 1].');
    expect(() => findCrossing({ ...problem, factor: { name: 'w', range: [1, 1] } }, [])).toThrow('the one value 1');
    expect(() => findCrossing({ ...problem, target: Number.NaN }, [])).toThrow('The target must be finite');
    expect(() => findCrossing({ ...problem, tolerance: 0 }, [])).toThrow('tolerance 0');
    expect(() => findCrossing({ ...problem, points: 2 }, [])).toThrow('The number of points');
    expect(() => findCrossing({ ...problem, batch: 1 }, [])).toThrow('The number of points of a round');
    expect(() => findCrossing(problem, [{ at: 0, value: Number.NaN }])).toThrow('At w = 0 the output is NaN');
  });
});
