/** One step of a scheme on a game, in double precision, beside the field it is a step of. */
import { diffusionAt, driftAt } from '@trilogue/core';
import { double, evaluateStep, type Rounding } from '../../src/program/evaluate.js';
import { stepProgram } from '../../src/runs/step-program.js';
import type { Scheme } from '../../src/schemes/contract.js';
import { coefficientsFor, memoryAt, type RandomGame } from '../random-game.js';

export interface OneStep {
  readonly channels: number;
  /** The state after a step from `state` under these increments, one a channel; not put back into the simplex. */
  (state: ArrayLike<number>, increments: ArrayLike<number>): Float64Array;
}

export function oneStep(random: RandomGame, scheme: Scheme, dt: number, round: Rounding = double): OneStep {
  const program = stepProgram(random.shape, scheme, [], { clamp: false });
  const coefficients = coefficientsFor(random, dt).map(round);
  const step = (state: ArrayLike<number>, increments: ArrayLike<number>) => {
    const registers = Float64Array.of(...Array.from(state), ...memoryAt(scheme, random, state).map(round));
    evaluateStep(program, coefficients, registers, increments, round, registers);
    return registers.slice(0, random.shape.coordinates);
  };
  return Object.assign(step, { channels: program.channels });
}

/** Drift of each coordinate. */
export function drift({ field }: RandomGame, state: ArrayLike<number>): number[] {
  return [...driftAt(field, state)];
}

/** Diffusion of each coordinate of a game of two strategies a player: each has one Brownian motion of its own. */
export function ownDiffusion({ field }: RandomGame, state: ArrayLike<number>): number[] {
  return diffusionAt(field, state).map((row, i) => row[i] ?? 0);
}
