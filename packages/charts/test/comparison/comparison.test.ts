import { describe, expect, it } from 'vitest';
import { type ComparisonInput, comparison } from '../../src/comparison/comparison.js';
import { frozen } from '../frozen.js';
import { drawn, expectPicture } from '../picture.js';
import { texts } from '../pixels.js';

const times = Array.from({ length: 41 }, (_, k) => k / 2);

/** Three S-shaped curves that rise earlier with more trust, their intervals widest half-way. */
function sample(): ComparisonInput {
  const trust = [0.2, 0.5, 0.8];
  const panel = (title: string, late: number) => ({
    title,
    curves: trust.map((tau) => {
      const values = times.map((time) => 0.97 / (1 + Math.exp(late + 1 - (0.1 + 0.6 * tau) * time)));
      const half = values.map((value) => 0.01 + 0.2 * value * (1 - value));
      return {
        values,
        low: values.map((value, k) => Math.max(0, value - half[k]!)),
        high: values.map((value, k) => Math.min(1, value + half[k]!)),
      };
    }),
  });
  return {
    title: 'Trust between the departments: low, middle, high',
    x: { name: 'Time', values: times },
    metric: { name: 'Mean share', range: [0, 1] },
    levels: trust.map((tau) => `tau = ${tau}`),
    panels: [panel('Functional department A', 1), panel('Functional department B', 0.4), panel('Data management', 0)],
    caption: '2000 paths per level, dt = 0.1, seed "trilogue"',
  };
}

describe('comparison', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => comparison(frozen(sample()), size), 'comparison');
  });

  it('draws one panel over a parameter, with a gap and an axis in its own unit', async () => {
    const input = sample();
    const values = [2e-7, 1e-7, 0.5e-7];
    const one = { title: 'Full sharing', curves: input.levels.map((_, k) => ({ values: [0.1 * k, null, 0.9] })) };
    const words = texts(await drawn(comparison({ ...input, x: { name: 'e', values }, panels: [one] })));
    expect(words).toContain('e  [×10⁻⁷]');
    expect(words).not.toContain('95% confidence interval');
  });

  it('tells the levels apart without colour', () => {
    const lines = [comparison(sample()).option.series].flat().filter((series) => series?.type === 'line');
    const dashes = lines.slice(0, 3).map((series) => JSON.stringify((series as { lineStyle: object }).lineStyle));
    const strokes = dashes.map((style) => style.replace(/"color":"[^"]*"/, ''));
    expect(new Set(strokes).size).toBe(3);
  });

  it('says where the levels end', () => {
    expect(comparison(sample()).summary).toMatch(
      /^Mean share over Time from 0 to 20\. At 20: Functional department A: tau = 0\.2 0\.\d+/,
    );
  });

  it('says what is wrong with its lists', () => {
    const input = sample();
    const [first] = input.panels as [ComparisonInput['panels'][number]];
    expect(() => comparison({ ...input, panels: [] })).toThrow('at least one panel');
    expect(() => comparison({ ...input, levels: [] })).toThrow('1 to 7 levels, but there are 0');
    expect(() => comparison({ ...input, x: { name: 'tau', values: [1] } })).toThrow('axis x ("tau") has one value');
    expect(() => comparison({ ...input, levels: ['a', 'b'] })).toThrow('has 3 curves, but there are 2 levels');
    const short = { ...first, curves: first.curves.map((curve) => ({ ...curve, high: [1] })) };
    expect(() => comparison({ ...input, panels: [short] })).toThrow(
      'high of "tau = 0.2" in panel "Functional department A" has 1 entries, but axis x ("Time") has 41 values',
    );
    const open = { ...first, curves: first.curves.map(({ high: _, ...curve }) => curve) };
    expect(() => comparison({ ...input, panels: [open] })).toThrow('has only one end of its interval');
  });
});
