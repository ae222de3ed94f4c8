import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBuilder, type Value } from '../../src/program/builder.js';
import { double, evaluateStep, type Rounding, single } from '../../src/program/evaluate.js';
import { expSingle } from '../../src/program/exponential.js';
import type { Program } from '../../src/program/program.js';
import { stepProgram } from '../../src/runs/step-program.js';
import { schemes } from '../../src/schemes/schemes.js';
import { coefficientsFor, memoryAt, randomGame, randomState } from '../random-game.js';
import { randomNumbers } from '../random-numbers.js';

type B = ReturnType<typeof createBuilder>;

function run(program: Program, registers: number[], increments: number[], round: Rounding): number[] {
  const out = new Float64Array(program.registers.length);
  evaluateStep(program, [], registers, increments, round, out);
  return [...out];
}

/** One operation on two registers. */
function apply(write: (b: B, x: Value, y: Value) => Value, x: number, y: number, round: Rounding = double): number {
  const builder = createBuilder('two-point', 1);
  const value = write(builder, builder.register(0), builder.register(1));
  return run(builder.finish([{ name: 'x', value }]), [x, y], [-1], round)[0];
}

const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => x + 0);

describe('evaluateStep', () => {
  it('computes each operation, rounded once where asked', () => {
    fc.assert(
      fc.property(number, number, (x, y) => {
        const cases: [(b: B, x: Value, y: Value) => Value, number][] = [
          [(b, x, y) => b.add(x, y), x + y],
          [(b, x, y) => b.sub(x, y), x - y],
          [(b, x, y) => b.mul(x, y), x * y],
          [(b, x, y) => b.div(x, y), x / y],
          [(b, x) => b.sqrt(b.mul(x, x)), Math.sqrt(x * x)],
        ];
        for (const [write, expected] of cases) expect(apply(write, x, y)).toBe(expected);
        for (const [write, expected] of cases.slice(0, 4)) {
          expect(apply(write, x, y, single)).toBe(Math.fround(expected));
        }
        expect(apply((b, x, y) => b.min(x, y), x, y)).toBe(Math.min(x, y));
        expect(apply((b, x, y) => b.max(x, y), x, y)).toBe(Math.max(x, y));
        expect(apply((b, x, y) => b.less(x, y), x, y)).toBe(x < y ? 1 : 0);
        expect(apply((b, x, y) => b.differs(x, y), x, y)).toBe(x === y ? 0 : 1);
        expect(apply((b, x, y) => b.select(b.less(x, y), x, y), x, y)).toBe(x < y ? x : y);
        expect(apply((b, x) => b.increment(x, 0), x, y)).toBe(-x);
      }),
    );
  });

  it('multiplies by a normal, and takes exponentials', () => {
    const builder = createBuilder('gaussian', 1);
    const program = builder.finish([
      { name: 'normal', value: builder.increment(builder.constant(2), 0) },
      { name: 'exp', value: builder.exp(builder.register(0)) },
    ]);
    expect(run(program, [-1, 0], [-1.5], double)).toEqual([-3, Math.exp(-1)]);
    expect(run(program, [-1, 0], [1.5], single)).toEqual([3, expSingle(-1)]);
  });

  it('gives 0 for less and differs where both are equal', () => {
    expect(apply((b, x, y) => b.less(x, y), 0.5, 0.5)).toBe(0);
    expect(apply((b, x, y) => b.differs(x, y), 0.5, 0.5)).toBe(0);
  });

  it('rounds every operation, not only the last', () => {
    // 1 + 2^-30 is 1 in single precision, so the sum forgets it; in double precision it comes back
    const write = (b: B, x: Value, y: Value) => b.sub(b.add(x, y), x);
    expect(apply(write, 1, 2 ** -30, double)).toBe(2 ** -30);
    expect(apply(write, 1, 2 ** -30, single)).toBe(0);
  });

  it('may write into the registers it reads: all of them change at once', () => {
    const builder = createBuilder('none', 0);
    const program = builder.finish([
      { name: 'a', value: builder.register(1) },
      { name: 'b', value: builder.register(0) },
    ]);
    const registers = Float64Array.of(1, 2);
    evaluateStep(program, [], registers, [], double, registers);
    expect([...registers]).toEqual([2, 1]);
  });

  it('stays in single precision, and near double precision, on the programs of random games', () => {
    const cases = randomGame({ players: 3, strategies: 3 }).chain((random) =>
      fc.tuple(fc.constant(random), randomState(random.shape.strategies), fc.integer()),
    );
    fc.assert(
      fc.property(cases, ([random, state, seed]) => {
        const program = stepProgram(random.shape, schemes.euler, []);
        const coefficients = coefficientsFor(random, 0.05).map(Math.fround);
        const start = [...state, ...memoryAt(schemes.euler, random, state)].map(Math.fround);
        const draw = randomNumbers(seed);
        const increments = Array.from({ length: program.channels }, () => draw.normal());
        const [exact, rounded] = [new Float64Array(start.length), new Float64Array(start.length)];
        evaluateStep(program, coefficients, start, increments, double, exact);
        evaluateStep(program, coefficients, start, increments, single, rounded);
        // each of the program's operations may be wrong by 2^-24 of the largest number that occurs, and every
        // operation is linear or a root of a number whose own error it halves at 1 and takes the root of at 0
        const size = 1 + coefficients.reduce((sum, c) => sum + Math.abs(c), 0) * 6;
        const error = program.nodes.length * size * 2 ** -24;
        const bound = random.shape.noise === 'demographic' ? error + 6 * Math.sqrt(error) : error;
        for (let i = 0; i < start.length; i++) {
          expect(rounded[i]).toBe(Math.fround(rounded[i]));
          expect(Math.abs(rounded[i] - exact[i])).toBeLessThanOrEqual(bound);
        }
      }),
      { numRuns: 25 },
    );
  });
});
