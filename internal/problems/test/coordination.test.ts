import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coordinationProbability } from '../src/coordination.js';
import { limitProbability } from '../src/replicator-noise.js';
import { integrateUnit } from './quadrature.js';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('coordinationProbability', () => {
  it('is the binomial sum of I_x(5, 5) for payoffs 2 and 2 and sigma 1', () => {
    const x = 0.62;
    const sum = [5, 6, 7, 8, 9].reduce((total, k) => {
      const choose = [126, 84, 36, 9, 1][k - 5]!;
      return total + choose * x ** k * (1 - x) ** (9 - k);
    }, 0);
    expect(coordinationProbability({ a: 2, b: 2, sigma: 1, initial: x })).toBeCloseTo(sum, 13);
    expect(coordinationProbability({ a: 2, b: 2, sigma: 1, initial: x })).toBeCloseTo(0.77378, 5);
  });

  it('is the scale function, integrated numerically from its definition', () => {
    fc.assert(
      fc.property(between(0, 4), between(0, 4), between(0.4, 2), between(0.05, 0.95), (a, b, sigma, initial) => {
        // 2 drift / diffusion^2 = 2 (a x - b (1 - x)) / (sigma^2 x (1 - x)), whose integral is -(2 / sigma^2) (a ln(1 - x) + b ln x).
        const density = (x: number, rest: number): number =>
          Math.exp((2 / sigma ** 2) * (a * Math.log(rest) + b * Math.log(x)));
        const below = initial * integrateUnit((u) => density(initial * u, 1 - initial * u));
        const found = coordinationProbability({ a, b, sigma, initial });
        expect(found).toBeCloseTo(below / integrateUnit(density), 8);
      }),
    );
  });

  it('is even between equals, and that of no advantage without payoffs', () => {
    expect(coordinationProbability({ a: 3, b: 3, sigma: 0.7, initial: 0.5 })).toBeCloseTo(0.5, 12);
    expect(coordinationProbability({ a: 0, b: 0, sigma: 0.7, initial: 0.3 })).toBeCloseTo(
      limitProbability(0, 0.7, 0.3),
    );
  });
});
