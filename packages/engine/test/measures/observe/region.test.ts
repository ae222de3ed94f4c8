import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside, regionOf } from '../../../src/measures/observe/region.js';
import { shareOf, shareValue } from '../../../src/measures/observe/share.js';
import { countRegion } from '../../../src/measures/reduce/region.js';
import { columnsOf } from '../../columns.js';
import { randomState } from '../../random-game.js';

const strategies = [2, 4, 3];

describe('shareOf and shareValue', () => {
  it('names the coordinate of each share, and for the last strategies those that are missing to 1', () => {
    const coordinates = strategies.map((count, player) =>
      Array.from({ length: count }, (_, s) => shareOf({ strategies }, player, s)),
    );
    const at = (coordinate: number) => ({ coordinates: [coordinate], complement: false });
    const rest = (...missing: number[]) => ({ coordinates: missing, complement: true });
    expect(coordinates).toEqual([
      [at(0), rest(0)],
      [at(1), at(2), at(3), rest(1, 2, 3)],
      [at(4), at(5), rest(4, 5)],
    ]);
  });

  it('reads shares that add up to 1', () => {
    fc.assert(
      fc.property(randomState(strategies), (state) => {
        for (const [player, count] of strategies.entries()) {
          const shares = Array.from({ length: count }, (_, s) =>
            shareValue(shareOf({ strategies }, player, s), (coordinate) => state[coordinate]),
          );
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
        }
      }),
    );
  });
});

describe('regionOf and isInside', () => {
  const inside = (pattern: (number | null)[], state: number[], delta = 0.1) =>
    isInside(regionOf(strategies, pattern, delta), (coordinate) => state[coordinate]);

  it('asks of every named player a share of at least 1 - delta', () => {
    const state = [0.95, 0, 0.92, 0, 0.05, 0.02];
    expect(inside([0, 1, 2], state)).toBe(true);
    expect(inside([0, 1, 1], state)).toBe(false);
    expect(inside([1, 1, 2], state)).toBe(false);
    expect(inside([0, 1, 2], state, 0.06)).toBe(false);
    expect(inside([0, null, 2], state, 0.075)).toBe(true);
  });

  it('holds its border, as a number in single precision', () => {
    const border = Math.fround(0.9);
    const below = border - 2 ** -24;
    expect(inside([0, null, null], [border, 0, 0, 0, 0, 0])).toBe(true);
    expect(inside([0, null, null], [below, 0, 0, 0, 0, 0])).toBe(false);
    const low = Math.fround(0.1);
    expect(inside([1, null, null], [low, 0, 0, 0, 0, 0])).toBe(true);
    expect(inside([1, null, null], [low + 2 ** -27, 0, 0, 0, 0, 0])).toBe(false);
  });

  it('agrees with the count of a region at the horizon', () => {
    const pattern = fc.tuple(...strategies.map((count) => fc.option(fc.nat(count - 1))));
    const delta = fc.double({ min: 0.01, max: 0.49, noNaN: true });
    fc.assert(
      fc.property(
        pattern,
        fc.array(randomState(strategies), { minLength: 1, maxLength: 10 }),
        delta,
        (wanted, states, d) => {
          const region = regionOf(strategies, wanted, d);
          const rounded = states.map((state) => state.map(Math.fround));
          const columns = rounded[0].map((_, coordinate) => rounded.map((state) => state[coordinate]));
          const expected = rounded.filter((state) => isInside(region, (coordinate) => state[coordinate])).length;
          expect(countRegion(region, columnsOf([columns]), 0)).toBe(expected);
        },
      ),
    );
  });
});
