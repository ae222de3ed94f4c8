import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchLevers } from '../../src/recommend/crossings.js';
import { localEffects } from '../../src/recommend/effects.js';
import { leversOf, missing, refusing } from '../../src/recommend/lever.js';
import { cubicPeak, interiorOptimum } from '../../src/recommend/optimum.js';
import { cheapestPair } from '../../src/recommend/pair.js';
import { fake, lever } from './fake.js';

const start = { x: 0, y: 0.5, z: 0.3 };
const levers = [lever('x', 0, 'g'), lever('y', 0.5, 'g'), lever('z', 0.3)];
const more = (value: number) => ({ value, goal: 'at-least' }) as const;
const less = (value: number) => ({ value, goal: 'at-most' }) as const;

describe('one lever alone', () => {
  it('has its crossing, cannot reach, or is there already', async () => {
    const evaluate = fake(start, ({ x, y }) => 0.2 + 0.5 * x! - 0.3 * (y! - 0.5));
    const [x, y, z] = await searchLevers(levers, more(0.6), evaluate);
    expect(x!.result.outcome).toBe('reached');
    expect(x!.result.value).toBeCloseTo(0.8, 3);
    expect([y!.result.outcome, y!.result.value, y!.result.best.at]).toEqual(['unreachable', null, 0]);
    expect(z!.result.outcome).toBe('unreachable');
    const [met] = await searchLevers(levers, less(0.6), evaluate);
    expect(met!.result).toMatchObject({ outcome: 'already', value: 0 });
  });

  it('is inside its range at its best, only where it beats both ends', async () => {
    const hill = fake(start, ({ x, y }) => 0.5 - (x! - 0.4) ** 2 + y!);
    const [x, y] = await searchLevers(levers, more(5), hill);
    expect([x!.inside, y!.inside]).toEqual([expect.closeTo(0.4, 1), null]);
    const valley = fake(start, ({ x }) => 0.5 + (x! - 0.4) ** 2);
    const [low] = await searchLevers(levers, less(0.1), valley);
    expect(low!.inside).toBeCloseTo(0.4, 1);
  });

  it('misses a target where the metric has no value, but must have one where it stands', async () => {
    const holed = fake(start, ({ x }) => (x! > 0.7 || x! < 0.4 ? Number.NaN : 9 - 5 * x!));
    const at = [lever('x', 0.5)];
    const [x] = await searchLevers(at, less(6), missing(holed, 20));
    expect(x!.result.outcome).toBe('reached');
    expect(x!.result.value).toBeCloseTo(0.6, 3);
    const [never] = await searchLevers(at, less(5), missing(holed, 20));
    expect(never!.result).toMatchObject({ outcome: 'unreachable', value: null });
    expect(never!.result.best.output.value).toBeLessThan(5.6);
    await expect(localEffects([lever('x', 0.68)], -1, 's', refusing(holed, 'T(a)'))).rejects.toThrow(
      'T(a) has no value at x = 0.73',
    );
    await expect(refusing(holed, 'T(a)')([{}], 16)).rejects.toThrow('T(a) has no value where the game stands');
  });

  it('must stand in its range', () => {
    expect(() => leversOf([{ name: 'x', range: [0, 1] }], [2])).toThrow('x stands at 2, outside its range of 0 to 1');
  });
});

