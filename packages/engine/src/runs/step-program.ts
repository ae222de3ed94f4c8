/**
 * Writes the step program of a game's equation: payoffs from coefficients, one scheme step, the simplex kept, trackers
 * updated. Owns the order of coefficients and registers.
 *
 * Coefficients: the field's own in shape order, with its numbers; then each player's noise intensity; then dt and its root, then the bounds of
 * the chain between regimes, of the half step in the form `halving`. Registers of a copy: the coordinates, then the states of the environment (as parts of
 * their ranges, from 0 to 1), then the last shares that the scheme keeps, then its memory, then the
 * number of steps done where the game changes with time, then one for each tracker. Copies follow one another.
 */
import {
  type At,
  boundaryOf,
  channels,
  channelsOfPlayers,
  type FieldShape,
  holds,
  memoryName,
  regimesOf,
  type Step,
  valuesAt,
} from '@trilogue/core';
import type { Share } from '../measures/observe/share.js';
import { passageThreshold } from '../measures/observe/threshold.js';
import { type Tracker, trackerUpdate } from '../measures/observe/tracker.js';
import { type Builder, createBuilder, type Value } from '../program/builder.js';
import { channelsOf, copiesOf, joined, mirrored, type ProgramForm, shifted } from '../program/form.js';
import type { Program } from '../program/program.js';
import type { Memory, Scheme, Shares } from '../schemes/contract.js';
import { termsOf } from './cell-numbers.js';

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
      const fine = advance(shifted(builder, noisy), subject, middle, 1);
      // regimes at the steps have the same law whatever the step: the long one ends in that of the two short ones
      const { coordinates, states = [] } = shape;
      const chain = fine.slice(coordinates, coordinates + states.length).map(({ value }) => value);
      return builder.finish([...fine, ...advance(joined(builder, noisy), subject, second, 2, chain)]);
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
    ...(shape.states ?? []).map((_, i) => `state${i}`),
    ...[...shape.strategies.keys()].filter((p) => scheme.keepsLast(shape.strategies[p])).map((p) => `last${p}`),
    ...memoryOf(shape, scheme).map(({ name }) => name),
    ...trackers.map(({ kind }, i) => `${kind}${i}`),
  ];
}

/** What a program keeps beside shares and trackers: the scheme's memory, and the clock of games that change with time. */
export function memoryOf(shape: FieldShape, scheme: Pick<Scheme, 'memory'>): Memory[] {
  const clock = { name: 'clock', start: () => 0 };
  const colours = Array.from({ length: shape.coloured ? channelsOfPlayers(shape) : 0 }, (_, c) => ({
    name: `colour${c}`,
    start: () => 0,
  }));
  return [...(scheme.memory?.(shape) ?? []), ...colours, ...(holds(shape, 'timeless') ? [] : [clock])];
}

/**
 * One step of a copy, `steps` times as long as the coefficients say.
 * @param known states of the environment after the step, of which those of regimes are taken; by default their chain is stepped
 */
