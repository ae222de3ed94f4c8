import { normalCdf, normalQuantile } from '@internal/problems';
import { expectWithin, ksBound, ksDistance } from '@internal/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../src/key.js';
import { normalPair } from '../src/normal.js';
import { createStream, wordAt } from '../src/stream.js';

const word = fc.integer({ min: 0, max: 0xffffffff });
const bits = (value: number): number => new Uint32Array(Float32Array.of(value).buffer)[0]!;

describe('normalPair', () => {
  it('has fixed bits', () => {
    const k = keyOf('trilogue');
    const pairs = [0, 1, 2].map((path) => normalPair(wordAt(k, 0, path, 0), wordAt(k, 0, path, 1)));
    expect(pairs.map((pair) => pair.map(bits))).toEqual([
      [0x3fa4f554, 0xbe675670],
      [0x3ef3b0e7, 0xbfd80d7e],
      [0x3f9feabb, 0x3f029d42],
    ]);
  });

  it('has fixed bits over a hash of 65,536 pairs', () => {
    let hash = 2166136261;
    for (let i = 0; i < 65_536; i++) {
      for (const value of normalPair(Math.imul(i, 0x9e3779b9) >>> 0, Math.imul(i, 0x85ebca6b) >>> 0)) {
        hash = Math.imul(hash ^ bits(value), 16777619);
      }
    }
    expect(hash >>> 0).toBe(0xd4011276);
  });

  it('is Box-Muller: relative error below 5e-7 against double precision', () => {
    fc.assert(
      fc.property(word, word, (word1, word2) => {
        const u1 = Math.fround((word1 >>> 8) * 2 ** -24 + 2 ** -25);
        const u2 = (word2 >>> 8) * 2 ** -24;
        const radius = Math.sqrt(-2 * Math.log(u1));
        const exact = [radius * Math.cos(2 * Math.PI * u2), radius * Math.sin(2 * Math.PI * u2)];
        normalPair(word1, word2).forEach((value, i) => {
          expect(value).toBe(Math.fround(value));
          // 1e-15: what rounding pi leaves of the zeros of sine and cosine in double precision.
          expect(Math.abs(value - exact[i]!)).toBeLessThanOrEqual(5e-7 * Math.abs(exact[i]!) + 1e-15);
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('is finite at every corner and reaches sqrt(50 ln 2)', () => {
    const ends = [0, 0xff, 0x100, 0x80000000, 0xfffffeff, 0xffffffff];
    for (const word1 of ends) {
      for (const word2 of ends) {
        for (const value of normalPair(word1, word2)) {
          expect(Number.isFinite(value)).toBe(true);
        }
      }
    }
    expect(normalPair(0, 0)[0]).toBeCloseTo(Math.sqrt(50 * Math.LN2), 5);
    expect(normalPair(0xffffffff, 0).map(Math.abs)).toEqual([0, 0]);
  });
});

/**
 * The sample: seed "normal", 2^20 values from one stream in time. The seed is fixed, so a run that passes passes always; the
 * chances of a false alarm are those that a change of the generator would meet, and normal approximations at n = 10^6.
 */
describe('a million normals', () => {
  const pairs = 2 ** 19;
  const n = 2 * pairs;
  const stream = createStream(keyOf('normal'), 0, 0);
  const first = new Float64Array(pairs);
  const second = new Float64Array(pairs);
  for (let i = 0; i < pairs; i++) {
    [first[i], second[i]] = normalPair(stream.word(), stream.word()) as [number, number];
  }
  const sample = Float64Array.from([...first, ...second]);
  const average = (count: number, value: (i: number) => number): number => {
    let total = 0;
    for (let i = 0; i < count; i++) total += value(i);
    return total / count;
  };

  it('has the moments of the normal up to the sixth', () => {
    // E z^k is 0 for odd k and (k - 1)!! for even k; the variance of z^k is E z^2k - (E z^k)^2. z = 5: 6e-7 each.
    const moment = (k: number): number => (k % 2 === 1 ? 0 : k === 0 ? 1 : (k - 1) * moment(k - 2));
    for (let k = 1; k <= 6; k++) {
      const standardError = Math.sqrt((moment(2 * k) - moment(k) ** 2) / n);
      expectWithin(
        average(n, (i) => sample[i]! ** k),
        moment(k),
        standardError,
      );
    }
  });

  it('has the distribution of the normal', () => {
    expect(ksDistance(sample, normalCdf)).toBeLessThan(ksBound(n));
  });

  it('has the tails of the normal, on both sides', () => {
    // Counts are binomial; the rarest has expectation 33 (beyond 4), where a normal bound of z = 5 still errs below 1e-5.
    for (const edge of [2, 3, 4]) {
      for (const side of [-1, 1]) {
        const tail = normalCdf(-edge);
        const share = average(n, (i) => (side * sample[i]! > edge ? 1 : 0));
        expectWithin(share, tail, Math.sqrt((tail * (1 - tail)) / n));
      }
    }
  });

  it('gives two values of a pair that are independent', () => {
    // The mean of a product of independent g(z), h(z) with mean 0 and variance 1 has standard error 1 / sqrt(pairs). z = 5: 6e-7.
    const functions = [
      (z: number) => z,
      (z: number) => (z * z - 1) / Math.sqrt(2),
      (z: number) => (z ** 3 - 3 * z) / Math.sqrt(6),
    ];
    for (const g of functions) {
      for (const h of functions) {
        expectWithin(
          average(pairs, (i) => g(first[i]!) * h(second[i]!)),
          0,
          1 / Math.sqrt(pairs),
        );
      }
    }
  });

  it('fills 16 x 16 cells of equal probability evenly', () => {
    const size = 16;
    const edges = Array.from({ length: size - 1 }, (_, i) => normalQuantile((i + 1) / size));
    const counts = new Float64Array(size * size);
    const cellOf = (z: number): number => {
      let cell = 0;
      while (cell < size - 1 && z > edges[cell]!) cell += 1;
      return cell;
    };
    for (let i = 0; i < pairs; i++) {
      counts[cellOf(first[i]!) * size + cellOf(second[i]!)]! += 1;
    }
    const expected = pairs / size ** 2;
    const chiSquare = counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
    // Chi-square of d degrees of freedom: mean d, variance 2 d, near normal at d = 255 (skewness 0.18). Two-sided, z = 5.
    const d = size ** 2 - 1;
    expectWithin(chiSquare, d, Math.sqrt(2 * d));
  });

  it('gives neighbouring paths, cells and steps that are not correlated', () => {
    const key = keyOf('normal');
    const count = 2 ** 15;
    const at = (cell: number, path: number, index: number): number =>
      normalPair(wordAt(key, cell, path, index), wordAt(key, cell, path, index + 1))[0];
    const neighbours: readonly ((i: number) => number)[] = [
      (i) => at(0, i, 0) * at(0, i + 1, 0),
      (i) => at(i, 0, 0) * at(i + 1, 0, 0),
      (i) => at(0, i, 0) * at(0, i, 2),
      (i) => at(0, i, 0) * at(0, i, 4),
    ];
    // Each product has mean 0 and variance 1, and products of different i are uncorrelated.
    for (const product of neighbours) {
      expectWithin(average(count, product), 0, 1 / Math.sqrt(count));
    }
  });
});