describe('the best value inside a range', () => {
  it('of a cubic is its peak, of a parabola its vertex, and of neither none', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 0.1, max: 5, noNaN: true }),
        fc.oneof(fc.constant(0), fc.double({ min: -1, max: 1, noNaN: true })),
        fc.integer({ min: 5, max: 30 }),
        (peak, bend, slant, points) => {
          // -bend x^2 + slant x^3 about the peak: its slope is 0 there, and falling
          const values = Array.from({ length: points }, (_, i) => {
            const x = (2 * i) / (points - 1) - 1 - peak;
            return 3 - bend * x ** 2 + slant * x ** 3;
          });
          expect(cubicPeak(values)).toBeCloseTo(peak, 7);
        },
      ),
    );
    expect(cubicPeak([-2, -1, 0, 1, 2].map((x) => x ** 3 + x))).toBe(null);
  });

  it('is not drawn to the flat side of a lopsided peak, and its interval holds it', async () => {
    // flat below, steep above, like the reward: x e^(-(x / 0.6)^6) peaks where 1 = 6 (x / 0.6)^6
    const exact = 0.6 * 6 ** (-1 / 6);
    const evaluate = fake(start, ({ x }) => x! * Math.exp(-((x! / 0.6) ** 6)));
    const found = await interiorOptimum(levers[0]!, 0.4, 1, 's', evaluate);
    expect(found!.low).toBeLessThan(exact);
    expect(found!.high).toBeGreaterThan(exact);
    expect(Math.abs(found!.value - exact)).toBeLessThan(0.01);
    expect(found!.high - found!.low).toBeLessThan(0.04);
  });

  it('has the interval of its repeats', async () => {
    const [x] = levers;
    const shift = (seed: string) => 0.01 * Math.sign(Number(seed.split(' ').at(-1)) - 5.5);
    const evaluate: typeof exact = (points, paths, seed) =>
      fake(start, (point) => -((point.x! - 0.4 - shift(seed!)) ** 2))(points, paths, seed);
    const exact = fake(start, (point) => -((point.x! - 0.4) ** 2));
    // six repeats at 0.39 and six at 0.41: s = 0.01 sqrt(12 / 11), half width t s / sqrt(12); and 0.001 for the form
    const found = await interiorOptimum(x!, 0.42, 1, 's', evaluate);
    expect(found!.value).toBeCloseTo(0.4, 8);
    expect(found!.high - found!.value).toBeCloseTo(Math.hypot((2.200985 * 0.01) / Math.sqrt(11), 0.001), 6);
    expect(await interiorOptimum(x!, 0.42, -1, 's', exact)).toBe(null);
  });
});

describe('effects', () => {
  it('are slopes for one per cent of the range, and groups add up what helps', async () => {
    const evaluate = fake(
      start,
      ({ x, y }) => 0.2 + 0.5 * x! - 0.3 * y!,
      (seed) => Number(seed.split(' ').at(-1)) / 100,
    );
    const found = await localEffects(levers, 1, 's', evaluate);
    expect(found.levers.map(({ value }) => value)).toEqual(
      [0.005, -0.003, 0].map((value) => expect.closeTo(value, 10)),
    );
    expect(found.groups).toEqual([{ group: 'g', ...around(0.008) }]);
    expect((await localEffects(levers, -1, 's', evaluate)).groups).toEqual([{ group: 'g', ...around(-0.008) }]);
  });
});

function around(value: number) {
  return { value: expect.closeTo(value, 10), low: expect.closeTo(value, 10), high: expect.closeTo(value, 10) };
}

describe('the cheapest pair', () => {
  it('is where squared changes add up to least', async () => {
    const evaluate = fake(start, ({ x, y, z }) => 0.2 + 0.5 * x! + 0.3 * (y! - 0.5) + 0.01 * z!);
    const target = more(0.45);
    const pair = await cheapestPair(await searchLevers(levers, target, evaluate), target, evaluate);
    // the nearest point of 0.5 u + 0.3 v = 0.25 - 0.003: k (0.5, 0.3) with 0.34 k = 0.247
    const [x, y] = pair!.moves;
    expect([x.parameter, y.parameter]).toEqual(['x', 'y']);
    const size = (0.25 - 0.003) / 0.34;
    expect(pair!.cost).toBeCloseTo(0.34 * size ** 2, 2);
    expect(0.5 * x.value + 0.3 * (y.value - 0.5)).toBeCloseTo(0.247, 4);
    // the finest grid has steps of a 256th of the way
    expect(Math.abs(x.value - 0.5 * size)).toBeLessThan(0.03);
    expect(x.change).toBeCloseTo(x.value, 12);
  });

  it('is none where fewer than two levers help or no two suffice', async () => {
    const one = fake(start, ({ x }) => 0.2 + 0.5 * x!);
    expect(await cheapestPair(await searchLevers(levers, more(0.5), one), more(0.5), one)).toBe(null);
    const two = fake(start, ({ x, y }) => 0.2 + 0.1 * x! + 0.1 * y!);
    expect(await cheapestPair(await searchLevers(levers, more(0.9), two), more(0.9), two)).toBe(null);
  });

  it('may reach what no lever reaches alone', async () => {
    const both = fake(start, ({ x, z }) => x! * z!);
    const searches = await searchLevers(
      [lever('x', 0.2), lever('z', 0.3)],
      more(0.49),
      fake({ x: 0.2, z: 0.3 }, ({ x, z }) => x! * z!),
    );
    expect(searches.map(({ result }) => result.outcome)).toEqual(['unreachable', 'unreachable']);
    const pair = await cheapestPair(searches, more(0.49), both);
    const [x, z] = pair!.moves;
    expect(x.value * z.value).toBeCloseTo(0.49, 3);
    expect(pair!.cost).toBeLessThan(0.5 ** 2 + 0.4 ** 2 + 0.01);
  });
});
