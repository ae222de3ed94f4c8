import { incompleteBeta, normalQuantile as otherQuantile } from '@internal/problems';
import { keyOf, normalQuantile, wordAt } from '@trilogue/random';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrap, quantile, weightedSum } from '../../src/statistics/bootstrap.js';
import { partialCorrelations } from '../../src/statistics/partial-correlation.js';
import { orderOf, ranksAmong } from '../../src/statistics/ranks.js';
import { studentP } from '../../src/statistics/student-t.js';
import { subsampled } from '../../src/statistics/subsamples.js';

describe('studentP', () => {
  it('is the incomplete beta function, computed another way', () => {
    for (const freedom of [1, 2, 3, 10, 37, 400]) {
      for (const t of [0, 1e-3, 0.3, 1, 2, 5, 12]) {
        const exact = incompleteBeta(freedom / (freedom + t * t), freedom / 2, 0.5);
        expect(Math.abs(studentP(t, freedom) - exact)).toBeLessThan(1e-11 * Math.max(exact, 1e-12));
        expect(studentP(-t, freedom)).toBe(studentP(t, freedom));
      }
    }
    expect(studentP(1, 1)).toBeCloseTo(0.5, 14); // Cauchy
    expect(studentP(Number.POSITIVE_INFINITY, 5)).toBe(0);
  });
});

describe('normalQuantile', () => {
  it('is the one of the test problems, computed another way', () => {
    for (const p of [1e-6, 0.01, 0.3, 0.5, 0.9, 0.975, 0.9999]) {
      expect(Math.abs(normalQuantile(p) - otherQuantile(p))).toBeLessThan(1e-10);
    }
  });
});

describe('quantile', () => {
  it('is linear between the sorted values', () => {
    const sorted = Float64Array.of(1, 2, 4, 8, 16);
    expect([0, 0.125, 0.25, 0.9, 1].map((part) => quantile(sorted, part))).toEqual([1, 1.5, 2, 12.8, 16]);
  });
});

describe('bootstrap', () => {
  it('estimates on all samples once, then on resamples whose weights sum to their number', () => {
    let calls = 0;
    const [mean] = bootstrap(
      7,
      1,
      (weights, out) => {
        if (calls === 0) expect([...weights]).toEqual([1, 1, 1, 1, 1, 1, 1]);
        expect(weights.reduce((a, b) => a + b, 0)).toBe(7);
        calls += 1;
        out[0] = weightedSum(weights, Float64Array.of(1, 2, 3, 4, 5, 6, 7)) / 7;
      },
      { resamples: 100 },
    );
    expect([calls, mean!.value]).toEqual([101, 4]);
    expect(mean!.low).toBeLessThan(4);
    expect(mean!.high).toBeGreaterThan(4);
  });

  it('draws resample b from the words of stream b, in order', () => {
    const seen: number[][] = [];
    const keep = (weights: Float64Array) => void seen.push([...weights]);
    bootstrap(7, 1, keep, { resamples: 20, seed: 'words' });
    for (const [b, weights] of seen.slice(1).entries()) {
      const drawn = Array.from({ length: 7 }, (_, i) =>
        Math.floor(wordAt(keyOf('bootstrap\nwords'), 0, b, i) * 7 * 2 ** -32),
      );
      expect(weights).toEqual(weights.map((_, sample) => drawn.filter((one) => one === sample).length));
    }
  });

  it('never says -0', () => {
    const [zero] = bootstrap(3, 1, (_, out) => void out.fill(-0), { resamples: 20 });
    expect(zero!.value).toBe(0);
  });

  it.each([
    [{ resamples: 19 }, 'The number of resamples'],
    [{ resamples: 20.5 }, 'The number of resamples'],
    [{ confidence: 0 }, 'The confidence must lie between 0 and 1, found 0.'],
    [{ confidence: 1 }, 'The confidence must lie between 0 and 1, found 1.'],
    [{ confidence: Number.NaN }, 'found NaN'],
  ])('refuses %o', (options, message) => {
    const run = () => bootstrap(3, 1, () => {}, options);
    expect(run).toThrow(message);
    expect(run).toThrow(expect.objectContaining({ code: 'option' }));
  });

  it('gives the interval of a mean its width: the 95% points of a normal with s / sqrt(n)', () => {
    const values = Float64Array.from({ length: 400 }, (_, i) => Math.sin(i) * 3);
    const estimate = (weights: Float64Array, out: Float64Array) => {
      out[0] = weightedSum(weights, values) / 400;
    };
    const { low, high } = bootstrap(400, 1, estimate, { resamples: 4000 })[0]!;
    const mean = values.reduce((a, b) => a + b, 0) / 400;
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 400 / 400);
    // A 2.5% quantile of 4000 normals has the standard error sqrt(0.025 0.975 / 4000) / 0.0584 = 0.042 sd; five of them.
    expect(Math.abs(low - (mean - 1.96 * sd))).toBeLessThan(5 * 0.042 * sd + 0.02 * sd);
    expect(Math.abs(high - (mean + 1.96 * sd))).toBeLessThan(5 * 0.042 * sd + 0.02 * sd);
  });
});

