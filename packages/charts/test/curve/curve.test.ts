import { describe, expect, it } from 'vitest';
import { curve } from '../../src/curve/curve.js';
import { renderSvg } from '../../src/render/svg.js';
import { frozen } from '../frozen.js';
import { expectPicture } from '../picture.js';
import { parse, texts } from '../pixels.js';
import { curveSample } from '../samples.js';

describe('curve', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => curve(frozen(curveSample(31, 300)), size), 'curve');
  });

  it('says that a gap is a missing value', async () => {
    const sample = curveSample(11, 300);
    const input = { ...sample, values: sample.values.with(4, null) };
    expect(texts(await renderSvg(curve(frozen(input))))).toContain('Probability of full sharing (gap: no value)');
  });

  it('leaves its key out where that is asked for', async () => {
    const input = frozen(curveSample(11, 300));
    const [drawn, without] = [await renderSvg(curve(input)), await renderSvg(curve({ ...input, key: false }))];
    expect(texts(drawn)).toContain('95% confidence interval');
    expect(texts(without)).not.toContain('95% confidence interval');
  });

  it('draws one value, equal values, and extreme axes', async () => {
    const one = { ...curveSample(3, 300), values: [0.5], low: [0.4], high: [0.6] };
    const flat = {
      ...curveSample(3, 300),
      metric: { name: 'mean(A.share)' },
      values: [2, 2, 2],
      low: [2, 2, 2],
      high: [2, 2, 2],
    };
    for (const input of [
      { ...one, x: { name: 'tau', values: [1e9] } },
      { ...flat, x: { name: 'tau', values: [1e-9, 2e-9, 3e-9] } },
      { ...flat, x: { name: 'tau', values: [3e9, 0, -3e9] } },
    ]) {
      const svg = await renderSvg(curve(frozen(input)));
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      parse(svg);
    }
  });

  it('says which list does not fit the axis', () => {
    const input = curveSample(11, 300);
    expect(() => curve({ ...input, high: [] })).toThrow('high has 0 entries, but axis x ("tau") has 11 values');
  });
});
