import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hatchStrokes, type Stroke } from '../../src/heatmap/hatching.js';

const length = ([[ax, ay], [bx, by]]: Stroke) => Math.hypot(bx - ax, by - ay);

describe('hatchStrokes', () => {
  it('draws nothing where nothing is marked', () => {
    expect(
      hatchStrokes(
        [0, 10, 20],
        [20, 10, 0],
        [
          [false, false],
          [false, false],
        ],
        4,
      ),
    ).toEqual([]);
  });

  it('crosses marked neighbours with one stroke', () => {
    expect(
      hatchStrokes(
        [0, 10, 20],
        [20, 10, 0],
        [
          [true, true],
          [true, true],
        ],
        20,
      ),
    ).toEqual([
      [
        [0, 20],
        [20, 0],
      ],
    ]);
  });

  it('puts row 0 of the mask between the first two rows of edges', () => {
    const strokes = hatchStrokes([0, 10], [20, 10, 0], [[true], [false]], 5);
    expect(strokes.length).toBeGreaterThan(0);
    for (const [from, to] of strokes) expect(Math.min(from[1], to[1])).toBeGreaterThanOrEqual(10);
  });

  it('covers the marked cells evenly, and only them', () => {
    const masks = fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(masks, (mask) => {
        const [x, y] = [
          [0, 9, 20, 33, 40],
          [30, 22, 10, 0],
        ];
        const spacing = 0.5;
        const strokes = hatchStrokes(x, y, mask, spacing);
        const cell = (px: number, py: number) =>
          mask[y.findLastIndex((edge) => py <= edge)]![x.findLastIndex((edge) => px >= edge)]!;
        const outside = strokes.filter(([[ax, ay], [bx, by]]) =>
          [0.001, 0.3, 0.7, 0.999].some((t) => !cell(ax + t * (bx - ax), ay + t * (by - ay))),
        );
        expect(outside).toEqual([]);
        const area = mask.flatMap((row, j) => row.map((on, i) => (on ? (x[i + 1]! - x[i]!) * (y[j]! - y[j + 1]!) : 0)));
        const marked = area.reduce((sum, part) => sum + part, 0);
        const perimeterError = 0.05 * 1200 * spacing + 1;
        const covered = strokes.reduce((sum, stroke) => sum + length(stroke), 0) * (spacing / Math.SQRT2);
        expect(Math.abs(covered - marked)).toBeLessThan(perimeterError);
      }),
    );
  });
});
