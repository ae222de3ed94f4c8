import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aboveAt, meanPassageBy, passedBy } from '../src/logit-brownian.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const problems = fc.record({
  drift: fc.oneof(between(-1, -0.05), between(0.05, 1)),
  sigma: between(0.3, 1.5),
  initial: between(0.2, 0.9),
});
const logit = (x: number) => Math.log(x / (1 - x));

/** The inverse Gaussian density of the first passage, d / (sigma sqrt(2 pi s^3)) exp(-(d - m s)^2 / (2 sigma^2 s)). */
function density({ drift, sigma, initial }: { drift: number; sigma: number; initial: number }, high: number) {
  const d = logit(high) - logit(initial);
  return (s: number) =>
    (d / (sigma * Math.sqrt(2 * Math.PI * s ** 3))) * Math.exp(-((d - drift * s) ** 2) / (2 * sigma ** 2 * s));
}

/** Integral over (0, t) by Simpson's rule in the root of time, which the density's essential zero at 0 makes smooth. */
function integrate(f: (s: number) => number, t: number): number {
  const n = 4000;
  const root = (u: number) => (u === 0 ? 0 : f(u * u * t) * 2 * u * t);
  let total = root(0) + root(1);
  for (let i = 1; i < n; i++) total += (i % 2 === 0 ? 2 : 4) * root(i / n);
  return total / (3 * n);
}

describe('a logit that is a Brownian motion', () => {
  it('passes by the integral of the inverse Gaussian density, at its mean time', () => {
    fc.assert(
      fc.property(problems, between(1, 20), (problem, t) => {
        const f = density(problem, 0.95);
        const passed = integrate(f, t);
        expect(passedBy(problem, t, 0.95)).toBeCloseTo(passed, 6);
        if (passed > 1e-3) {
          expect(meanPassageBy(problem, t, 0.95)).toBeCloseTo(integrate((s) => s * f(s), t) / passed, 4);
        }
      }),
    );
  });

  it('is above a share less often than it has passed it, twice as rarely without drift', () => {
    const problem = { drift: 0, sigma: 0.5, initial: 0.94 };
    expect(aboveAt(problem, 20, 0.95)).toBeCloseTo(0.46563, 5);
    expect(passedBy(problem, 20, 0.95)).toBeCloseTo(2 * aboveAt(problem, 20, 0.95), 12);
    expect(() => meanPassageBy(problem, 20, 0.95)).toThrow(RangeError);
  });
});
