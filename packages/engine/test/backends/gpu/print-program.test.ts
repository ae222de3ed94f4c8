/** The printed kernels, read by a person (golden files) and run as the JavaScript that they are. */
import { bundledGame } from '@trilogue/core';
import { wordAt } from '@trilogue/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelCount, printKernel, STEP_ARGUMENTS } from '../../../src/backends/gpu/print-program.js';
import { STREAM_ARGUMENTS } from '../../../src/backends/gpu/stream.js';
import { increments } from '../../../src/backends/reference.js';
import type { Tracker } from '../../../src/measures/observe/tracker.js';
import { double, evaluateStep } from '../../../src/program/evaluate.js';
import { type IncrementLayout, incrementLayout, startOfDraws } from '../../../src/program/increments.js';
import type { Program } from '../../../src/program/program.js';
import { stepProgram } from '../../../src/runs/step-program.js';
import type { Scheme } from '../../../src/schemes/contract.js';
import { schemes } from '../../../src/schemes/schemes.js';
import { expectGolden } from '../../golden.js';
import { coefficientsFor, compiled, formulas, memoryAt, randomGameFor, randomState } from '../../random-game.js';

const KEY = { lo: 1, hi: 2 };
const trackers: Tracker[] = [{ kind: 'hits' }, { kind: 'steps' }];

function layoutOf(program: Program): IncrementLayout {
  return incrementLayout(program.increments, program.channels);
}

/**
 * Runs all kernels of a program from one step to another on the words of path 0, in double precision.
 *
 * @param width registers in each state array
 */
function runKernels(
  program: Program,
  coefficients: ArrayLike<number>,
  start: number[],
  from: number,
  to: number,
  width = 4,
): number[] {
  const layout = layoutOf(program);
  const { word: first, used } = startOfDraws(layout, from);
  return Array.from({ length: kernelCount(program, width) }, (_, array) => {
    // as the launch does: the stream begins at a whole block
    let word = Math.floor(first / 4) * 4;
    const unit = () => (wordAt(KEY, 0, 0, word++) >>> 8) * 2 ** -24;
    const { source, reads } = printKernel(program, layout, array, width, STREAM_ARGUMENTS);
    const build = new Function('Math', 'normalLength', 'cosTurn', 'sinTurn', 'expSingle', `return ${source}`);
    const length = (u: number) => Math.sqrt(-2 * Math.log(u + 2 ** -25));
    const kernel = build(
      { random: unit, floor: Math.floor, sqrt: Math.sqrt, min: Math.min, max: Math.max },
      length,
      (u: number) => Math.cos(2 * Math.PI * u),
      (u: number) => Math.sin(2 * Math.PI * u),
      Math.exp,
    );
    const thread = { thread: { x: 0, y: 0 } };
    const states = reads.map((i) => start.slice(i * width, (i + 1) * width));
    const numbers = [0, 0, to - from, first % 4, used];
    expect(numbers).toHaveLength(STEP_ARGUMENTS.length);
    return (kernel.call(thread, coefficients, ...states, ...numbers) as number[]).slice(0, width);
  })
    .flat()
    .slice(0, program.registers.length);
}

function runSteps(
  program: Program,
  coefficients: ArrayLike<number>,
  start: number[],
  from: number,
  to: number,
): number[] {
  const registers = Float64Array.from(start);
  for (let step = from; step < to; step++) {
    const drawn = increments(layoutOf(program), step, (index) => wordAt(KEY, 0, 0, index));
    evaluateStep(program, coefficients, registers, drawn, double, registers);
  }
  return [...registers];
}

