import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ksBound, ksDistance } from '@internal/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf } from '../src/key.js';
import { packedDirections } from '../src/sobol-directions.js';
import { SOBOL_DIMENSIONS, sobolPoints } from '../src/sobol-points.js';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const rows = read('../scripts/sobol-directions/new-joe-kuo-6.512.txt').trimEnd().split('\n').slice(1);
const table = rows.map((row) => row.trim().split(/\s+/).map(Number));

/** Dimension `d` of `points`. */
const column = (points: Float64Array, dimensions: number, d: number) =>
  Float64Array.from({ length: points.length / dimensions }, (_, i) => points[i * dimensions + d]!);

/** Product of two polynomials over the field of two elements, modulo a third; bits are coefficients. */
function multiply(a: bigint, b: bigint, modulus: bigint, degree: bigint): bigint {
  let product = 0n;
  for (let left = a, right = b; right > 0n; right >>= 1n) {
    if (right & 1n) product ^= left;
    left <<= 1n;
    if ((left >> degree) & 1n) left ^= modulus;
  }
  return product;
}

/** x to a power, modulo a polynomial. */
function powerOfX(exponent: number, modulus: bigint, degree: bigint): bigint {
  let result = 1n;
  for (let base = degree === 1n ? 2n ^ modulus : 2n, n = exponent; n > 0; n = Math.floor(n / 2)) {
    if (n % 2 === 1) result = multiply(result, base, modulus, degree);
    base = multiply(base, base, modulus, degree);
  }
  return result;
}

function primeFactors(n: number): number[] {
  const factors: number[] = [];
  for (let p = 2, rest = n; rest > 1; p = p * p > rest ? rest : p + 1) {
    if (rest % p === 0) factors.push(p);
    while (rest % p === 0) rest /= p;
  }
  return factors;
}

describe('the table of direction numbers', () => {
  it('is packed without loss', () => {
    const unpacked = packedDirections.split(' ').map((dimension, i) => {
      const [a, ...halves] = dimension.split('.').map((digits) => Number.parseInt(digits, 36));
      return [i + 2, halves.length + 1, a, 1, ...halves.map((half) => 2 * half + 1)];
    });
    expect(unpacked).toEqual(table);
  });

  it('has primitive polynomials, each once, and odd numbers m_i below 2^i', () => {
    const seen = new Set<bigint>();
    for (const [, degree, a, ...m] of table as [number, number, number, ...number[]][]) {
      const s = BigInt(degree);
      const polynomial = (1n << s) | (BigInt(a) << 1n) | 1n;
      seen.add(polynomial);
      // Primitive: the order of x is 2^s - 1, no divisor of it.
      const order = 2 ** degree - 1;
      expect(powerOfX(order, polynomial, s)).toBe(1n);
      for (const p of primeFactors(order)) {
        expect(powerOfX(order / p, polynomial, s)).not.toBe(1n);
      }
      expect(m).toHaveLength(degree);
      m.forEach((value, i) => {
        expect(value % 2 === 1 && value < 2 ** (i + 1)).toBe(true);
      });
    }
    expect(seen.size).toBe(511);
  });
});