function advance(builder: Builder, subject: Subject, before: Copy, steps: number, known?: readonly Value[]): Copy {
  const { shape, scheme, trackers, clamp } = subject;
  const { states = [] } = shape;
  const { constant, sub, mul } = builder;
  const values = before.map(({ value }) => value);
  const terms = termsOf(shape);
  const sigma = shape.strategies.map((_, player) => builder.coefficient(terms + player));
  const [dt, root] = [steps, Math.sqrt(steps)].map((factor, i) =>
    mul(builder.coefficient(terms + sigma.length + i), constant(factor)),
  );

  let coordinate = 0;
  const parts = values.slice(shape.coordinates, shape.coordinates + states.length);
  const environment = parts.map((part, i) =>
    builder.add(constant(states[i].low), mul(constant(states[i].high - states[i].low), part)),
  );
  let next = shape.coordinates + states.length;
  const shares = shape.strategies.map((count) => {
    const own = values.slice(coordinate, coordinate + count - 1);
    coordinate += count - 1;
    return [...own, scheme.keepsLast(count) ? values[next++] : sub(constant(1), builder.sum(own))];
  });
  const firstTracker = values.length - trackers.length;
  const clock = holds(shape, 'timeless') ? undefined : values[firstTracker - 1];
  const afterColours = clock === undefined ? firstTracker : firstTracker - 1;
  const colours = shape.coloured ? values.slice(afterColours - channelsOfPlayers(shape), afterColours) : [];
  const memory = values.slice(next, afterColours - colours.length);
  const at = (where: readonly Shares[], later = 0): At<Value> =>
    valuesAt(
      bounded(builder),
      shape,
      builder.coefficient,
      shape.atoms.length > 0 && boundaryOf(shape) !== 'none' ? where.map((own) => inside(builder, own)) : where,
      () => mul(builder.add(clock!, constant(later * steps)), builder.coefficient(terms + sigma.length)),
      environment,
    );
  const stepped = scheme.step!(builder, {
    shape,
    shares,
    memory,
    at,
    step: { dt, root, draw: drawFrom(builder, colours, root) },
  });
  const keeps = shape.strategies.map(scheme.keepsLast);
  const { shares: after, hits } = clamp
    ? keepSimplex(builder, shape, keeps, shares, stepped.shares)
    : { shares: stepped.shares, hits: constant(0) };
  const state = after.flatMap((own) => own.slice(0, -1));
  const lasts = after.filter((_, player) => keeps[player]).map((own) => own[own.length - 1]);
  const stepsAt = trackers.findIndex((tracker) => tracker.kind === 'steps');
  const step = stepsAt < 0 ? undefined : builder.add(values[firstTracker + stepsAt], constant(1));
  const intensity = at(shares).sigma.map((own) => mul(own, root));
  const threshold = (share: Share, delta: number) =>
    passageThreshold(builder, shape, scheme.increments, share, delta, intensity);
  const tracked = trackers.map((tracker, i) =>
    trackerUpdate(builder, tracker, values[firstTracker + i], { state, hits, step, threshold }),
  );
  const whole = { dt, root, draw: builder.increment };
  const outside = environmentAfter(builder, shape, at(shares), parts, whole);
  const moved = regimesAfter(builder, shape, parts, terms + sigma.length + 2, outside, known);
  const recoloured = coloursAfter(builder, colours, dt, () => at(shares).number!(memoryName));
  const ticked = clock === undefined ? [] : [builder.add(clock, constant(steps))];
  const all = [...state, ...moved, ...lasts, ...(stepped.memory ?? []), ...recoloured, ...ticked, ...tracked];
  return before.map(({ name }, i) => ({ name, value: all[i] }));
}

/** Shares put inside the simplex: stages of a step may leave it, and functions are known to be defined inside alone. */
function inside({ constant, sub, min, max, div, sum }: Builder, shares: Shares): Shares {
  const [zero, one] = [0, 1].map(constant);
  const free = shares.slice(0, -1).map((share) => min(max(share, zero), one));
  if (free.length === 1) return [free[0], sub(one, free[0])];
  const whole = max(sum(free), one);
  const kept = free.map((share) => div(share, whole));
  return [...kept, sub(one, sum(kept))];
}

/** The noise of a step: white, or that of processes with a memory, which count for the length of the step. */
function drawFrom(builder: Builder, colours: readonly Value[], root: Value): Builder['increment'] {
  if (colours.length === 0) return builder.increment;
  return (size, channel) => builder.mul(size, builder.mul(colours[channel], root));
}

/**
 * Ornstein and Uhlenbeck's process dz = -z / tau dt + dW / tau by its exact step: white noise in the limit of tau to 0.
 * Source: Gillespie (1996), Exact numerical simulation of the Ornstein-Uhlenbeck process.
 */
function coloursAfter(builder: Builder, colours: readonly Value[], dt: Value, memory: () => Value): Value[] {
  if (colours.length === 0) return [];
  const { constant, add, sub, mul, div, exp, min, sqrt } = builder;
  const tau = memory();
  const [zero, one, half, most] = [0, 1, 0.5, 80].map(constant);
  const decay = exp(sub(zero, min(div(dt, tau), most)));
  const spread = sqrt(mul(div(half, tau), sub(one, mul(decay, decay))));
  return colours.map((z, channel) => add(mul(z, decay), builder.increment(spread, channel)));
}

