/** Step programs of every model beside the equation in plain numbers. */
import { boundaryOf, diffusionAt, driftAt, fieldAt, fieldCompiler, fieldShape, pointAt } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { double, evaluateStep } from '../../src/program/evaluate.js';
import { readCells } from '../../src/runs/cell-numbers.js';
import { prepare } from '../../src/runs/prepare.js';
import { MODELS, modelGame } from '../backends/cases.js';

const DT = 0.05;
const draws = [0.7, -1.1];

// noise with a memory and switched parameters are no functions of the state
const others = ['noise with a memory', 'three regimes'];
describe.each(Object.keys(MODELS).filter((name) => !others.includes(name)))('%s', (name) => {
  const game = modelGame(name);
  const point = pointAt(game);
  const field = fieldAt(game, point);
  const cell = readCells(game, { count: 1, pointOf: () => point, streamOf: () => 0 });
  const prepared = prepare({ game, scheme: 'euler', dt: DT }, cell, []);

  it('takes Euler steps of its drift and its noise', () => {
    const { program, cells } = prepared;
    let state = [0.4, 0.7];
    const registers = Float64Array.from(cells.start);
    // what is left alone outside soon leaves single precision
    for (let step = 0; step < 40 && Math.max(...state) < 5; step++) {
      const time = step * DT;
      const drift = driftAt(field, state, time);
      const noise = diffusionAt(field, state, time);
      const moved = state.map(
        (x, i) => x + drift[i]! * DT + noise[i]!.reduce((sum, g, c) => sum + g * draws[c]! * Math.sqrt(DT), 0),
      );
      const boundary = boundaryOf(fieldShape(game));
      state = moved.map((x) => {
        if (boundary === 'none') return x;
        const mirrored = boundary === 'reflect' ? (x < 0 ? -x : x > 1 ? 2 - x : x) : x;
        return Math.min(1, Math.max(0, mirrored));
      });
      evaluateStep(program, cells.coefficients, registers, draws, double, registers);
      // single-precision coefficients and polynomials of log and sin
      for (const [i, x] of state.entries()) {
        expect(Math.abs(registers[i]! - x)).toBeLessThan(2e-5 * Math.max(1, Math.abs(x)));
      }
      // what rounding leaves does not add up
      for (const [i, x] of state.entries()) registers[i] = x;
    }
  });

  it('has a bound of its payoffs and its noise from which a step follows', () => {
    const { rate } = prepared;
    const { shape } = fieldCompiler(game);
    expect(shape.coordinates).toBe(2);
    expect(rate).toBeGreaterThan(0);
    expect(rate).toBeLessThan(20);
  });
});
