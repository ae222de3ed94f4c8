import { describe, expect, it } from 'vitest';
import { searchLevers } from '../../src/recommend/crossings.js';
import { localEffects } from '../../src/recommend/effects.js';
import { leversOf, missing, refusing } from '../../src/recommend/lever.js';
import { interiorOptimum } from '../../src/recommend/optimum.js';
import { cheapestPair } from '../../src/recommend/pair.js';
import { scan } from '../../src/recommend/scan.js';
import { answerText } from '../../src/words.js';
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
    expect([x!.inside, y!.inside]).toEqual([true, false]);
    const valley = fake(start, ({ x }) => 0.5 + (x! - 0.4) ** 2);
    const [low] = await searchLevers(levers, less(0.1), valley);
    expect(low!.inside).toBe(true);
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

describe('a look along a range', () => {
  it('finds a peak between two points of a rough grid, and what is beside it', async () => {
    const peak = fake({ x: 0.2 }, ({ x }) => 1 / (1 + ((x! - 0.283) / 0.007) ** 2) + 0.5 * x! ** 2);
    const [x] = await searchLevers([lever('x', 0.2)], more(0.6), peak);
    // 1 / (1 + d^2) + 0.04 = 0.6 near d = 0.89
    expect(x!.result.value).toBeGreaterThan(0.27);
    expect(x!.result.value).toBeLessThan(0.283);
    expect((await peak([{ x: x!.result.value! }], 1))[0]!.value).toBeCloseTo(0.6, 3);
  });

  it('looks closer between the neighbours of a peak', async () => {
    const [curve] = await scan(
      [lever('x', 0)],
      more(9),
      fake({ x: 0 }, ({ x }) => -Math.abs(x! - 0.5034)),
    );
    expect(curve!.length).toBe(145 + 8);
    const top = curve!.reduce((a, b) => (b.value > a.value ? b : a));
    // 2 / 144 in nine parts
    expect(Math.abs(top.at - 0.5034)).toBeLessThan(1 / 144 / 9 + 1e-12);
  });
});

describe('the best value inside a range', () => {
  const best = async (evaluate: ReturnType<typeof fake>, sign: 1 | -1 = 1) => {
    const [curve] = await scan([levers[0]!], more(9), evaluate);
    return interiorOptimum(levers[0]!, curve!, sign, 's', evaluate);
  };

  it('of a lopsided peak is its top, and the interval holds it', async () => {
    // flat below, steep above, like the reward: x e^(-(x / 0.6)^6) peaks where 1 = 6 (x / 0.6)^6
    const exact = 0.6 * 6 ** (-1 / 6);
    const found = await best(fake(start, ({ x }) => x! * Math.exp(-((x! / 0.6) ** 6))));
    expect(found!.low).toBeLessThan(exact);
    expect(found!.high).toBeGreaterThan(exact);
    expect(Math.abs(found!.value - exact)).toBeLessThan(0.01);
    expect(found!.high - found!.low).toBeLessThan(0.04);
  });

  it('has an interval as wide as what noise hides: the whole of a flat top', async () => {
    // three values of noise by point and seed, so that differences of 0.001 cannot be told
    const jitter = (x: number, seed: string) =>
      0.001 * (((Math.round(x * 1e6) * 31 + seed.length * 7 + Number(seed.split(' ').at(-1)) * 13) % 3) - 1);
    const evaluate: ReturnType<typeof fake> = async (points, _, seed = '0') =>
      points.map(({ x }) => ({ value: 1 - ((x! - 0.4) * 2.2) ** 8 + jitter(x!, seed), variance: 1e-6 }));
    const found = await best(evaluate);
    // the top is within 1e-4 for |x - 0.4| below 0.14
    expect(found!.low).toBeLessThan(0.3);
    expect(found!.high).toBeGreaterThan(0.5);
    expect(found!.value).toBeGreaterThan(found!.low);
    expect(found!.value).toBeLessThan(found!.high);
    expect(found!.low).toBeGreaterThan(0.1);
    expect(found!.high).toBeLessThan(0.7);
  });

  it('is none where nothing can be told from the best', async () => {
    const seeds = fake(
      start,
      () => 0.5,
      (seed) => Number(seed.split(' ').at(-1) || 0) / 100,
    );
    expect(await best(seeds)).toBe(null);
  });

  it('may be the lowest, where less is better', async () => {
    const evaluate = fake(start, ({ x }) => (x! - 0.37) ** 2);
    const [curve] = await scan([levers[0]!], less(0), evaluate);
    const found = await interiorOptimum(levers[0]!, curve!, -1, 's', evaluate);
    expect(Math.abs(found!.value - 0.37)).toBeLessThan(0.003);
  });
});

