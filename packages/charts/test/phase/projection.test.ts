import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Point3, projection } from '../../src/phase/projection.js';

const box = { left: 10, top: 20, width: 300, height: 260 };
const view = fc.record({
  azimuth: fc.double({ min: -720, max: 720, noNaN: true }),
  elevation: fc.double({ min: -90, max: 90, noNaN: true }),
});
const share = fc.double({ min: 0, max: 1, noNaN: true });
const point = fc.tuple(share, share, share);

describe('projection', () => {
  it('looks along the first axis at azimuth 0 and elevation 0', () => {
    const { toPixel, depth } = projection({ azimuth: 0, elevation: 0 }, box);
    const [centre, right, up] = [toPixel([0.5, 0.5, 0.5]), toPixel([0.5, 1, 0.5]), toPixel([0.5, 0.5, 1])];
    expect(centre).toEqual([160, 150]);
    expect(right[0]).toBeGreaterThan(centre[0]);
    expect(right[1]).toBeCloseTo(centre[1], 9);
    expect(up[0]).toBeCloseTo(centre[0], 9);
    expect(up[1]).toBeLessThan(centre[1]);
    expect(toPixel([1, 0.5, 0.5])[0]).toBeCloseTo(centre[0], 9);
    expect(depth([1, 0.5, 0.5])).toBeGreaterThan(depth([0, 0.5, 0.5]));
  });

  it('keeps every point in its box from every side', () => {
    fc.assert(
      fc.property(view, point, (from, at) => {
        const [x, y] = projection(from, box).toPixel(at);
        expect(x).toBeGreaterThanOrEqual(box.left - 1e-9);
        expect(x).toBeLessThanOrEqual(box.left + box.width + 1e-9);
        expect(y).toBeGreaterThanOrEqual(box.top - 1e-9);
        expect(y).toBeLessThanOrEqual(box.top + box.height + 1e-9);
      }),
    );
  });

  it('keeps lines straight and parallels parallel: the middle of two points is drawn in the middle', () => {
    fc.assert(
      fc.property(view, point, point, (from, a, b) => {
        const { toPixel } = projection(from, box);
        const middle = a.map((value, k) => (value + b[k]!) / 2) as unknown as Point3;
        const [pa, pb, pm] = [toPixel(a), toPixel(b), toPixel(middle)];
        expect(pm[0]).toBeCloseTo((pa[0] + pb[0]) / 2, 6);
        expect(pm[1]).toBeCloseTo((pa[1] + pb[1]) / 2, 6);
      }),
    );
  });

  it('hides the three edges of the farthest corner and sees three at the nearest', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -179, max: 179 }).filter((azimuth) => azimuth % 90 !== 0),
        fc.integer({ min: -89, max: 89 }).filter((elevation) => elevation !== 0),
        (azimuth, elevation) => {
          const { edges, depth, backFaces } = projection({ azimuth, elevation }, box);
          expect(edges).toHaveLength(12);
          expect(backFaces).toHaveLength(3);
          const corners = edges.flatMap(({ from, to }) => [from, to]).toSorted((a, b) => depth(a) - depth(b));
          const touching = (corner: Point3, faces: number) =>
            edges.filter(
              (edge) => edge.visibleFaces === faces && [edge.from, edge.to].some((end) => `${end}` === `${corner}`),
            ).length;
          expect(touching(corners[0]!, 0)).toBe(3);
          expect(touching(corners.at(-1)!, 2)).toBe(3);
          expect(edges.filter(({ visibleFaces }) => visibleFaces === 0)).toHaveLength(3);
          expect(edges.filter(({ visibleFaces }) => visibleFaces === 1)).toHaveLength(6);
        },
      ),
    );
  });

  it('has one size at all azimuths', () => {
    const height = (azimuth: number) => {
      const { toPixel } = projection({ azimuth, elevation: 22 }, box);
      return toPixel([0, 0, 0])[1] - toPixel([0, 0, 1])[1];
    };
    for (const azimuth of [-150, -60, 0, 45]) expect(height(azimuth)).toBeCloseTo(height(90), 9);
  });
});
