/** Roots of equations that are no polynomials, beside closed forms. */
import { type Algebra, duals, type Interval, intervals } from '@trilogue/core';
import { describe, expect, it } from 'vitest';
import { krawczykOver } from '../../src/enclosures/krawczyk.js';
import { enclosedRoots, type Problem } from '../../src/enclosures/roots.js';

const line = (equation: <V>(algebra: Algebra<V>, x: V) => V): Problem => ({
  variables: 1,
  simplices: [{ variables: [0], inside: false }],
  equations: (algebra, [x]) => [equation(algebra, x!)],
});
const holds = ({ low, high }: Interval, value: number) => low <= value && value <= high;

describe('enclosed roots', () => {
  it('are all roots inside, each once, as near as rounding allows', () => {
    // sin(20 x - 1) = 0 at (1 + pi k) / 20: 0 to 6 are inside (0, 1)
    const waves = line(({ constant, sub, mul, sin }, x) => sin(sub(mul(constant(20), x), constant(1))));
    const found = enclosedRoots(waves, 2_000);
    expect(found.open).toEqual([]);
    expect(found.roots).toHaveLength(7);
    for (const [i, [root]] of found.roots.entries()) expect(holds(root!, (1 + (6 - i) * Math.PI) / 20)).toBe(true);
    const [[root]] = enclosedRoots(
      line(({ constant, sub, exp }, x) => sub(exp(x), constant(1.5))),
      100,
    ).roots as [Interval[]];
    expect(holds(root!, Math.log(1.5))).toBe(true);
    expect(root!.high - root!.low).toBeLessThan(2e-14);
  });

  it('in two coordinates: exp(x) = 3 y, y = x^2 + 1/3, beside bisection', () => {
    const problem: Problem = {
      variables: 2,
      simplices: [0, 1].map((v) => ({ variables: [v], inside: false })),
      equations: ({ constant, sub, add, mul, exp }, [x, y]) => [
        sub(exp(x!), mul(constant(3), y!)),
        sub(y!, add(mul(x!, x!), constant(1 / 3))),
      ],
    };
    const { roots, open } = enclosedRoots(problem, 5_000);
    // exp(x) = 3 x^2 + 1 has the root 0, on the border, and one more
    const other = bisected((x) => Math.exp(x) - 3 * x * x - 1, 0.2, 0.99);
    expect(roots).toHaveLength(1);
    expect(holds(roots[0]![0]!, other)).toBe(true);
    expect(open).toHaveLength(1);
    expect(open[0]!.reason).toMatch(/border of the face/);
  });

  it('that touch, and those beyond the limit of boxes, stay open', () => {
    const touching = enclosedRoots(
      line(({ constant, sub, mul }, x) => {
        const away = sub(x, constant(0.3));
        return mul(away, away);
      }),
      20_000,
    );
    expect(touching.roots).toEqual([]);
    expect(touching.open).toHaveLength(1);
    const [low, high] = touching.open[0]!.bounds[0]!;
    expect(low <= 0.3 && high >= 0.3 && high - low < 1e-2).toBe(true);
    expect(touching.open[0]!.reason).toMatch(/touch/);
    const few = enclosedRoots(
      line(({ constant, mul, sin }, x) => sin(mul(constant(20), x))),
      5,
    );
    expect(few.boxes).toBe(5);
    expect(few.open.some(({ reason }) => reason.includes('limit of boxes'))).toBe(true);
  });

  it('of a kink are proven where both sides cross, and open where they touch', () => {
    // |x - 0.4| + 3 (x - 0.4) has slopes 2 and 4; |x - 0.4| turns
    const size = <V>({ sub, max, constant }: Algebra<V>, x: V) => max(sub(x, constant(0.4)), sub(constant(0.4), x));
    const crossing = enclosedRoots(
      line((algebra, x) => {
        const { add, sub, mul, constant } = algebra;
        return add(size(algebra, x), mul(constant(3), sub(x, constant(0.4))));
      }),
      2_000,
    );
    expect(crossing.open).toEqual([]);
    expect(crossing.roots.map(([root]) => holds(root!, 0.4))).toEqual([true]);
    const turning = enclosedRoots(line(size), 2_000);
    expect(turning.roots).toEqual([]);
    expect(turning.open).toHaveLength(1);
  });

  it('are missed by no Krawczyk step: random boxes around a root keep it', () => {
    const seed = Math.floor(Math.random() * 2 ** 31);
    let state = seed;
    const next = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return state / 2 ** 32;
    };
    const root = Math.log(1.5);
    for (let i = 0; i < 500; i++) {
      const box = [{ low: root - next() ** 4, high: root + next() ** 4 }];
      const image = krawczykOver(({ sub, exp, constant }, [x]) => [sub(exp(x!), constant(1.5))], box);
      expect(holds(image![0]!, root), `seed ${seed}, box ${i}`).toBe(true);
    }
  });
});

describe('intervals', () => {
  it('that are exactly 0 stay so, and overflow keeps a bound', () => {
    const zero = intervals.constant(0);
    const some = { low: -1, high: 2 };
    expect(intervals.mul(zero, some)).toEqual(zero);
    expect(intervals.div(zero, some)).toEqual(zero);
    expect(intervals.add(zero, some)).toEqual(some);
    expect(intervals.exp({ low: 800, high: 900 })).toEqual({ low: Number.MAX_VALUE, high: Number.POSITIVE_INFINITY });
    const still = duals(intervals).sqrt({ value: { low: 0, high: 1 }, slope: zero });
    expect(still.slope).toEqual(zero);
  });
});

function bisected(f: (x: number) => number, low: number, high: number): number {
  for (let i = 0; i < 100; i++) {
    const at = (low + high) / 2;
    if (f(low) > 0 === f(at) > 0) low = at;
    else high = at;
  }
  return low;
}
