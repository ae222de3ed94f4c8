/** Windows against sums and maxima taken cell by cell. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Windows, windowLargest, windowSize, windowSums, windowsOf } from '../../../src/runs/tolerance/window.js';

const grids = fc
  .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 }), fc.nat({ max: 3 }), fc.nat({ max: 3 }))
  .chain(([columns, rows, reachX, reachY]) =>
    fc.tuple(
      fc.constant<Windows>({ columns, rows, reachX, reachY }),
      fc.array(fc.oneof(fc.integer({ min: -50, max: 50 }), fc.constant(Number.NaN)), {
        minLength: columns * rows,
        maxLength: columns * rows,
      }),
    ),
  );

function around(windows: Windows, cell: number): number[] {
  const { columns, rows, reachX, reachY } = windows;
  const [x, y] = [cell % columns, Math.floor(cell / columns)];
  return Array.from({ length: columns * rows }, (_, other) => other).filter(
    (other) => Math.abs((other % columns) - x) <= reachX && Math.abs(Math.floor(other / columns) - y) <= reachY,
  );
}

describe('windows', () => {
  it('sum what is a number in each, and count it', () => {
    fc.assert(
      fc.property(grids, ([windows, values]) => {
        const { sums, counts } = windowSums(windows, Float64Array.from(values));
        for (let cell = 0; cell < values.length; cell++) {
          const inside = around(windows, cell)
            .map((other) => values[other])
            .filter((value) => !Number.isNaN(value));
          expect(counts[cell]).toBe(inside.length);
          expect(sums[cell]).toBe(inside.reduce((sum, value) => sum + value, 0));
        }
      }),
    );
  });

  it('find the largest in each', () => {
    fc.assert(
      fc.property(grids, ([windows, values]) => {
        const numbers = values.map((value) => (Number.isNaN(value) ? 0 : value));
        const largest = windowLargest(windows, numbers);
        for (let cell = 0; cell < numbers.length; cell++) {
          expect(largest[cell]).toBe(Math.max(...around(windows, cell).map((other) => numbers[other])));
        }
      }),
    );
  });

  it('span a sixth of an axis, and one cell of a short one', () => {
    expect(windowsOf(51, 51)).toMatchObject({ reachX: 4, reachY: 4 });
    expect(windowsOf(51, 1)).toMatchObject({ reachX: 4, reachY: 0 });
    expect(windowSize(windowsOf(11, 11))).toBe(1);
    expect(windowSize(windowsOf(51, 51))).toBe(81);
  });
});
