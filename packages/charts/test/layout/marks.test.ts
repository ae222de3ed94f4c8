import { describe, expect, it } from 'vitest';
import { circle, leftHalf, outlines, whisker } from '../../src/layout/marks.js';

/** The numbers of path data, in pairs. */
function points(data: string): [number, number][] {
  const numbers = [...data.matchAll(/-?[\d.]+/g)].map(([text]) => Number(text));
  return numbers.flatMap((x, k) => (k % 2 === 0 ? [[x, numbers[k + 1]!] as [number, number]] : []));
}

/** Points on the Bezier curves of path data, eight on each. */
function onCurves(data: string): [number, number][] {
  const [start, ...rest] = points(data);
  return Array.from({ length: rest.length / 3 }, (_, k) => k).flatMap((k) => {
    const from = k === 0 ? start! : rest[3 * k - 1]!;
    const [a, b, to] = rest.slice(3 * k, 3 * k + 3) as [[number, number], [number, number], [number, number]];
    return [0, 1, 2, 3, 4, 5, 6, 7].map((part): [number, number] => {
      const t = part / 8;
      const mixed = (of: 0 | 1) =>
        (1 - t) ** 3 * from[of] + 3 * t * (1 - t) ** 2 * a[of] + 3 * t ** 2 * (1 - t) * b[of] + t ** 3 * to[of];
      return [mixed(0), mixed(1)];
    });
  });
}

describe('circle', () => {
  it('is round, to a tenth of a pixel at the size of a mark', () => {
    const distances = onCurves(circle([50, 40], 6)).map(([x, y]) => Math.hypot(x - 50, y - 40));
    expect(distances).toHaveLength(32);
    for (const distance of distances) expect(Math.abs(distance - 6)).toBeLessThan(0.02);
  });
});

describe('leftHalf', () => {
  it('stays left of its centre and reaches its radius there', () => {
    const xs = onCurves(leftHalf([50, 40], 6)).map(([x]) => x);
    expect(Math.max(...xs)).toBeLessThanOrEqual(50);
    expect(Math.min(...xs)).toBeCloseTo(44, 1);
  });
});

describe('outlines', () => {
  it('are five that differ', () => {
    expect(new Set(outlines.map((outline) => outline([0, 0], 5))).size).toBe(5);
  });
});

describe('whisker', () => {
  it('has caps across its ends, whichever way it runs', () => {
    expect(whisker([10, 5], [30, 5], 3)).toBe('M10 5L30 5M10 2L10 8M30 2L30 8');
    expect(whisker([5, 10], [5, 30], 3)).toBe('M5 10L5 30M8 10L2 10M8 30L2 30');
    expect(whisker([5, 5], [5, 5], 3)).not.toContain('NaN');
  });
});
