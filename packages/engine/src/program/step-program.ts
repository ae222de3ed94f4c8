/**
 * Writes the step program of a game's field: advantages from coefficients, one scheme step, the simplex kept, trackers
 * updated. Owns the order of coefficients and registers.
 *
 * Coefficients: the field's own in shape order, each times dt; then each player's noise intensity times sqrt(dt); dt is
 * the half step in the form `halving`. Registers of a copy: the coordinates, then the scheme's memory, then one for each
 * tracker. Copies follow one another.
 */
import { channels, type Exponents, type FieldShape } from '@trilogue/core';
import { type Tracker, trackerUpdate } from '../observe/tracker.js';
import type { Scheme } from '../scheme/contract.js';
import { type Builder, createBuilder, type Value } from './builder.js';
import { channelsOf, copiesOf, joined, mirrored, type ProgramForm, shifted } from './form.js';
import { polynomial } from './polynomial.js';
import type { Program } from './program.js';

export interface StepProgramOptions {
  /** False where it is proven that no share can leave [0, 1]: shares are then not clamped. Default true. */
  readonly clamp?: boolean;
  /** Default `single`. */
  readonly form?: ProgramForm;
}

/** What a step program is written for. */
interface Subject {
  readonly shape: FieldShape;
  readonly scheme: Pick<Scheme, 'step' | 'increments' | 'memory'>;
  readonly trackers: readonly Tracker[];
  readonly clamp: boolean;
}

/** The registers of one copy, in order. */
type Copy = readonly { readonly name: string; readonly value: Value }[];

/** The program of one step. */
export function stepProgram(
  shape: FieldShape,
  scheme: Subject['scheme'],
  trackers: readonly Tracker[],
  options: StepProgramOptions = {},
): Program {
  const { clamp = true, form = 'single' } = options;
  const subject: Subject = { shape, scheme, trackers, clamp };
  const noisy = channels(shape);
  const kind = noisy === 0 ? 'none' : scheme.increments;
  const builder = createBuilder(kind, channelsOf(form, kind, noisy));
  const names = registerNames(subject);
  const [first, second] = Array.from({ length: copiesOf(form) }, (_, copy) =>
    names.map((name, i) => ({
      name: copy === 0 ? name : `${name}b`,
      value: builder.register(copy * names.length + i),
    })),
  );
  switch (form) {
    case 'single':
      return builder.finish(advance(builder, subject, first, 1));
    case 'mirrored':
      return builder.finish([
        ...advance(builder, subject, first, 1),
        ...advance(mirrored(builder), subject, second, 1),
      ]);
    case 'halving': {
      const middle = advance(builder, subject, first, 1);
      return builder.finish([
        ...advance(shifted(builder, noisy), subject, middle, 1),
        ...advance(joined(builder, kind, noisy), subject, second, 2),
      ]);
    }
  }
}

function registerNames({ shape, scheme, trackers }: Subject): string[] {
  return [
    ...Array.from({ length: shape.coordinates }, (_, i) => `x${i}`),
    ...(scheme.memory?.(shape) ?? []).map(({ name }) => name),
    ...trackers.map(({ kind }, i) => `${kind}${i}`),
  ];
}

/** One step of a copy, `steps` times as long as the coefficients say. */
function advance(builder: Builder, subject: Subject, before: Copy, steps: number): Copy {
  const { shape, scheme, trackers, clamp } = subject;
  const values = before.map(({ value }) => value);
  const times = (coefficient: Value, factor: number) => builder.mul(coefficient, builder.constant(factor));
  const advantages = (at: readonly Value[]) => {
    let next = 0;
    const term = (exponents: Exponents) => ({ coefficient: times(builder.coefficient(next++), steps), exponents });
    return shape.advantages.map((player) => player.map((monomials) => polynomial(builder, at, monomials.map(term))));
  };
  const terms = shape.advantages.flat().reduce((sum, monomials) => sum + monomials.length, 0);
  const intensity = shape.strategies.map((_, player) => times(builder.coefficient(terms + player), Math.sqrt(steps)));
  const state = values.slice(0, shape.coordinates);
  const firstTracker = values.length - trackers.length;
  const memory = values.slice(shape.coordinates, firstTracker);
  const stepped = scheme.step(builder, { shape, state, memory, advantages, intensity });
  const raw = stepped.slice(0, shape.coordinates);
  const kept = clamp ? keepSimplex(builder, shape.strategies, raw) : raw;
  const hits = builder.sum(
    kept.map((share, i) => (share === raw[i] ? builder.constant(0) : builder.differs(share, raw[i]))),
  );
  const stepsAt = trackers.findIndex((tracker) => tracker.kind === 'steps');
  const step = stepsAt < 0 ? undefined : builder.add(values[firstTracker + stepsAt], builder.constant(1));
  const tracked = trackers.map((tracker, i) =>
    trackerUpdate(builder, tracker, values[firstTracker + i], { state: kept, hits, step }),
  );
  const after = [...kept, ...stepped.slice(shape.coordinates), ...tracked];
  return before.map(({ name }, i) => ({ name, value: after[i] }));
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
