import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/equation/field.js';
import { helmert } from '../../src/equation/noise/helmert.js';
import type { NoiseKind } from '../../src/equation/noise/noise.js';
import { channels } from '../../src/equation/noise/noise.js';
import { diffusionAt } from '../../src/equation/readings/numbers.js';
import { fieldAt } from '../../src/field/compile.js';
import { pointAt } from '../../src/game/point-at.js';
import { randomGame, randomShares, stateOf } from '../random-game.js';

function fieldOf(strategies: readonly number[], noise: NoiseKind, sigma: readonly number[]): Field {
  const coordinates = strategies.reduce((total, k) => total + k - 1, 0);
  const none = { variables: coordinates, terms: [] };
  const advantages = strategies.map((k) => new Array(k - 1).fill(none));
  const plain = { levels: [], intensities: [], rates: [], stateNoises: [], environment: [], atoms: [], numbers: {} };
  return { strategies, coordinates, dynamics: 'replicator', noise, sigma, advantages, ...plain };
}

/** G G^T by [coordinate][coordinate]. */
function covariance(diffusion: readonly (readonly number[])[]): number[][] {
  return diffusion.map((a) => diffusion.map((b) => a.reduce((total, x, c) => total + x * b[c]!, 0)));
}

const shares = fc
  .array(fc.integer({ min: 2, max: 4 }), { minLength: 1, maxLength: 4 })
  .chain((strategies) => fc.tuple(fc.constant(strategies), randomShares(strategies)));
const unit = fc.double({ min: 0, max: 1, noNaN: true });

describe('helmert', () => {
  it.each([1, 2, 3, 4, 8])('has orthonormal columns that add to 0: k = %d', (k) => {
    const h = helmert(k);
    for (let a = 0; a < k - 1; a++) {
      expect(h.reduce((total, row) => total + row[a]!, 0)).toBeCloseTo(0, 14);
      for (let b = 0; b < k - 1; b++) {
        expect(h.reduce((total, row) => total + row[a]! * row[b]!, 0)).toBeCloseTo(a === b ? 1 : 0, 14);
      }
    }
    for (const [r, row] of h.entries()) {
      for (const other of h.slice(0, r))
        expect(Math.hypot(...row.map((x, c) => x - other[c]!))).toBeCloseTo(Math.SQRT2, 14);
    }
  });

  it('is the matrix of the definition for k = 3', () => {
    const [a, b] = [Math.sqrt(2), Math.sqrt(6)];
    expect(helmert(3)).toEqual([
      [1 / a, 1 / b],
      [-1 / a, 1 / b],
      [0, -2 / b],
    ]);
  });
});

describe('diffusionAt', () => {
  it('is the plain formula for two strategies', () => {
    fc.assert(
      fc.property(unit, unit, (x, sigma) => {
        const at = (noise: NoiseKind) => diffusionAt(fieldOf([2], noise, [sigma]), [x]);
        expect(at('none')).toEqual([[]]);
        expect(at('replicator')[0]![0]).toBeCloseTo(sigma * x * (1 - x), 14);
        expect(at('demographic')[0]![0]).toBeCloseTo(sigma * Math.sqrt(x * (1 - x)), 14);
        expect(at('multiplicative')[0]![0]).toBe(x === 1 ? 0 : sigma * x);
      }),
    );
  });

  it('stops a share at 1 under multiplicative noise, and not below', () => {
    const at = (x: number) => diffusionAt(fieldOf([2], 'multiplicative', [0.5]), [x]);
    expect(at(1)).toEqual([[0]]);
    expect(at(0.999)[0]![0]).toBeCloseTo(0.4995, 14);
  });

  it('replicator noise: every payoff difference has intensity sigma', () => {
    fc.assert(
      fc.property(shares, ([strategies, all]) => {
        const sigma = strategies.map((_, i) => 0.3 + i);
        const g = diffusionAt(fieldOf(strategies, 'replicator', sigma), stateOf(all));
        let row = 0;
        for (const [i, own] of all.entries()) {
          const rows = g.slice(row, row + own.length - 1);
          const last = rows[0]!.map((_, c) => -rows.reduce((total, r) => total + r[c]!, 0));
          const full = [...rows, last].map((r, s) => r.map((x) => x / own[s]!));
          for (const [s, a] of full.entries()) {
            for (const b of full.slice(0, s))
              expect(Math.hypot(...a.map((x, c) => x - b[c]!))).toBeCloseTo(sigma[i]!, 9);
          }
          row += own.length - 1;
        }
      }),
    );
  });

  it('demographic noise: the covariance of Wright-Fisher sampling', () => {
    fc.assert(
      fc.property(shares, ([strategies, all]) => {
        const sigma = strategies.map((_, i) => 0.3 + i);
        const found = covariance(diffusionAt(fieldOf(strategies, 'demographic', sigma), stateOf(all)));
        const owner = all.flatMap((own, i) => own.slice(0, -1).map((x, s) => ({ i, s, x })));
        for (const [a, left] of owner.entries()) {
          for (const [b, right] of owner.entries()) {
            const own = left.i === right.i ? sigma[left.i]! ** 2 * left.x * (Number(a === b) - right.x) : 0;
            expect(found[a]![b]).toBeCloseTo(own, 12);
          }
        }
      }),
    );
  });

  it('has one column per channel, and as many as channels() says, for random games', () => {
    const width = {
      none: () => 0,
      replicator: (k: number) => k - 1,
      multiplicative: (k: number) => k - 1,
      additive: (k: number) => k - 1,
      demographic: (k: number) => (k * (k - 1)) / 2,
    };
    fc.assert(
      fc.property(
        randomGame().chain((r) => fc.tuple(fc.constant(r), randomShares(r.strategies))),
        ([{ game, strategies }, all]) => {
          const field = fieldAt(game, pointAt(game));
          const g = diffusionAt(field, stateOf(all));
          const expected = strategies.reduce((total, k) => total + width[field.noise](k), 0);
          expect(channels(field)).toBe(expected);
          expect(g).toHaveLength(field.coordinates);
          for (const row of g) expect(row).toHaveLength(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is 0 at pure profiles, where the noise is not multiplicative', () => {
    for (const noise of ['replicator', 'demographic'] as const) {
      for (const corner of [
        [0, 0],
        [1, 0],
        [0, 1],
      ]) {
        const g = diffusionAt(fieldOf([3], noise, [1]), corner);
        for (const entry of g.flat()) expect(entry).toBeCloseTo(0, 14);
      }
    }
  });

  it('orders demographic channels (0,1), (0,2), (1,2)', () => {
    const [x, y, z] = [0.5, 0.3, 0.2];
    const g = diffusionAt(fieldOf([3], 'demographic', [1]), [x, y]);
    const expected = [
      [Math.sqrt(x * y), Math.sqrt(x * z), 0],
      [-Math.sqrt(x * y), 0, Math.sqrt(y * z)],
    ];
    for (const [r, row] of expected.entries())
      for (const [c, entry] of row.entries()) expect(g[r]![c]).toBeCloseTo(entry, 14);
  });
});
