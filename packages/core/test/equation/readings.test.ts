/** How noise is read, shared and varied, beside formulas in plain numbers. */
import { describe, expect, it } from 'vitest';
import { diffusionAt, driftAt } from '../../src/equation/readings/numbers.js';
import { fieldAt } from '../../src/field/compile.js';
import { readGame } from '../../src/file/read-game.js';
import { pointAt } from '../../src/game/point-at.js';

const two = (noise: string, more = '') =>
  readGame(`game: g
players: { A: { strategies: [a, b] }, B: { strategies: [c, d] } }
payoffs: { A: { a: 2*B.c, b: 1 }, B: { c: A.a, d: 0.5 } }
noise: ${noise}
horizon: 1
${more}`);
const at = (noise: string, more = '') => {
  const game = two(noise, more);
  return fieldAt(game, pointAt(game));
};
const x = [0.3, 0.8];

describe("Stratonovich's reading", () => {
  const correction = (noise: string) => {
    const [calm, read] = ['ito', 'stratonovich'].map((reading) =>
      driftAt(at(noise.replace(/ \}$/, `, reading: ${reading} }`)), x),
    );
    return [...read!].map((value, i) => value - calm![i]!);
  };

  it('adds half of g g to the drift', () => {
    // g = s x (1 - x), g g_x = s^2 x (1 - x)(1 - 2 x)
    const payoffs = correction('{ sigma: 0.6 }');
    for (const [i, share] of x.entries()) {
      expect(payoffs[i]!).toBeCloseTo(0.5 * 0.36 * share * (1 - share) * (1 - 2 * share), 12);
    }
    const proportional = correction('{ kind: multiplicative, sigma: 0.6 }');
    for (const [i, share] of x.entries()) expect(proportional[i]!).toBeCloseTo(0.5 * 0.36 * share, 12);
    for (const value of correction('{ kind: additive, sigma: 0.6 }')) expect(value).toBeCloseTo(0, 12);
  });

  it('counts the slope of an intensity that depends on shares', () => {
    // g = (1 - x) s, g g_x = -s^2 (1 - x)
    const [a, b] = correction('{ kind: additive, sigma: { A: 0.6*(1 - A.a), B: 0.5*A.a }, boundary: clip }');
    expect(a!).toBeCloseTo(-0.5 * 0.36 * 0.7, 12);
    // that of the other player's share, which other noise moves, is not in it
    expect(b!).toBeCloseTo(0, 12);
  });
});

describe('shared noise', () => {
  const covariance = (noise: string) => {
    const g = diffusionAt(at(noise), x);
    return g.map((a) => g.map((b) => a.reduce((sum, value, c) => sum + value * b[c]!, 0)));
  };
  const own = x.map((share) => 0.6 * share * (1 - share));

  it('is one Brownian motion where it is common', () => {
    expect(diffusionAt(at('{ sigma: 0.6, common: true }'), x)).toEqual(own.map((g) => [expect.closeTo(g, 14)]));
  });

  it('has the covariance that the correlation asks for', () => {
    const found = covariance('{ sigma: 0.6, correlation: [[1, -0.4], [-0.4, 1]] }');
    for (const [i, row] of found.entries()) {
      for (const [j, value] of row.entries()) expect(value).toBeCloseTo(own[i]! * own[j]! * (i === j ? 1 : -0.4), 14);
    }
  });

  it('may be linearly dependent', () => {
    const found = covariance('{ sigma: 0.6, correlation: [[1, -1], [-1, 1]] }');
    expect(found[0]![1]!).toBeCloseTo(-own[0]! * own[1]!, 14);
  });
});

describe('an intensity', () => {
  it('may depend on shares and time, and is 0 where its formula is below', () => {
    const field = at('{ kind: multiplicative, sigma: { A: time*B.c - 0.5, B: 0.1 } }');
    expect(diffusionAt(field, x, 2)[0]![0]!).toBeCloseTo((2 * 0.8 - 0.5) * 0.3, 14);
    expect(diffusionAt(field, x, 0.5)[0]![0]!).toBe(0);
    expect(diffusionAt(field, x, 2)[1]![1]!).toBeCloseTo(0.1 * 0.8, 14);
  });
});
