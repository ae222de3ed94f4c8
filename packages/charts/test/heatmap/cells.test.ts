import { describe, expect, it } from 'vitest';
import { colourPaths, pixelGrid } from '../../src/heatmap/cells.js';

describe('pixelGrid', () => {
  it('is in whole pixels', () => {
    const grid = pixelGrid((x, y) => [x * 10.4, 100 - y * 10.4], [0, 1, 2], [0, 1]);
    expect(grid).toEqual({ x: [0, 10, 21], y: [100, 90] });
  });
});

describe('colourPaths', () => {
  const grid = { x: [0, 10, 20, 30], y: [20, 10, 0] };

  it('joins runs of one colour in a row', () => {
    expect(
      colourPaths(
        grid,
        [
          [0, 0, 1],
          [1, 1, 1],
        ],
        [0, 1],
      ),
    ).toEqual(
      new Map([
        ['#440154', 'M0 20L20 20L20 10L0 10Z'],
        ['#fde725', 'M20 20L30 20L30 10L20 10ZM0 10L30 10L30 0L0 0Z'],
      ]),
    );
  });

  it('leaves out cells without a value and takes the end colour outside the scale', () => {
    expect(colourPaths(grid, [[null, Number.NaN, 7], []], [0, 1])).toEqual(
      new Map([['#fde725', 'M20 20L30 20L30 10L20 10Z']]),
    );
  });
});
