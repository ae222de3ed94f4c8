import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFloat } from '../../../../src/backends/gpu/reduce/edges.js';

/** The next smaller single-precision number. */
function below(x: number): number {
  const bits = new Int32Array(1);
  const float = new Float32Array(bits.buffer);
  float[0] = x;
  bits[0] += x > 0 ? -1 : 1;
  return float[0];
}

describe('firstFloat', () => {
  it('is the first single-precision number in a bin, for any number of bins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5000 }), fc.nat(), (bins, chosen) => {
        const bin = 1 + (chosen % (bins - 1));
        const edge = firstFloat((x) => Math.floor(x * bins) >= bin, 0, 1);
        expect(Math.fround(edge)).toBe(edge);
        expect(Math.floor(edge * bins)).toBe(bin);
        expect(Math.floor(below(edge) * bins)).toBe(bin - 1);
      }),
    );
  });

  it('is the lower end where that is in already', () => {
    expect(firstFloat(() => true, -1, 3)).toBe(-1);
  });

  it('is the upper end where only that is in', () => {
    expect(firstFloat((x) => x >= 1, 0, 1)).toBe(1);
  });
});
