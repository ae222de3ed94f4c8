import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatmap } from '../../src/heatmap/heatmap.js';
import { renderSvg } from '../../src/render/svg.js';
import { frozen } from '../frozen.js';
import { expectGolden } from '../golden.js';
import { expectPicture } from '../picture.js';
import { parse, texts } from '../pixels.js';
import { sweepSample } from '../samples.js';

const small = { columns: 15, rows: 11, paths: 150 };

describe('heatmap', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => heatmap(frozen(sweepSample(small)), size), 'heatmap');
  });

  it('looks as it did with missing cells and a metric that is no probability', async () => {
    const input = sweepSample(small);
    input.title = 'Cross-department data sharing: time to full sharing';
    input.metric = { name: 'T(share,share,coordinate)', title: 'Mean first-passage time' };
    for (const name of ['values', 'low', 'high'] as const) {
      input[name] = input[name].map((row, j) => row.map((value, i) => (i + j < 4 ? null : 20 - 12 * value!)));
    }
    [input.low, input.high] = [input.high, input.low];
    expectGolden(await renderSvg(heatmap(frozen(input))), 'heatmap-missing');
  });

  it('names axes, scale, line, hatching and method', async () => {
    const words = texts(await renderSvg(heatmap(sweepSample(small))));
    expect(words).toEqual(
      expect.arrayContaining([
        'Trust between the departments (tau)',
        'Penalty on a withholding department (p)',
        'Probability of full sharing = 0.5',
        '95% interval overlaps those of all adjacent cells',
        '0.5',
      ]),
    );
    expect(words.at(-1)).toMatch(/^150 paths per cell/);
  });

  it('explains missing cells only where there are some', async () => {
    const input = sweepSample(small);
    expect(texts(await renderSvg(heatmap(input)))).not.toContain('no value');
    const holed = { ...input, values: input.values.with(3, input.values[3]!.with(3, null)) };
    expect(texts(await renderSvg(heatmap(holed)))).toContain('no value');
  });

  it('has a scale from 0 to 1 for a probability, whatever its values', async () => {
    const input = sweepSample(small);
    input.values = input.values.map((row) => row.map(() => 0.3));
    expect(texts(await renderSvg(heatmap(input))).filter((text) => text === '1.0').length).toBeGreaterThanOrEqual(2);
  });

  it('gives all cells the same whole number of pixels', () => {
    const { width, height } = heatmap(sweepSample({ columns: 51, rows: 51, paths: 100 }));
    expect([width, height].every(Number.isInteger)).toBe(true);
    expect(width).toBeLessThanOrEqual(720);
    expect(height).toBeLessThanOrEqual(640);
  });

  it.each([
    [2, 2],
    [1, 1],
    [1, 5],
    [300, 300],
  ])('draws %i x %i cells', async (columns, rows) => {
    const input = sweepSample({ columns: Math.max(columns, 2), rows: Math.max(rows, 2), paths: 100 });
    for (const axis of [input.x, input.y]) axis.values = axis.values.slice(0, axis === input.x ? columns : rows);
    for (const name of ['values', 'low', 'high'] as const) {
      input[name] = input[name].slice(0, rows).map((row) => row.slice(0, columns));
    }
    const svg = await renderSvg(heatmap(input));
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    parse(svg);
  });

  it.each([
    [0, 5e-324],
    [1, 1 + 2 ** -52],
    [-1e300, -1e300],
  ])('has a scale where values are as close as %d and %d', async (a, b) => {
    const input = sweepSample({ columns: 2, rows: 2, paths: 100 });
    input.metric = { name: 'sd(A.share)' };
    for (const name of ['values', 'low', 'high'] as const) {
      input[name] = [
        [a, b],
        [b, a],
      ];
    }
    expect(await renderSvg(heatmap(input))).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('draws any grid and any text', async () => {
    const axis = fc
      .tuple(fc.integer({ min: 1, max: 5 }), fc.constantFrom(1e-9, -1e-9, 1, -3, 1e9), fc.constantFrom(0, -7, 1e9))
      .map(([count, step, start]) => Array.from({ length: count }, (_, k) => start * Math.abs(step) + step * k));
    const value = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { freq: 4 });
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '<', '&', '"', "'", '{', '\u0000', '\ud800', '数', ']]>'),
    });
    const input = fc.tuple(axis, axis, text, fc.boolean()).chain(([x, y, words, probability]) => {
      const row = fc.array(value, { minLength: x.length, maxLength: x.length });
      return fc.array(row, { minLength: y.length, maxLength: y.length }).map((values) => ({
        title: words,
        caption: words,
        x: { name: words, values: x },
        y: { name: 'p', title: words, values: y },
        metric: { name: words, probability },
        values,
        low: values.map((cells) => cells.map((cell) => (cell === null ? null : cell - 1))),
        high: values.map((cells) => cells.map((cell) => (cell === null ? null : cell + 1))),
      }));
    });
    await fc.assert(
      fc.asyncProperty(input, async (drawn) => {
        const svg = await renderSvg(heatmap(frozen(drawn)));
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        parse(svg);
      }),
      { numRuns: 40 },
    );
  });

  it('says which table does not fit the axes', () => {
    const input = sweepSample(small);
    expect(() => heatmap({ ...input, low: input.low.slice(1) })).toThrow(
      'low has 10 rows, but axis y ("p") has 11 values',
    );
    const ragged = input.values.map((row, j) => (j === 2 ? row.slice(1) : row));
    expect(() => heatmap({ ...input, values: ragged })).toThrow(
      'values[2] has 14 columns, but axis x ("tau") has 15 values',
    );
  });

  it('says what is wrong with a range', () => {
    const input = sweepSample(small);
    input.metric = { name: 'gap(A.share,B.share)', range: [1, 0] };
    expect(() => heatmap(input)).toThrow('metric "gap(A.share,B.share)": range [1, 0]');
  });
});
