/** The forms of a step program: what each copy of the state does, and the distribution of increments made of others. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuilder } from '../../src/program/builder.js';
import { double, evaluateStep } from '../../src/program/evaluate.js';
import { joined, mirrored } from '../../src/program/form.js';
import type { IncrementKind } from '../../src/program/program.js';
import { stepProgram } from '../../src/program/step-program.js';
import { schemes } from '../../src/scheme/schemes.js';
import { coefficientsFor, memoryAt, type RandomGame, randomGameFor, randomState } from '../random-game.js';
import { randomNumbers } from '../random-numbers.js';

const DT = 0.05;
const all = Object.values(schemes);

/** Random increments of a scheme. */
function draws(kind: IncrementKind, count: number, seed: number): number[] {
  const draw = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    if (kind === 'gaussian') return draw.normal();
    if (kind === 'uniform') return Math.floor(draw.unit() * 2 ** 24) / 2 ** 24;
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
        const opposite = z.map((value) => (program.increments === 'uniform' ? 1 - value : -value));
        expectClose(found, [...step(start, z), ...step(start, opposite)]);
      }),
      { numRuns: 15 },
    );
  });
});

describe('halving', () => {
  it.each(all)('takes two half steps in the first copy and a whole one in the second: $name', (scheme) => {
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
        const whole = z
          .slice(0, own)
          .map((first, c) => joinedValue(program.increments, first, z[own + c], z[2 * own + c]));
        expectClose(found, [...fine, ...single(random, scheme, DT)(start, whole)]);
      }),
      { numRuns: 15 },
    );
  });
});

/** The increment of a whole step, written another way than the program does. */
function joinedValue(kind: IncrementKind, first: number, second: number, third: number): number {
  if (kind === 'two-point') return first === second ? first : third;
  if (kind !== 'uniform') return (first + second) / Math.SQRT2;
  const sum = first + second;
  return sum < 1 ? sum ** 2 / 2 : 1 - (2 - sum) ** 2 / 2;
}

/** What a joined builder makes of given draws. */
function joinedBy(kind: IncrementKind, values: readonly number[]): number {
  const builder = createBuilder(kind, values.length);
  const from = joined(builder, kind, 1);
  const value = kind === 'uniform' ? from.uniform(0) : from.increment(builder.constant(1), 0);
  const program = builder.finish([{ name: 'z', value }]);
  const out = new Float64Array(1);
  evaluateStep(program, [], [0], values, double, out);
  return out[0];
}

describe('increments of whole steps', () => {
  it('are signs again, for signs', () => {
    const signs = [1, -1];
    const values = signs.flatMap((a) => signs.flatMap((b) => signs.map((c) => joinedBy('two-point', [a, b, c]))));
    expect(values.filter((value) => value === 1)).toHaveLength(4);
    expect(values.filter((value) => value === -1)).toHaveLength(4);
    // and go with the halves: the mean product with their sum is 1, a correlation of 1 / sqrt 2
    const product = signs.flatMap((a) =>
      signs.flatMap((b) => signs.map((c) => (a + b) * joinedBy('two-point', [a, b, c]))),
    );
    expect(product.reduce((sum, value) => sum + value, 0) / 8).toBe(1);
  });

  it('are normal again, for normals: the sum over the square root of 2', () => {
    expect(joinedBy('gaussian', [0.3, -1.1])).toBeCloseTo(-0.8 / Math.SQRT2, 6);
  });

  it('are uniform again, for uniform numbers', () => {
    // equal parts of the square of the two halves: the share below u is u, to the fineness of the parts
    const n = 400;
    const grid = Array.from({ length: n }, (_, i) => (i + 0.5) / n);
    const values = grid.flatMap((a) => grid.map((b) => joinedBy('uniform', [a, b])));
    for (const u of [0.1, 0.3, 0.5, 0.8, 0.95]) {
      expect(Math.abs(values.filter((value) => value < u).length / n ** 2 - u)).toBeLessThan(2 / n);
    }
  });

  it('of a mirror are the opposite', () => {
    const builder = createBuilder('uniform', 1);
    const out = new Float64Array(1);
    evaluateStep(builder.finish([{ name: 'u', value: mirrored(builder).uniform(0) }]), [], [0], [0.25], double, out);
    expect(out[0]).toBe(0.75);
  });
});
