/**
 * Where the functions of a game are defined: whether a divisor stays away from 0, and what payoffs can be at most, wherever shares
 * lie, by intervals over ever smaller boxes of shares.
 * Source: Moore, Kearfott and Cloud (2009), Introduction to Interval Analysis, chapters 5 and 6.
 */
import { atoms, type Domain } from '../equation/atoms.js';
import type { Atom, Field } from '../equation/field.js';
import { anything, type Interval, intervals } from '../equation/readings/interval.js';
import type { Polynomial } from '../polynomial/polynomial.js';

/** Boxes that are looked at before a question is left open. */
const mostBoxes = 4_000;

type Shape = Pick<Field, 'strategies' | 'coordinates' | 'states'>;
type Box = readonly Interval[];

/**
 * What a polynomial in coordinates and atoms may be, over some box of shares and times up to the horizon, where it is not in a domain;
 * undefined where it is proven to be in it everywhere.
 */
export function outside(
  shape: Shape,
  list: readonly Atom[],
  polynomial: Polynomial,
  domain: Domain,
  horizon: number,
): Interval | undefined {
  let found: Interval | undefined;
  if (polynomial.terms.every(({ exponents }) => exponents.slice(shape.coordinates).every((n) => n === 0))) {
    found = bernsteinRange(shape, polynomial);
    if (within(found, domain)) return undefined;
  }
  const proven = splitUntil(shape, sidesOf(shape, list, [polynomial]), horizon, (box, time) => {
    const value = polynomialOver(polynomial, valuesOf(list, box, time));
    // of the whole, before it is split
    found ??= value;
    return within(value, domain);
  });
  return proven ? undefined : found;
}

/** What all of some polynomials may be over all shares and times up to the horizon, from some hundred boxes. */
export function rangeOf(field: Field, polynomials: readonly Polynomial[], horizon: number): Interval {
  let range: Interval = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
  let boxes = 0;
  const sides = sidesOf(field, field.atoms, polynomials);
  splitUntil(field, sides, horizon, (box, time) => {
    if (++boxes < 128 && sides.length > 0) return false;
    const values = valuesOf(field.atoms, box, time);
    for (const polynomial of polynomials) {
      const { low, high } = polynomialOver(polynomial, values);
      range = { low: Math.min(range.low, low), high: Math.max(range.high, high) };
    }
    return true;
  });
  return range;
}

/**
 * What a polynomial in shares alone may be: from the smallest to the largest of its coefficients in the Bernstein basis of the players'
 * simplices, which is exact where no power is above 1. Source: Farouki (2012), The Bernstein polynomial basis.
 */
function bernsteinRange({ strategies }: Shape, { terms }: Polynomial): Interval {
  let first = 0;
  const players = strategies.map((count) => {
    const from = first;
    first += count - 1;
    const degree = Math.max(
      1,
      ...terms.map(({ exponents }) => exponents.slice(from, from + count - 1).reduce((a, b) => a + b, 0)),
    );
    return { from, degree, multiples: compositions(degree, count) };
  });
  const size = players.reduce((product, { multiples }) => product * multiples.length, 1);
  if (size * terms.length > mostCoefficients) return anything;
  let range: Interval = { low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY };
  for (let index = 0; index < size; index++) {
    let rest = index;
    const chosen = players.map(({ multiples }) => {
      const own = multiples[rest % multiples.length]!;
      rest = Math.floor(rest / multiples.length);
      return own;
    });
    let value = 0;
    for (const { coefficient, exponents } of terms) {
      let part = coefficient;
      for (const [p, { from, degree }] of players.entries()) {
        let power = 0;
        for (const [s, most] of chosen[p]!.slice(0, -1).entries()) {
          for (let n = 0; n < exponents[from + s]!; n++) part *= (most - n) / (degree - power++);
        }
      }
      value += part;
    }
    range = { low: Math.min(range.low, value), high: Math.max(range.high, value) };
  }
  const slack = 1e-14 * terms.reduce((sum, { coefficient }) => sum + Math.abs(coefficient), 0);
  return { low: range.low - slack, high: range.high + slack };
}

/** The most Bernstein coefficients times terms; more are left to boxes. */
const mostCoefficients = 200_000;

/** All ways to write a number as a sum of so many whole numbers from 0, in order. */
function compositions(total: number, parts: number): number[][] {
  if (parts === 1) return [[total]];
  return Array.from({ length: total + 1 }, (_, own) => own).flatMap((own) =>
    compositions(total - own, parts - 1).map((rest) => [own, ...rest]),
  );
}