describe('ranksAmong', () => {
  it('are the mean ranks among the chosen, less their mean', () => {
    const draws = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 1 })), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(draws, (pairs) => {
        const values = Float64Array.from(pairs, ([value]) => value);
        const chosen = Uint8Array.from(pairs, ([, one]) => one);
        const all = pairs.flatMap(([value, one]) => (one === 1 ? [value] : []));
        const out = new Float64Array(pairs.length);
        ranksAmong(orderOf(values), chosen, out);
        for (const [i, value] of values.entries()) {
          if (chosen[i] === 0) continue;
          const below = all.filter((other) => other < value).length;
          const equal = all.filter((other) => other === value).length;
          expect(out[i]).toBeCloseTo(below + equal / 2 - all.length / 2, 12);
        }
      }),
    );
  });
});

describe('subsampled', () => {
  const values = Array.from({ length: 400 }, (_, i) => ((i * 7919) % 400) / 400);
  const mean = (places: ArrayLike<number>) =>
    Array.from(places).reduce((sum, i) => sum + values[i]!, 0) / places.length;

  it('has the standard error of a mean, and takes no sample twice', () => {
    const estimate = (places: Uint32Array, out: Float64Array) => {
      expect(new Set(places).size).toBe(places.length);
      out[0] = mean(places);
    };
    const { value, low, high } = subsampled(400, 3, 1, estimate, { resamples: 2000 })[0]!;
    const whole = mean([...values.keys()]);
    const sd = Math.sqrt(values.reduce((sum, each) => sum + (each - whole) ** 2, 0) / 399 / 400);
    expect(value).toBeCloseTo(whole, 12);
    // the standard deviation of 2000 normals has a relative error of 1 / sqrt(4000) = 0.016; five of them
    expect(Math.abs((high - low) / (2 * 1.96 * sd) - 1)).toBeLessThan(5 * 0.016);
    // the centre is off by the mean of 2000 distances: 0.022 standard errors each
    expect(Math.abs((low + high) / 2 - whole)).toBeLessThan(5 * 0.023 * sd);
  });

  it('is centred without the bias that halves show, which is twice that of the whole', () => {
    const estimate = (places: Uint32Array, out: Float64Array) => {
      out[0] = 1 / places.length;
    };
    const { low, high } = subsampled(400, 3, 1, estimate, { resamples: 20 })[0]!;
    expect((low + high) / 2).toBeCloseTo(0, 12);
    expect((high - low) / 2).toBeCloseTo(1.959964 / 400, 8);
  });
});

describe('partialCorrelations', () => {
  it('of three variables are those of the textbook formula', () => {
    const [xz, xy, zy] = [0.3, 0.6, -0.2];
    const out = new Float64Array(2);
    const left = partialCorrelations(Float64Array.of(4, 2 * xz, 2 * xy, 2 * xz, 1, zy, 2 * xy, zy, 1), 3, out);
    expect(out[0]).toBeCloseTo((xy - xz * zy) / Math.sqrt((1 - xz ** 2) * (1 - zy ** 2)), 12);
    expect(out[1]).toBeCloseTo((zy - xz * xy) / Math.sqrt((1 - xz ** 2) * (1 - xy ** 2)), 12);
    // 1 - R^2, with R^2 = (xy^2 + zy^2 - 2 xy zy xz) / (1 - xz^2)
    expect(left).toBeCloseTo(1 - (xy ** 2 + zy ** 2 - 2 * xy * zy * xz) / (1 - xz ** 2), 12);
  });

  it('do not depend on units, however small or large', () => {
    const correlations = [1, 0.3, 0.6, 0.3, 1, -0.2, 0.6, -0.2, 1];
    const plain = new Float64Array(2);
    partialCorrelations(Float64Array.from(correlations), 3, plain);
    const units = [1e-9, 1e8, 1e-4];
    const scaled = correlations.map((value, i) => value * units[Math.floor(i / 3)]! * units[i % 3]!);
    const out = new Float64Array(2);
    partialCorrelations(Float64Array.from(scaled), 3, out);
    for (const [i, value] of out.entries()) expect(value).toBeCloseTo(plain[i]!, 12);
  });

  it('are zero where the last variable does not vary, and nothing else is written', () => {
    const out = Float64Array.of(9, 9, 9, 9);
    partialCorrelations(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 0), 3, out);
    expect([...out]).toEqual([0, 0, 9, 9]);
    partialCorrelations(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1), 3, out);
    expect([...out.map(Math.abs)]).toEqual([0, 0, 9, 9]);
  });
});
