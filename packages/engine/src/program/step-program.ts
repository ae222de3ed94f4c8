/**
 * Writes the step program of a game's field: advantages from coefficients, one scheme step, the simplex kept, trackers
 * updated. Owns the order of coefficients and registers.
 *
 * Coefficients: the field's own in shape order, each times dt; then each player's noise intensity times sqrt(dt); dt is
 * the half step in the form `halving`. Registers of a copy: the coordinates, then the last shares that the scheme keeps, then
 * its memory, then one for each tracker. Copies follow one another.
 */
import { channels, type Exponents, type FieldShape } from '@trilogue/core';
import type { Share } from '../observe/share.js';
import { passageThreshold } from '../observe/threshold.js';
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
  readonly scheme: Pick<Scheme, 'step' | 'increments' | 'keepsLast' | 'memory'>;
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
  const builder = createBuilder(kind, channelsOf(form, noisy));
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
      if (kind === 'two-point') throw new Error('bug: signs of whole steps cannot be made of those of their halves');
      const middle = advance(builder, subject, first, 1);
      return builder.finish([
        ...advance(shifted(builder, noisy), subject, middle, 1),
        ...advance(joined(builder, noisy), subject, second, 2),
      ]);
    }
  }
}

/** Which shares have registers, by their place among those of every strategy. */
export function sharePlaces(
  { strategies }: Pick<FieldShape, 'strategies'>,
  scheme: Pick<Scheme, 'keepsLast'>,
): { coordinates: number[]; lasts: number[] } {
  const [coordinates, lasts]: number[][] = [[], []];
  let place = 0;
  for (const count of strategies) {
    for (let s = 0; s < count - 1; s++) coordinates.push(place++);
    if (scheme.keepsLast(count)) lasts.push(place);
    place++;
  }
  return { coordinates, lasts };
}

function registerNames({ shape, scheme, trackers }: Subject): string[] {
  return [
    ...Array.from({ length: shape.coordinates }, (_, i) => `x${i}`),
    ...[...shape.strategies.keys()].filter((p) => scheme.keepsLast(shape.strategies[p])).map((p) => `last${p}`),
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
  let next = shape.coordinates;
  const last = shape.strategies.map((count) => (scheme.keepsLast(count) ? values[next++] : undefined));
  const memory = values.slice(next, firstTracker);
  const stepped = scheme.step(builder, { shape, state, last, memory, advantages, intensity });
  const raw = stepped.slice(0, next);
  const { shares, hits } = clamp ? keepSimplex(builder, shape, last, raw) : { shares: raw, hits: builder.constant(0) };
  const kept = shares.slice(0, shape.coordinates);
  const stepsAt = trackers.findIndex((tracker) => tracker.kind === 'steps');
  const step = stepsAt < 0 ? undefined : builder.add(values[firstTracker + stepsAt], builder.constant(1));
  const threshold = (share: Share, delta: number) =>
    passageThreshold(builder, shape, scheme.increments, share, delta, intensity);
  const tracked = trackers.map((tracker, i) =>
    trackerUpdate(builder, tracker, values[firstTracker + i], { state: kept, hits, step, threshold }),
  );
  const after = [...shares, ...stepped.slice(next), ...tracked];
  return before.map(({ name }, i) => ({ name, value: after[i] }));
}

/**
 * Puts shares back: below 0 to 0 and above 1 to 1. Where the last share is kept, all of a player's are treated alike: below 0
 * to 0, then over their sum. Hits are the shares that were outside.
 *
 * @param raw coordinates, then the last shares that are kept
 */
function keepSimplex(
  builder: Builder,
  { strategies, coordinates }: FieldShape,
  last: readonly (Value | undefined)[],
  raw: readonly Value[],
): { shares: Value[]; hits: Value } {
  const [zero, one] = [0, 1].map(builder.constant);
  const free: Value[] = [];
  const lasts: Value[] = [];
  const hits: Value[] = [];
  for (const [player, count] of strategies.entries()) {
    const own = raw.slice(free.length, free.length + count - 1);
    if (last[player] === undefined) {
      const kept = own.map((share) => builder.min(builder.max(share, zero), one));
      hits.push(...own.map((share, s) => builder.differs(share, kept[s])));
      free.push(...kept);
      continue;
    }
    own.push(raw[coordinates + lasts.length]);
    const inside = own.map((share) => builder.max(share, zero));
    const total = builder.sum(inside);
    const kept = inside.map((share) => builder.div(share, total));
    hits.push(...own.map((share) => builder.less(share, zero)));
    lasts.push(kept.pop()!);
    free.push(...kept);
  }
  return { shares: [...free, ...lasts], hits: builder.sum(hits) };
}