/** The coordinates and states that polynomials depend on, and their number where they depend on time. */
function sidesOf(shape: Shape, list: readonly Atom[], polynomials: readonly Polynomial[]): number[] {
  const coordinates = statesOf(shape);
  const sides = new Set<number>();
  const visit = ({ terms }: Polynomial): void => {
    for (const { exponents } of terms) {
      for (const [i, n] of exponents.entries()) {
        if (n === 0 || sides.has(i)) continue;
        if (i < coordinates) sides.add(i);
        else if (list[i - coordinates]!.name === 'time') sides.add(coordinates);
        else list[i - coordinates]!.args.forEach(visit);
      }
    }
  };
  polynomials.forEach(visit);
  return [...sides];
}

/** Coordinates and states of the environment. */
function statesOf({ coordinates, states = [] }: Shape): number {
  return coordinates + states.length;
}

/** Splits boxes of shares, states and time, the widest of some sides in two, until each is decided. Whether all were. */
function splitUntil(
  shape: Shape,
  sides: readonly number[],
  horizon: number,
  decided: (box: Box, time: Interval) => boolean,
): boolean {
  const unit: Interval = { low: 0, high: 1 };
  // the last side is time in units of the horizon
  const ranges = (shape.states ?? []).map(({ low, high }): Interval => ({ low, high }));
  const open: Box[] = [[...new Array<Interval>(shape.coordinates).fill(unit), ...ranges, unit]];
  let next = 0;
  for (; next < open.length && next < mostBoxes; next++) {
    const box = open[next]!;
    const { low, high } = box.at(-1)!;
    const shares = box.slice(0, -1);
    if (!meetsSimplex(shape, shares) || decided(shares, { low: low * horizon, high: high * horizon })) continue;
    const widths = sides.map(
      (side) => (box[side]!.high - box[side]!.low) / (open[0]![side]!.high - open[0]![side]!.low),
    );
    const side = sides[widths.indexOf(Math.max(...widths))];
    if (side === undefined) return false;
    const cut = box[side]!;
    const middle = (cut.low + cut.high) / 2;
    open.push(box.with(side, { low: cut.low, high: middle }), box.with(side, { low: middle, high: cut.high }));
  }
  return next === open.length;
}

/** Whether shares in a box can add up to 1, and only one regime can be that which holds. */
function meetsSimplex({ strategies, coordinates, states = [] }: Shape, box: Box): boolean {
  let next = 0;
  const chain = states.reduce((sum, { regime }, i) => sum + (regime ? box[coordinates + i]!.low : 0), 0);
  if (chain > 1) return false;
  return strategies.every((count) => {
    const own = box.slice(next, next + count - 1);
    next += count - 1;
    return own.reduce((sum, { low }) => sum + low, 0) <= 1;
  });
}

/** Coordinates and atoms over a box. */
function valuesOf(list: readonly Atom[], box: Box, time: Interval): Interval[] {
  const values = [...box];
  for (const { name, args } of list) {
    values.push(
      atoms[name].value(
        intervals,
        args.map((arg) => polynomialOver(arg, values)),
        () => time,
      ),
    );
  }
  return values;
}

function polynomialOver({ terms }: Polynomial, values: readonly Interval[]): Interval {
  let sum = intervals.constant(0);
  for (const { coefficient, exponents } of terms) {
    let term = intervals.constant(coefficient);
    for (const [i, n] of exponents.entries()) if (n > 0) term = intervals.mul(term, power(values[i]!, n));
    sum = intervals.add(sum, term);
  }
  return sum;
}

function power(base: Interval, exponent: number): Interval {
  if (exponent === 1) return base;
  if (exponent % 2 === 1) return intervals.mul(base, power(base, exponent - 1));
  const half = power(base, exponent / 2);
  return intervals.mul(half, half);
}

/** Rounding may leave 1e-12 below 0. */
function within({ low, high }: Interval, domain: Domain): boolean {
  if (domain === 'at least 0') return low >= -1e-12;
  return low > 0 || (domain === 'not 0' && high < 0);
}

/** An interval in words. */
export function shown({ low, high }: Interval): string {
  const brief = (value: number) => String(Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(3)));
  return brief(low) === brief(high) ? brief(low) : `${brief(low)} to ${brief(high)}`;
}