describe('sobolPoints', () => {
  it('gives the first ten points in three dimensions that Joe & Kuo list', () => {
    const points = sobolPoints(10, 3);
    expect(Array.from({ length: 10 }, (_, i) => [...points.subarray(3 * i, 3 * i + 3)])).toEqual([
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
      [0.1875, 0.3125, 0.9375],
      [0.6875, 0.8125, 0.4375],
    ]);
  });

  it('gives the points of another implementation, word for word: the first 4096 in all 512 dimensions', () => {
    // SciPy 1.10.1 and 1.17.1, by scripts/sobol-directions/reference.py; dimensions 1, 2, 3, 10, 50, 250, 512 of five points.
    const points = sobolPoints(4096, 512);
    const words = Uint32Array.from(points, (x) => x * 2 ** 32);
    const at = (index: number) =>
      [0, 1, 2, 9, 49, 249, 511].map((d) => words[512 * index + d]!.toString(16).padStart(8, '0')).join(' ');
    expect([1, 7, 100, 1023, 4095].map(at)).toEqual([
      '80000000 80000000 80000000 80000000 80000000 80000000 80000000',
      '20000000 a0000000 60000000 e0000000 20000000 a0000000 20000000',
      '6a000000 42000000 c6000000 b2000000 aa000000 02000000 86000000',
      '00400000 c0c00000 9cc00000 d9c00000 d2c00000 60400000 9d400000',
      '00100000 f0f00000 55900000 3f100000 9b900000 17d00000 ea300000',
    ]);
    // Typed arrays are little-endian wherever Node runs.
    expect(createHash('sha256').update(words).digest('hex')).toBe(
      '66f0efa7b87a7224d700d47c70172cf3ddbda94b7fbdad7709dbd488759dfb4d',
    );
  });

  it.each([undefined, keyOf('net')])(
    'puts one of 2^m points into each of 2^m slices of all 512 dimensions: %o',
    (key) => {
      const count = 64;
      const points = sobolPoints(count, SOBOL_DIMENSIONS, { key });
      for (let d = 0; d < SOBOL_DIMENSIONS; d++) {
        const slices = new Set(column(points, SOBOL_DIMENSIONS, d).map((x) => Math.floor(x * count)));
        expect(slices.size).toBe(count);
      }
    },
  );

  it.each([undefined, keyOf('net')])('is a (0, m, 2)-net in its first two dimensions: %o', (key) => {
    const points = sobolPoints(256, 2, { key });
    for (let p = 0; p <= 8; p++) {
      const boxes = new Set<number>();
      for (let i = 0; i < 256; i++) {
        boxes.add(Math.floor(points[2 * i]! * 2 ** p) * 256 + Math.floor(points[2 * i + 1]! * 2 ** (8 - p)));
      }
      expect(boxes.size).toBe(256);
    }
  });

  it('finds any point by its index, whatever else is asked for', () => {
    const options = { key: keyOf('address') };
    const all = sobolPoints(100, 7, options);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 7 }), (first, dimensions) => {
        const one = sobolPoints(1, dimensions, { ...options, first });
        expect([...one]).toEqual([...all.subarray(7 * first, 7 * first + dimensions)]);
      }),
    );
    // Point 2^32 - 1 has the Gray code 2^31: the last direction number of dimension 1 is 2^-32.
    expect(sobolPoints(1, 1, { first: 2 ** 32 - 1 })[0]).toBe(2 ** -32);
  });

  it('scrambles so that two points share exactly as many leading digits as before', () => {
    const plain = column(sobolPoints(200, 5), 5, 4);
    const scrambled = column(sobolPoints(200, 5, { key: keyOf('tree') }), 5, 4);
    const shared = (x: number, y: number) => Math.clz32(Math.floor(x * 2 ** 32) ^ Math.floor(y * 2 ** 32));
    for (let i = 0; i < 200; i++) {
      for (let j = 0; j < i; j++) {
        expect(shared(scrambled[i]!, scrambled[j]!)).toBe(shared(plain[i]!, plain[j]!));
      }
    }
  });

  it('makes each scrambled point uniform, and its dimensions independent, over the keys', () => {
    const draws = Array.from({ length: 2000 }, (_, i) => sobolPoints(1, 2, { key: { lo: i, hi: 5 }, first: 11 }));
    // Three distances over 2000 independent keys; each false alarm has probability 6e-7.
    const bound = ksBound(2000);
    expect(
      ksDistance(
        draws.map((x) => x[0]!),
        (x) => x,
      ),
    ).toBeLessThan(bound);
    expect(
      ksDistance(
        draws.map((x) => x[1]!),
        (x) => x,
      ),
    ).toBeLessThan(bound);
    expect(
      ksDistance(
        draws.map((x) => (x[0]! + x[1]!) % 1),
        (x) => x,
      ),
    ).toBeLessThan(bound);
  });

  it('integrates with an error that falls like n^(-3/2) once scrambled, as Owen (1997) proves for smooth functions', () => {
    const exact = (Math.E - 1) ** 3;
    const keys = 64;
    const sizes = [16, 64, 256, 1024];
    const errors = sizes.map((count) => {
      let square = 0;
      for (let k = 0; k < keys; k++) {
        const points = sobolPoints(count, 3, { key: { lo: k, hi: 7 } });
        let sum = 0;
        for (let i = 0; i < count; i++) sum += Math.exp(points[3 * i]! + points[3 * i + 1]! + points[3 * i + 2]!);
        square += (sum / count - exact) ** 2;
      }
      return Math.sqrt(square / keys);
    });
    // Independent points have the slope -1/2. The logarithm of a root mean square of 64 has the standard error
    // 1 / sqrt(128) = 0.09; the slope over a factor of 64 in n, at most 0.04; five of them, and log n to the first power.
    expect(Math.log(errors[3]! / errors[0]!) / Math.log(64)).toBeLessThan(-1.5 + 0.2 + 0.15);
  });

  it('refuses numbers outside their range, by name', () => {
    expect(() => sobolPoints(4, 513)).toThrow(
      'The number of dimensions of Sobol points must be a whole number from 1 to 512',
    );
    expect(() => sobolPoints(4, 0)).toThrow('found 0');
    expect(() => sobolPoints(-1, 1)).toThrow('The number of points');
    expect(() => sobolPoints(1.5, 1)).toThrow(RangeError);
    expect(() => sobolPoints(2, 1, { first: 2 ** 32 - 1 })).toThrow('from 0 to 1, found 2');
    expect(() => sobolPoints(1, 1, { first: -1 })).toThrow('The first index');
  });
});
