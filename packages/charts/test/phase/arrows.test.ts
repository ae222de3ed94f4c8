import { describe, expect, it } from 'vitest';
import type { Pixel } from '../../src/layout/shapes.js';
import { arrows } from '../../src/phase/arrows.js';

const shares = [0, 0.5, 1];
const size = { width: 100, height: 100 };
const toPixel = (x: number, y: number): Pixel => [100 * x, 100 * (1 - y)];

function field(drift: (x: number, y: number) => readonly [number, number]) {
  const table = (of: 0 | 1) => shares.map((y) => shares.map((x) => drift(x, y)[of]));
  return { x: shares, y: shares, dx: table(0), dy: table(1) };
}

/** Tails and tips of the shafts. */
function shafts(data: string): { tail: number[]; tip: number[] }[] {
  const shaft = /M([-\d.]+) ([-\d.]+)L([-\d.]+) ([-\d.]+)M/g;
  return [...data.matchAll(shaft)].map(([, ...numbers]) => {
    const [a, b, c, d] = numbers.map(Number);
    return { tail: [a!, b!], tip: [c!, d!] };
  });
}

describe('arrows', () => {
  it('point along the drift, upwards where a share grows, on a lattice as fine as fits', () => {
    const found = shafts(
      arrows(
        field(() => [0, 1]),
        toPixel,
        size,
      ),
    );
    expect(found).toHaveLength(9);
    for (const { tail, tip } of found) {
      expect(tip[0]).toBeCloseTo(tail[0]!, 6);
      expect(tail[1]! - tip[1]!).toBeCloseTo(20, 6);
    }
  });

  it('are longer where the drift is faster, and interpolate between the points of the grid', () => {
    const found = shafts(
      arrows(
        field((x) => [x, 0]),
        toPixel,
        size,
      ),
    ).slice(0, 3);
    const lengths = found.map(({ tail, tip }) => tip[0]! - tail[0]!);
    const expected = [1 / 6, 1 / 2, 5 / 6].map((speed) => 5 + 15 * Math.sqrt(speed));
    for (const [k, length] of lengths.entries()) expect(length).toBeCloseTo(expected[k]!, 1);
  });

  it('are none where nothing moves', () => {
    expect(
      arrows(
        field(() => [0, 0]),
        toPixel,
        size,
      ),
    ).toBe('');
  });
});