describe('printKernel', () => {
  it.each(['weak-euler', 'euler'] as const)('prints readable source: hawk-dove with %s', (name) => {
    const { shape } = compiled(bundledGame('hawk-dove'));
    const program = stepProgram(shape, schemes[name], trackers);
    expectGolden(`${printKernel(program, layoutOf(program), 0, 4, STREAM_ARGUMENTS).source}\n`, `hawk-dove-${name}`);
  });

  it('returns four registers a kernel, and zeros where there are none', () => {
    const { shape } = compiled(bundledGame('data-sharing'));
    const program = stepProgram(shape, schemes['weak-euler'], trackers);
    expect(kernelCount(program, 4)).toBe(2);
    const last = (array: number) => printKernel(program, layoutOf(program), array, 4, []).source.split('\n').at(-2);
    expect(last(0)).toBe('  return [r0, r1, r2, r3];');
    expect(last(1)).toBe('  return [r4, 0, 0, 0];');
  });

  it('has only what its registers depend on', () => {
    const { shape } = compiled(bundledGame('data-sharing'));
    const program = stepProgram(shape, schemes['weak-euler'], trackers);
    const steps = printKernel(program, layoutOf(program), 1, 4, []);
    expect(program.registers).toEqual(['x0', 'x1', 'x2', 'hits0', 'steps1']);
    expect(steps.reads).toEqual([1]);
    expect(steps.source).not.toMatch(/r[0-3]\b|coefficients\[/);
    expect(printKernel(program, layoutOf(program), 0, 4, []).reads).toEqual([0]);
  });

  it('has all registers in one array where that is wide enough', () => {
    const { shape } = compiled(bundledGame('data-sharing'));
    const program = stepProgram(shape, schemes['weak-euler'], trackers);
    expect(kernelCount(program, 5)).toBe(1);
    const { source, reads } = printKernel(program, layoutOf(program), 0, 5, []);
    expect(reads).toEqual([0]);
    expect(source).toContain('let r4 = state0[from + 4];');
    expect(source.split('\n').at(-2)).toBe('  return [r0, r1, r2, r3];');
  });

  it('computes what does not change before the loop, and only there', () => {
    const { shape } = compiled(bundledGame('hawk-dove'));
    const program = stepProgram(shape, schemes['weak-euler'], []);
    const [before, loop] = printKernel(program, layoutOf(program), 0, 4, []).source.split('for (let step');
    expect(before).toContain('coefficients[row + 0]');
    expect(loop).not.toContain('coefficients[');
    expect(loop).toContain('r0 = next0;');
  });

  const cases = (scheme: Scheme) =>
    randomGameFor(scheme, 2).chain((random) => fc.tuple(fc.constant(random), randomState(random.shape.strategies)));
  const cut = fc.integer({ min: 0, max: 40 });
  const [gaussian, fromBits] = [true, false].map((wanted) =>
    formulas.filter((scheme) => (scheme.increments === 'gaussian') === wanted),
  );

  it.each(fromBits)(
    'run as JavaScript, takes the steps of the program to the last bit, from any on: $name',
    (scheme) => {
      fc.assert(
        fc.property(cases(scheme), cut, ([random, state], from) => {
          const program = stepProgram(random.shape, scheme, trackers);
          const coefficients = coefficientsFor(random, 0.1);
          const start = [...state, ...memoryAt(scheme, random, state), 0, from];
          expect(runKernels(program, coefficients, start, from, from + 30)).toEqual(
            runSteps(program, coefficients, start, from, from + 30),
          );
        }),
        { numRuns: 10 },
      );
    },
  );

  it('reads more than one word a step where there are more than 24 channels', () => {
    const random = compiled(bundledGame('rock-paper-scissors'));
    const shape = { ...random.shape, strategies: [8], coordinates: 7, noise: 'demographic' as const };
    const none = { ...shape, advantages: [Array.from({ length: 7 }, () => [])] };
    const program = stepProgram(none, schemes['weak-euler'], []);
    expect(program.channels).toBe(28);
    const start = new Array<number>(8).fill(1 / 8);
    expect(runKernels(program, [0.1], start, 3, 20)).toEqual(runSteps(program, [0.1], start, 3, 20));
  });

  it.each(gaussian)('pairs Gaussian words as the program does: $name', (scheme) => {
    fc.assert(
      fc.property(cases(scheme), cut, ([random, state], from) => {
        const program = stepProgram(random.shape, scheme, []);
        const coefficients = coefficientsFor(random, 0.01);
        const start = [...state, ...memoryAt(scheme, random, state)];
        const printed = runKernels(program, coefficients, start, from, from + 5);
        // normals in double precision here, in single there: five steps of a relative 5e-7 each, times six at most; near
        // an end a root of that
        const bound = random.shape.noise === 'demographic' ? 0.01 : 1e-4;
        for (const [i, value] of runSteps(program, coefficients, start, from, from + 5).entries()) {
          expect(Math.abs(printed[i] - value)).toBeLessThan(bound);
        }
      }),
      { numRuns: 8 },
    );
  });
});
