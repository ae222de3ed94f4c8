import { expectWithin, ksBound, ksDistance } from '@internal/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../src/key.js';
import { latinHypercube } from '../src/latin-hypercube.js';

describe('latinHypercube', () => {
  it('visits every slice of every dimension once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 }), fc.string(), (n, k, seed) => {
        const points = latinHypercube(n, k, keyOf(seed));
        for (let d = 0; d < k; d++) {
          const slices = Array.from({ length: n }, (_, i) => Math.floor(points[i * k + d]! * n));
          expect(slices.sort((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i));
        }
      }),
    );
  });

  it('leaves a dimension as it is when others are added', () => {
    const key = keyOf('more');
    const few = latinHypercube(10, 2, key);
    const many = latinHypercube(10, 5, key);
    for (let i = 0; i < 10; i++) {
      expect([...many.subarray(5 * i, 5 * i + 2)]).toEqual([...few.subarray(2 * i, 2 * i + 2)]);
    }
  });

  it('is uniform within the slice, and its permutations are equally likely', () => {
    const places: number[] = [];
    const counts = new Map<string, number>();
    const keys = 6000;
    for (let i = 0; i < keys; i++) {
      const points = [...latinHypercube(3, 1, { lo: i, hi: 1 })].map((x) => 3 * x);
      places.push(points[1]! % 1);
      const order = points.map(Math.floor).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(ksDistance(places, (x) => x)).toBeLessThan(ksBound(keys)); // false alarm 6e-7
    expect(counts.size).toBe(6);
    for (const count of counts.values()) {
      // Binomial with p = 1/6; z = 5: 6e-7 for each of six.
      expectWithin(count / keys, 1 / 6, Math.sqrt(5 / 36 / keys));
    }
  });

  it('gives no points where none are asked for, and refuses what is no number of points', () => {
    const key = keyOf('0');
    expect(latinHypercube(0, 3, key)).toHaveLength(0);
    expect(() => latinHypercube(2.5, 3, key)).toThrow('found 2.5');
    expect(() => latinHypercube(-1, 3, key)).toThrow(RangeError);
    expect(() => latinHypercube(4, 0, key)).toThrow('The number of dimensions');
  });
});
