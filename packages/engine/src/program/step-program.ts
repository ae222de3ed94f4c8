/**
 * Writes the step program of a game's field: advantages from coefficients, one scheme step, the simplex kept, trackers
 * updated. Owns the order of coefficients and registers.
 *
 * Coefficients: the field's own in shape order, each times dt; then each player's noise intensity times sqrt(dt).
 * Registers: the coordinates, then the scheme's memory, then one for each tracker.
 */
import { channels, type Exponents, type FieldShape } from '@trilogue/core';
import { type Tracker, trackerUpdate } from '../observe/tracker.js';
import type { Scheme } from '../scheme/contract.js';
import { type Builder, createBuilder, type Value } from './builder.js';
import type { Program } from './program.js';

export interface StepProgramOptions {
  /** False where it is proven that no share can leave [0, 1]: shares are then not clamped. Default true. */
  readonly clamp?: boolean;
}

/** The program of one step. */
export function stepProgram(
  shape: FieldShape,
  scheme: Pick<Scheme, 'step' | 'increments' | 'memory'>,
  trackers: readonly Tracker[],
  options: StepProgramOptions = {},
): Program {
  const noisy = channels(shape);
  const builder = createBuilder(noisy === 0 ? 'none' : scheme.increments, noisy);
  const state = Array.from({ length: shape.coordinates }, (_, i) => builder.register(i));
  const advantages = (at: readonly Value[]) => {
    let coefficient = 0;
    return shape.advantages.map((player) =>
      player.map((monomials) =>
        builder.sum(monomials.map((exponents) => monomial(builder, builder.coefficient(coefficient++), at, exponents))),
      ),
    );
  };
  const terms = shape.advantages.flat().reduce((sum, monomials) => sum + monomials.length, 0);
  const intensity = shape.strategies.map((_, player) => builder.coefficient(terms + player));
  const memory = scheme.memory?.(shape) ?? [];
  const remembered = memory.map((_, i) => builder.register(shape.coordinates + i));
  const stepped = scheme.step(builder, { shape, state, memory: remembered, advantages, intensity });
  const raw = stepped.slice(0, shape.coordinates);
  const kept = options.clamp === false ? raw : keepSimplex(builder, shape.strategies, raw);
  const hits = builder.sum(
    kept.map((share, i) => (share === raw[i] ? builder.constant(0) : builder.differs(share, raw[i]))),
  );

  const index = (i: number) => builder.register(shape.coordinates + memory.length + i);
  const stepsAt = trackers.findIndex((tracker) => tracker.kind === 'steps');
  const step = stepsAt < 0 ? undefined : builder.add(index(stepsAt), builder.constant(1));
  const tracked = trackers.map((tracker, i) => ({
    name: `${tracker.kind}${i}`,
    value: trackerUpdate(builder, tracker, index(i), { state: kept, hits, step }),
  }));
  return builder.finish([
    ...kept.map((value, i) => ({ name: `x${i}`, value })),
    ...memory.map(({ name }, i) => ({ name, value: stepped[shape.coordinates + i] })),
    ...tracked,
  ]);
}

/** coefficient times the powers of the state, multiplied from the state outwards so that equal products are shared. */
function monomial(builder: Builder, coefficient: Value, state: readonly Value[], exponents: Exponents): Value {
  let product: Value | undefined;
  for (const [i, power] of exponents.entries()) {
    for (let n = 0; n < power; n++) product = product === undefined ? state[i] : builder.mul(product, state[i]);
  }
  return product === undefined ? coefficient : builder.mul(coefficient, product);
}

/** Puts shares back: below 0 to 0, and where a player's shares sum to more than 1, scaled down to 1. */
function keepSimplex(builder: Builder, strategies: readonly number[], raw: readonly Value[]): Value[] {
  const zero = builder.constant(0);
  const one = builder.constant(1);
  const kept: Value[] = [];
  for (const count of strategies) {
    const shares = raw.slice(kept.length, kept.length + count - 1).map((share) => builder.max(share, zero));
    if (shares.length === 1) {
      kept.push(builder.min(shares[0], one));
    } else {
      const total = builder.max(builder.sum(shares), one);
      kept.push(...shares.map((share) => builder.div(share, total)));
    }
  }
  return kept;
}
