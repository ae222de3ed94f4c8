/** The forms of a step program: what each copy of the state does, and the distribution of increments made of others. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { double, evaluateStep } from '../../src/program/evaluate.js';
import type { IncrementKind } from '../../src/program/program.js';
import { stepProgram } from '../../src/runs/step-program.js';
import { schemes } from '../../src/schemes/schemes.js';
import { coefficientsFor, formulas, memoryAt, type RandomGame, randomGameFor, randomState } from '../random-game.js';
import { randomNumbers } from '../random-numbers.js';

const DT = 0.05;
const all = formulas;

/** Random increments of a scheme. */
function draws(kind: IncrementKind, count: number, seed: number): number[] {
  const draw = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    if (kind === 'gaussian') return draw.normal();
    return draw.sign();
  });
}

/** Registers of one copy after one step of the single program. */
function single(random: RandomGame, scheme: (typeof all)[number], dt: number) {
  const program = stepProgram(random.shape, scheme, [{ kind: 'steps' }]);
  return (registers: ArrayLike<number>, increments: readonly number[]) => {
    const out = Float64Array.from(registers);
    evaluateStep(program, coefficientsFor(random, dt), registers, increments, double, out);
    return out;
  };
}

const cases = (scheme: (typeof all)[number]) =>
  randomGameFor(scheme).chain((random) =>
    fc.tuple(fc.constant(random), randomState(random.shape.strategies), fc.integer()),
  );

const startOf = (random: RandomGame, scheme: (typeof all)[number], state: readonly number[]) => [
  ...state,
  ...memoryAt(scheme, random, state),
  0,
];

function expectClose(found: ArrayLike<number>, wanted: ArrayLike<number>) {
  expect(found.length).toBe(wanted.length);
  for (let i = 0; i < found.length; i++) {
    // coefficients of the long step are products of single-precision constants: relative 1e-7
    expect(Math.abs(found[i] - wanted[i])).toBeLessThan(1e-6 * (1 + Math.abs(wanted[i])));
  }
}

describe('mirrored', () => {
  it.each(all)('steps a second copy by the opposite increments: $name', (scheme) => {
    fc.assert(
      fc.property(cases(scheme), ([random, state, seed]) => {
        const program = stepProgram(random.shape, scheme, [{ kind: 'steps' }], { form: 'mirrored' });
        const z = draws(program.increments, program.channels, seed);
        const start = startOf(random, scheme, state);
        const found = new Float64Array(2 * start.length);
        evaluateStep(program, coefficientsFor(random, DT), [...start, ...start], z, double, found);
        const step = single(random, scheme, DT);
        const opposite = z.map((value) => -value);
        expectClose(found, [...step(start, z), ...step(start, opposite)]);
      }),
      { numRuns: 15 },
    );
  });
});

describe('halving', () => {
  it.each(all.filter(({ increments }) => increments === 'gaussian'))(
    'takes two half steps in the first copy and a whole one in the second: $name',
    (scheme) => {
      fc.assert(
        fc.property(cases(scheme), ([random, state, seed]) => {
          const program = stepProgram(random.shape, scheme, [{ kind: 'steps' }], { form: 'halving' });
          const z = draws(program.increments, program.channels, seed);
          const start = startOf(random, scheme, state);
          const found = new Float64Array(2 * start.length);
          evaluateStep(program, coefficientsFor(random, DT / 2), [...start, ...start], z, double, found);
          const own = stepProgram(random.shape, scheme, []).channels;
          const half = single(random, scheme, DT / 2);
          const fine = half(half(start, z.slice(0, own)), z.slice(own, 2 * own));
          const whole = z.slice(0, own).map((first, c) => (first + z[own + c]) / Math.SQRT2);
          expectClose(found, [...fine, ...single(random, scheme, DT)(start, whole)]);
        }),
        { numRuns: 15 },
      );
    },
  );
});

describe('increments of whole steps', () => {
  it('cannot be made of signs', () => {
    const { shape } = fc.sample(
      randomGameFor(schemes['weak-euler'], 1).filter((random) => random.shape.noise !== 'none'),
      1,
    )[0];
    expect(() => stepProgram(shape, schemes['weak-euler'], [], { form: 'halving' })).toThrow('signs of whole steps');
  });
});
