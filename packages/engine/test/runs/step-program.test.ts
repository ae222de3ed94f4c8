import { bundledGame, bundledGameNames, diffusionAt, driftAt } from '@trilogue/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { double, evaluateStep, single } from '../../src/program/evaluate.js';
import { invariants } from '../../src/program/program.js';
import { stepProgram } from '../../src/runs/step-program.js';
import { schemes } from '../../src/schemes/schemes.js';
import {
  coefficientsFor,
  compiled,
  memoryAt,
  noises,
  type RandomGame,
  randomGame,
  randomState,
} from '../random-game.js';
import { type RandomNumbers, randomNumbers } from '../random-numbers.js';

const scheme = fc.constantFrom(schemes.euler, schemes['weak-euler']);

/** x + f(x) dt + g(x) dW by the field of `@trilogue/core`. */
function eulerStep(
  { field }: RandomGame,
  state: readonly number[],
  dt: number,
  increments: readonly number[],
): number[] {
  const drift = driftAt(field, state);
  const diffusion = diffusionAt(field, state);
  return state.map(
    (x, i) => x + drift[i] * dt + diffusion[i].reduce((sum, g, c) => sum + g * increments[c], 0) * Math.sqrt(dt),
  );
}

/** Compares one unclamped step with the field's, from one state with one set of increments. */
function expectSameStep(
  random: RandomGame,
  name: keyof typeof schemes,
  state: number[],
  dt: number,
  draw: RandomNumbers,
) {
  const program = stepProgram(random.shape, schemes[name], [], { clamp: false });
  const increments = Array.from({ length: program.channels }, () => (name === 'euler' ? draw.normal() : draw.sign()));
  const registers = [...state, ...memoryAt(schemes[name], random, state)];
  const out = new Float64Array(registers.length);
  evaluateStep(program, coefficientsFor(random, dt), registers, increments, double, out);
  const expected = eulerStep(random, state, dt, increments);

  const pull = random.terms.reduce((sum, term) => sum + Math.abs(term), 0) * dt;
  const noise = Math.max(...random.sigma) * Math.sqrt(dt) * increments.reduce((sum, z) => sum + Math.abs(z), 0);
  // the contrasts of three and more strategies are constants of the program, which are kept in single precision
  const contrasts = random.shape.noise === 'replicator' && random.shape.strategies.some((count) => count > 2);
  // and a last share that should be 0 is off by 2^-53, whose root it is that counts
  const roots = random.shape.noise === 'demographic' && random.shape.strategies.some((count) => count > 2);
  const bound = 1e-12 * (1 + pull + noise) + (contrasts ? 2 ** -23 * noise : 0) + (roots ? 2e-8 * noise : 0);
  for (let i = 0; i < state.length; i++) expect(Math.abs(out[i] - expected[i])).toBeLessThanOrEqual(bound);
}

describe('stepProgram', () => {
  it.each(noises)('makes the Euler step of the field, for random games with noise %s', (noise) => {
    const cases = randomGame({ noise }).chain((random) =>
      fc.tuple(
        fc.constant(random),
        randomState(random.shape.strategies),
        fc.double({ min: 1e-4, max: 0.5, noNaN: true }),
      ),
    );
    fc.assert(
      fc.property(cases, scheme, fc.integer(), ([random, state, dt], { name }, seed) => {
        expectSameStep(random, name, state, dt, randomNumbers(seed));
      }),
      { numRuns: 25 },
    );
  });

  it('makes the Euler step of the bundled games', () => {
    const draw = randomNumbers('bundled');
    for (const name of bundledGameNames) {
      const random = compiled(bundledGame(name));
      for (let n = 0; n < 20; n++) {
        const state = random.shape.strategies.flatMap((count) =>
          Array.from({ length: count - 1 }, () => draw.unit() / (count - 1)),
        );
        expectSameStep(random, 'euler', state, 0.1, draw);
      }
    }
  });

  it('has one register a coordinate and a last share of three and more, a coefficient for each term and each intensity, and two for the step', () => {
    fc.assert(
      fc.property(randomGame(), scheme, (random, { name }) => {
        const program = stepProgram(random.shape, schemes[name], []);
        const lasts = random.shape.strategies.filter((count) => count > 2).length;
        expect(program.registers).toHaveLength(random.shape.coordinates + lasts);
        expect(program.registers[0]).toBe('x0');
        expect(program.coefficients).toBe(random.terms.length + random.sigma.length + 2);
        expect(program.increments).toBe(random.shape.noise === 'none' ? 'none' : schemes[name].increments);
      }),
      { numRuns: 15 },
    );
  });

  it('depends on the structure of a game, not on its numbers', () => {
    const game = bundledGame('data-sharing');
    const other = { ...game, parameters: game.parameters.map((p) => ({ ...p, value: p.value * 0.9 })) };
    expect(stepProgram(compiled(other).shape, schemes.euler, [])).toEqual(
      stepProgram(compiled(game).shape, schemes.euler, []),
    );
  });

  it('does not stop a share that single precision rounds to 1, under multiplicative noise of three strategies', () => {
    const equation = { strategies: [3], dynamics: 'replicator', noise: 'multiplicative' } as const;
    const empty = { levels: [], intensities: [], rates: [], stateNoises: [], atoms: [], numbers: [] };
    const shape = { ...equation, ...empty, coordinates: 2, advantages: [[[], []]] };
    const program = stepProgram(shape, schemes.euler, []);
    const after = (rest: number) => {
      const out = new Float64Array(3);
      evaluateStep(program, [0.1, 1, 1], [1, rest, 0], [-1, 0], single, out);
      return [...out];
    };
    // the last strategy takes what the first loses, however small the other is
    for (const rest of [1e-9, 0]) {
      expect(after(rest)[0]).toBeCloseTo(0.9, 6);
      expect(after(rest)[2]).toBeCloseTo(0.1, 6);
    }
  });

  it('takes out of the terms what they share', () => {
    const { shape } = compiled(bundledGame('data-sharing'));
    const program = stepProgram(shape, schemes['weak-euler'], [], { clamp: false });
    const ops = (op: string) => program.nodes.filter((node) => node.op === op).length;
    const fixed = invariants(program);
    const inStep = program.nodes.filter((node, i) => node.op === 'mul' && !fixed[i]);
    // c0 + c1 y + (c2 + c3 y) z takes three products for each player; the noise and the step take six
    expect(inStep).toHaveLength(3 * 3 + 6);
    expect(ops('flip')).toBe(3);
    expect(ops('max') + ops('min') + ops('differs')).toBe(0);
  });
});
