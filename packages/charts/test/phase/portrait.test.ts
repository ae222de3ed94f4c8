import { describe, expect, it } from 'vitest';
import { nullclines } from '../../src/phase/nullclines.js';
import { type PortraitInput, portrait } from '../../src/phase/portrait.js';
import { drift } from '../dynamics.js';
import { frozen } from '../frozen.js';
import { drawn, expectPicture } from '../picture.js';
import { texts } from '../pixels.js';

const shares = Array.from({ length: 41 }, (_, k) => k / 40);

function gridOf(field: (x: number, y: number) => readonly number[]) {
  const table = (of: number) => shares.map((y) => shares.map((x) => field(x, y)[of]!));
  return { x: shares, y: shares, dx: table(0), dy: table(1) };
}

/** A and B of the data-sharing game where half of M coordinates. */
const section = (x: number, y: number) => drift([x, y, 0.5]).slice(0, 2);

function sectionPath(start: readonly number[]): number[][] {
  const points = [[...start]];
  for (let k = 0; k < 400; k++) {
    const [x, y] = points.at(-1)!;
    const [dx, dy] = section(x!, y!);
    points.push([x! + 0.03 * dx!, y! + 0.03 * dy!]);
  }
  return points;
}

function sample(): PortraitInput {
  const starts = [
    [0.1, 0.9],
    [0.3, 0.75],
    [0.9, 0.1],
    [0.7, 0.25],
    [0.45, 0.95],
    [0.95, 0.35],
    [0.05, 0.55],
    [0.55, 0.05],
  ];
  const group = (points: number[][]) =>
    points.at(-1)![0]! > 0.5 ? 'both share in the end' : 'nobody shares in the end';
  return {
    title: 'Cross-department data sharing: the two departments',
    x: { name: 'A.share', title: 'Functional department A' },
    y: { name: 'B.share', title: 'Functional department B' },
    at: [{ name: 'M.coordinate', value: 0.5 }],
    drift: gridOf(section),
    paths: starts.map(sectionPath).map((points) => ({ points, group: group(points) })),
    equilibria: [
      { point: [0, 0], type: 'sink' },
      { point: [1, 1], type: 'sink' },
      { point: [0, 1], type: 'source' },
      { point: [1, 0], type: 'source' },
      { point: [1.76 / 3.95, 2.84 / 5.15], type: 'saddle' },
    ],
  };
}

describe('portrait', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => portrait(frozen(sample()), size), 'portrait');
  });

  it('says what is fixed and which line is which', async () => {
    const words = texts(await drawn(portrait(sample())));
    expect(words).toContain('Section at M.coordinate = 0.5');
    expect(words).toContain('A.share stands still');
    const { at: _, drift: __, ...two } = sample();
    const without = texts(await drawn(portrait(two)));
    expect(without).toContain('Phase portrait');
    expect(without).not.toContain('A.share stands still');
  });

  it('draws a game in which nothing moves', async () => {
    const still = { ...sample(), drift: gridOf(() => [0, 0]), paths: [{ points: [[0.5, 0.5]] }] };
    expect(texts(await drawn(portrait(still)))).not.toContain('A.share stands still');
  });

  it('says what is wrong with its tables', () => {
    const input = sample();
    const grid = gridOf(section);
    const withDrift = (part: Partial<typeof grid>) => () => portrait({ ...input, drift: { ...grid, ...part } });
    expect(withDrift({ dx: [] })).toThrow('drift.dx has 0 rows, but drift.y has 41 values');
    expect(withDrift({ dy: grid.dy.map((row) => row.slice(1)) })).toThrow('drift.dy[0] has 40 columns');
    expect(withDrift({ x: [0, 2] })).toThrow('drift.x[1] is 2');
    expect(withDrift({ y: [0, 0.5, 1] })).toThrow('drift.y needs at least two values between 0 and 1, but has 1');
    const hole = grid.dx.map((row, j) => row.map((value, i) => (i + j === 3 ? Number.NaN : value)));
    expect(withDrift({ dx: hole })).toThrow('drift.dx[0][3] is NaN');
    expect(() => portrait({ ...input, equilibria: [{ point: [0], type: 'sink' }] })).toThrow('equilibrium 0 is (0)');
  });
});

describe('nullclines', () => {
  it('are where the payoff advantage is zero, up to the edges and not on them', () => {
    const field = (x: number, y: number) => [x * (1 - x) * (2 * y - 0.9 + 0.1 * x), y * (1 - y) * (x - 0.25)];
    const grid = gridOf(field);
    const [horizontal] = nullclines(grid, 'x') as [[number, number][]];
    const [vertical] = nullclines(grid, 'y') as [[number, number][]];
    expect(nullclines(grid, 'x')).toHaveLength(1);
    expect(nullclines(grid, 'y')).toHaveLength(1);
    for (const [x, y] of horizontal) expect(2 * y - 0.9 + 0.1 * x).toBeCloseTo(0, 10);
    for (const [x] of vertical) expect(x).toBeCloseTo(0.25, 10);
    const reach = (line: [number, number][], of: 0 | 1) => line.map((point) => point[of]).toSorted((a, b) => a - b);
    expect([reach(horizontal, 0)[0], reach(horizontal, 0).at(-1)]).toEqual([0, 1]);
    expect([reach(vertical, 1)[0], reach(vertical, 1).at(-1)]).toEqual([0, 1]);
  });
});
