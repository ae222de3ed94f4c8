/**
 * Writes the step program of a game's equation: payoffs from coefficients, one scheme step, the simplex kept, trackers
 * updated. Owns the order of coefficients and registers.
 *
 * Coefficients: the field's own in shape order; then each player's noise intensity; then dt and its root, of the half step in the
 * form `halving`. Registers of a copy: the coordinates, then the last shares that the scheme keeps, then
 * its memory, then one for each tracker. Copies follow one another.
 */
import { type At, channels, type Exponents, type FieldShape } from '@trilogue/core';
import type { Share } from '../measures/observe/share.js';
import { passageThreshold } from '../measures/observe/threshold.js';
import { type Tracker, trackerUpdate } from '../measures/observe/tracker.js';
import { type Builder, createBuilder, type Value } from '../program/builder.js';
import { channelsOf, copiesOf, joined, mirrored, type ProgramForm, shifted } from '../program/form.js';
import { polynomial } from '../program/polynomial.js';
import type { Program } from '../program/program.js';
import type { Scheme, Shares } from '../schemes/contract.js';

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
  const { constant, sub, mul } = builder;
  const values = before.map(({ value }) => value);
  const terms = shape.advantages.flat().reduce((sum, monomials) => sum + monomials.length, 0);
  const sigma = shape.strategies.map((_, player) => builder.coefficient(terms + player));
  const [dt, root] = [steps, Math.sqrt(steps)].map((factor, i) =>
    mul(builder.coefficient(terms + sigma.length + i), constant(factor)),
  );
  const at = (shares: readonly Shares[]): At<Value> => ({
    shares,
    sigma,
    payoffs: (factor = constant(1)) => {
      const state = shares.flatMap((own) => own.slice(0, -1));
      let next = 0;
      const term = (exponents: Exponents) => ({ coefficient: mul(builder.coefficient(next++), factor), exponents });
      return shape.advantages.map((own) => [
        ...own.map((monomials) => polynomial(builder, state, monomials.map(term))),
        constant(0),
      ]);
    },
  });

  let coordinate = 0;
  let next = shape.coordinates;
  const shares = shape.strategies.map((count) => {
    const own = values.slice(coordinate, coordinate + count - 1);
    coordinate += count - 1;
    return [...own, scheme.keepsLast(count) ? values[next++] : sub(constant(1), builder.sum(own))];
  });
  const firstTracker = values.length - trackers.length;
  const memory = values.slice(next, firstTracker);
  const stepped = scheme.step(builder, { shape, shares, memory, at, step: { dt, root, draw: builder.increment } });
  const keeps = shape.strategies.map(scheme.keepsLast);
  const { shares: after, hits } = clamp
    ? keepSimplex(builder, keeps, stepped.shares)
    : { shares: stepped.shares, hits: constant(0) };
  const state = after.flatMap((own) => own.slice(0, -1));
  const lasts = after.filter((_, player) => keeps[player]).map((own) => own[own.length - 1]);
  const stepsAt = trackers.findIndex((tracker) => tracker.kind === 'steps');
  const step = stepsAt < 0 ? undefined : builder.add(values[firstTracker + stepsAt], constant(1));
  const intensity = sigma.map((own) => mul(own, root));
  const threshold = (share: Share, delta: number) =>
    passageThreshold(builder, shape, scheme.increments, share, delta, intensity);
  const tracked = trackers.map((tracker, i) =>
    trackerUpdate(builder, tracker, values[firstTracker + i], { state, hits, step, threshold }),
  );
  const all = [...state, ...lasts, ...(stepped.memory ?? []), ...tracked];
  return before.map(({ name }, i) => ({ name, value: all[i] }));
}

/**
 * Puts shares back: below 0 to 0 and above 1 to 1. Where the last share is kept, all of a player's are treated alike: below 0
 * to 0, then over their sum. Hits are the shares that were outside.
 */
function keepSimplex(
  builder: Builder,
  keepsLast: readonly boolean[],
  raw: readonly Shares[],
): { shares: Shares[]; hits: Value } {
  const [zero, one] = [0, 1].map(builder.constant);
  const hits: Value[] = [];
  const shares = raw.map((own, player) => {
    if (keepsLast[player]) {
      const inside = own.map((share) => builder.max(share, zero));
      const total = builder.sum(inside);
      hits.push(...own.map((share) => builder.less(share, zero)));
      return inside.map((share) => builder.div(share, total));
    }
    const free = own.slice(0, -1);
    const kept = free.map((share) => builder.min(builder.max(share, zero), one));
    hits.push(...free.map((share, s) => builder.differs(share, kept[s])));
    return [...kept, builder.sub(one, builder.sum(kept))];
  });
  return { shares, hits: builder.sum(hits) };
}
