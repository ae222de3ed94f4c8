import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoLines } from '../../src/heatmap/iso-lines.js';

const plane = (columns: number, rows: number, a: number, b: number, c: number) =>
  Array.from({ length: rows }, (_, j) => Array.from({ length: columns }, (_, i) => a * i + b * j + c));

describe('isoLines', () => {
  it('is where a plane has the level, from edge centre to edge centre', () => {
    const [line, ...others] = isoLines(plane(5, 4, 1, 0, 0), 2.25);
    expect(others).toEqual([]);
    expect(line!.map(([x]) => x)).toEqual(line!.map(() => 2.25));
    expect(line!.map(([, y]) => y).toSorted()).toEqual([0, 1, 2, 3]);
  });

  it('lies on the plane wherever it is drawn, whatever the plane', () => {
    const slope = fc.double({ min: -2, max: 2, noNaN: true }).filter((value) => Math.abs(value) > 0.01);
    fc.assert(
      fc.property(slope, slope, fc.double({ min: -3, max: 3, noNaN: true }), (a, b, c) => {
        for (const [x, y] of isoLines(plane(7, 6, a, b, c), 0.5).flat()) {
          expect(Math.abs(a * x + b * y + c - 0.5)).toBeLessThan(1e-6);
          expect(x >= 0 && x <= 6 && y >= 0 && y <= 5).toBe(true);
        }
      }),
    );
  });

  it('closes around a peak', () => {
    const peak = plane(5, 5, 0, 0, 0).map((row, j) => row.map((_, i) => (i === 2 && j === 2 ? 1 : 0)));
    const [ring, ...others] = isoLines(peak, 0.5);
    expect(others).toEqual([]);
    expect(ring![0]).toEqual(ring!.at(-1));
    for (const [x, y] of ring!) expect(Math.abs(x - 2) + Math.abs(y - 2)).toBeCloseTo(0.5);
  });

  it('has no line where the level is not crossed, or on a single row', () => {
    expect(isoLines(plane(4, 4, 0, 0, 1), 0.5)).toEqual([]);
    expect(isoLines([[0, 1]], 0.5)).toEqual([]);
  });

  it('stops at a cell without a value instead of going around it', () => {
    const values: (number | null)[][] = plane(7, 7, 1, 0, 0);
    values[3]![3] = null;
    const lines = isoLines(values, 3.5);
    expect(lines).toHaveLength(2);
    const rows = lines.map((line) => line.map(([, y]) => y).toSorted());
    expect(rows.toSorted((a, b) => a[0]! - b[0]!)).toEqual([
      [0, 1, 2],
      [4, 5, 6],
    ]);
    for (const [x] of lines.flat()) expect(x).toBe(3.5);
  });
});
