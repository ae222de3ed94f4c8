import { describe, expect, it } from 'vitest';
import { withLabelGap } from '../../src/heatmap/contour-label.js';
import { arcLength } from '../../src/layout/arc.js';
import type { Pixel } from '../../src/layout/shapes.js';

describe('withLabelGap', () => {
  it('opens the middle of a line and puts the label there, along the line', () => {
    const line: Pixel[] = [
      [0, 100],
      [40, 60],
      [100, 0],
    ];
    const { parts, place } = withLabelGap(line, 20);
    expect(place!.at[0]).toBeCloseTo(50);
    expect(place!.at[1]).toBeCloseTo(50);
    expect(place!.rotation).toBeCloseTo(Math.PI / 4);
    expect(parts).toHaveLength(2);
    expect(parts.reduce((sum, part) => sum + arcLength(part), 0)).toBeCloseTo(arcLength(line) - 20);
  });

  it('never turns the label upside down', () => {
    const { place } = withLabelGap(
      [
        [100, 0],
        [0, 10],
      ],
      20,
    );
    expect(Math.abs(place!.rotation)).toBeLessThan(Math.PI / 2);
  });

  it('leaves a short line whole', () => {
    const line: Pixel[] = [
      [0, 0],
      [10, 0],
    ];
    expect(withLabelGap(line, 20)).toEqual({ parts: [line] });
  });
});