describe('an answer in figures', () => {
  it('has two of its interval, and what tells it from where the lever stands', () => {
    expect(answerText(0.58763, { low: 0.5856, high: 0.5896 })).toBe('0.5876');
    expect(answerText(1003.0153, { low: 1002.88, high: 1003.13, from: 1000 })).toBe('1003.02');
    expect(answerText(1000.04, { low: 990, high: 1010, from: 1000 })).toBe('1000.04');
    expect(answerText(-0.25, { low: -0.25, high: -0.25 })).toBe('-0.25');
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
  const pairOf = async (own: typeof levers, target: ReturnType<typeof more>, evaluate: ReturnType<typeof fake>) => {
    const [begin] = await evaluate([{}], 1);
    return cheapestPair(own, begin!.value, target, evaluate);
  };

  it('is where squared changes add up to least', async () => {
    const evaluate = fake(start, ({ x, y, z }) => 0.2 + 0.5 * x! + 0.3 * (y! - 0.5) + 0.01 * z!);
    const { pair, search } = await pairOf(levers, more(0.45), evaluate);
    expect(search).toEqual({ pairs: 3, points: 25, closerPairs: 3, closerPoints: 289 });
    // the nearest point of 0.5 u + 0.3 v = 0.25 - 0.003: k (0.5, 0.3) with 0.34 k = 0.247
    const [x, y] = pair!.moves;
    expect([x.parameter, y.parameter]).toEqual(['x', 'y']);
    const size = (0.25 - 0.003) / 0.34;
    expect(pair!.cost).toBeCloseTo(0.34 * size ** 2, 2);
    expect(0.5 * x.value + 0.3 * (y.value - 0.5)).toBeCloseTo(0.247, 4);
    // the finest grid has steps of a 256th of the range
    expect(Math.abs(x.value - 0.5 * size)).toBeLessThan(0.03);
    expect(x.change).toBeCloseTo(x.value, 12);
  });

  it('is none where fewer than two levers move, or no two suffice', async () => {
    const one = fake(start, ({ x }) => 0.2 + 0.5 * x!);
    expect(await pairOf(levers.slice(0, 1), more(0.5), one)).toMatchObject({ pair: null, search: { pairs: 0 } });
    const two = fake(start, ({ x, y }) => 0.2 + 0.1 * x! + 0.1 * y!);
    expect((await pairOf(levers, more(0.9), two)).pair).toBe(null);
  });

  it.each([
    ['do nothing alone', { x: 0, z: 0 }, (x: number, z: number) => x * z, 0.49],
    ['harm alone', { x: 0.2, z: 0.2 }, (x: number, z: number) => 0.5 - x - z + 2.5 * x * z, 0.6],
    [
      'need opposite moves, one against its own effect',
      { x: 0.5, z: 0.5 },
      (x: number, z: number) => 0.3 + 0.2 * x + 0.6 * x * (0.8 - z) - 0.1 * (1 - z),
      0.7,
    ],
  ])('may be of two that %s', async (_, from, f, target) => {
    const evaluate = fake(from, ({ x, z }) => f(x!, z!));
    const own = [lever('x', from.x), lever('z', from.z)];
    const { pair } = await pairOf(own, more(target), evaluate);
    const [x, z] = pair!.moves;
    expect(f(x.value, z.value)).toBeCloseTo(target, 3);
    // the cheapest point of a grid of 400 x 400 that reaches it
    const at = Array.from({ length: 401 }, (_, i) => i / 400);
    const costs = at.flatMap((a) =>
      at.flatMap((b) => (f(a, b) >= target ? [(a - from.x) ** 2 + (b - from.z) ** 2] : [])),
    );
    expect(pair!.cost).toBeLessThan(Math.min(...costs) + 0.01);
  });
});
