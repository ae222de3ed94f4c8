import { describe, expect, it } from 'vitest';
import { outcomeBars } from '../../src/outcomes/outcome-bars.js';
import { renderSvg } from '../../src/render/svg.js';
import { frozen } from '../frozen.js';
import { expectPicture } from '../picture.js';
import { texts } from '../pixels.js';
import { outcomesSample } from '../samples.js';

describe('outcomeBars', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => outcomeBars(frozen(outcomesSample()), size), 'outcome-bars');
  });

  it('keeps the order and writes each number beside its bar', async () => {
    const words = texts(await renderSvg(outcomeBars(outcomesSample())));
    const first = words.indexOf('share, share, coordinate');
    expect(words[first + 1]).toBe('0.510 (0.489–0.532)');
    expect(words.indexOf('withhold, withhold, stand_by')).toBeGreaterThan(first);
    expect(words[words.indexOf('undecided') + 1]).toBe('0.009');
  });

  it('writes two digits, and draws no interval, where the error is not known', async () => {
    const { outcomes, ...input } = outcomesSample();
    const rough = { ...input, outcomes: outcomes.map((one) => ({ ...one, low: null, high: null })) };
    const words = texts(await renderSvg(outcomeBars(rough)));
    expect(words[words.indexOf('share, share, coordinate') + 1]).toBe('0.51');
    expect(words[words.indexOf('undecided') + 1]).toBe('0.01');
    expect(words.join()).not.toMatch(/interval|\d–\d|\d\.\d{3}/);
    expect(outcomeBars(rough).summary).not.toMatch(/\d–\d|\d\.\d{3}/);
  });

  it('has no bar for undecided paths unless their part is given', async () => {
    const { undecided: _, ...input } = outcomesSample();
    expect(texts(await renderSvg(outcomeBars(input)))).not.toContain('undecided');
  });

  it('is as high as its bars need', () => {
    const input = outcomesSample();
    const half = { ...input, outcomes: input.outcomes.slice(4) };
    expect(outcomeBars(input).height - outcomeBars(half).height).toBe(4 * 30);
  });

  it('refuses what is no probability', () => {
    const input = outcomesSample();
    input.outcomes[1]!.high = 1.2;
    expect(() => outcomeBars(input)).toThrow('outcome "share, share, stand_by": 1.2 is not a probability');
    expect(() => outcomeBars({ title: 'none', outcomes: [] })).toThrow('at least one outcome');
  });
});