/** An Euler step of the environment's states, as parts of their ranges; what leaves is mirrored. */
function environmentAfter(
  builder: Builder,
  shape: FieldShape,
  at: At<Value>,
  parts: readonly Value[],
  { dt, root, draw }: Step<Value>,
): Value[] {
  const { states = [] } = shape;
  if (states.length === 0) return [];
  const { constant, add, sub, mul, min, max, less, select } = builder;
  const [zero, one, two] = [0, 1, 2].map(constant);
  const { rates, noises } = at.environment!();
  let channel = channelsOfPlayers(shape);
  return states.map(({ low, high, noisy, regime }, i) => {
    if (regime) return parts[i];
    const unit = constant(1 / (high - low));
    const drifted = add(parts[i], mul(mul(rates[i], dt), unit));
    const next = noisy ? add(drifted, draw(mul(mul(noises[i], root), unit), channel++)) : drifted;
    const mirrored = select(less(next, zero), sub(zero, next), select(less(one, next), sub(two, next), next));
    return min(max(mirrored, zero), one);
  });
}

/**
 * States of the environment with those of regimes after a step of their chain: 1 in the regime and 0 else.
 * @param first of the bounds that the step's normal number is compared with
 */
function regimesAfter(
  builder: Builder,
  shape: FieldShape,
  before: readonly Value[],
  first: number,
  moved: readonly Value[],
  known?: readonly Value[],
): readonly Value[] {
  const count = regimesOf(shape);
  if (count === 1) return moved;
  const others = moved.slice(0, moved.length - count + 1);
  if (known !== undefined) return [...others, ...known.slice(others.length)];
  const { constant, sub, mul, less, sum } = builder;
  const one = constant(1);
  const own = before.slice(others.length);
  const now = [sub(one, sum(own)), ...own];
  const normal = builder.increment(one, channels(shape) - 1);
  const bounds = Array.from({ length: count - 1 }, (_, m) =>
    sum(now.map((here, from) => mul(here, builder.coefficient(first + from * (count - 1) + m)))),
  );
  const below = [...bounds.map((bound) => less(normal, bound)), one];
  const gone = below.map((here, m) => (m === 0 ? here : sub(here, below[m - 1])));
  const next = (to: number) => sum(now.map((here, from) => mul(here, gone[(to - from + count) % count])));
  return [...others, ...own.map((_, r) => next(r + 1))];
}

/** Exponentials of at most 80 in size, which single precision holds; `prepare` refuses payoffs that would be larger. */
function bounded(builder: Builder): Builder {
  const { min, max, constant } = builder;
  return { ...builder, exp: (a) => builder.exp(min(max(a, constant(-80)), constant(80))) };
}

/**
 * What happens to shares at 0 and 1. They are put back, below 0 to 0 and above 1 to 1; where the last share is kept, all of a player's
 * are treated alike: below 0 to 0, then over their sum. With other boundaries they stay where they were at 0 or 1 (`absorb`), are mirrored
 * (`reflect`) or go on outside (`none`). Hits are the shares that were outside.
 */
function keepSimplex(
  builder: Builder,
  shape: FieldShape,
  keepsLast: readonly boolean[],
  before: readonly Shares[],
  raw: readonly Shares[],
): { shares: Shares[]; hits: Value } {
  const [zero, one, two] = [0, 1, 2].map(builder.constant);
  const { add, sub, mul, min, max, less, select } = builder;
  const boundary = boundaryOf(shape);
  // where noise and drift are not 0 at 0 and 1 by themselves
  const stays = shape.boundary === 'absorb';
  const hits: Value[] = [];
  const shares = raw.map((own, player) => {
    if (boundary === 'none') {
      hits.push(...own.slice(0, -1).map((share) => add(less(share, zero), less(one, share))));
      return own;
    }
    if (keepsLast[player]) {
      const inside = own.map((share) => max(share, zero));
      const total = builder.sum(inside);
      hits.push(...own.map((share) => less(share, zero)));
      return inside.map((share) => builder.div(share, total));
    }
    const free = own.slice(0, -1);
    const mirrored =
      boundary === 'reflect'
        ? free.map((share) =>
            select(less(share, zero), sub(zero, share), select(less(one, share), sub(two, share), share)),
          )
        : free;
    const kept = mirrored.map((share) => min(max(share, zero), one));
    hits.push(...free.map((share, s) => builder.differs(share, kept[s])));
    if (!stays) return [...kept, sub(one, builder.sum(kept))];
    const [start] = before[player];
    const held = select(mul(less(zero, start), less(start, one)), kept[0], start);
    return [held, sub(one, held)];
  });
  return { shares, hits: builder.sum(hits) };
}
