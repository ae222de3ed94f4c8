import { describe, expect, it } from 'vitest';
import { oneAtATimeDesign } from '../../src/design/one-at-a-time.js';
import { tornado } from '../../src/estimate/tornado.js';
import { factors, run } from '../run.js';

describe('tornado', () => {
  const design = oneAtATimeDesign(
    factors(3, [0, 2]).map((factor, i) => (i === 1 ? { ...factor, group: 'g' } : factor)),
    { levels: 5, base: [1, 1, 1] },
  );

  it('orders the factors by what each does alone, and sees a peak inside the range', () => {
    const { base, bars, runs } = tornado(run(design, ([x, y, z]) => x! - 5 * y! + 8 * z! * (2 - z!)));
    expect([runs, base.value]).toEqual([16, 4]);
    expect(bars.map(({ parameter, group, swing }) => [parameter, group, swing])).toEqual([
      ['x2', 'g', 10],
      ['x3', null, 8],
      ['x1', null, 2],
    ]);
    expect(bars[0]).toMatchObject({ change: { value: -10, low: -10, high: -10 }, peak: null, trough: null });
    expect(bars[1]).toMatchObject({ at: [0, 0.5, 1, 1.5, 2], peak: 1, trough: null });
    expect(bars[1]!.outputs.map(({ value }) => value)).toEqual([-4, 2, 4, 2, -4]);
    expect(bars[1]!.change.value).toBe(0);
  });

  it('gives the noise of outputs and changes, and takes no peak for one that noise could make', () => {
    const model = ([, , z]: number[]) => z! * (2 - z!);
    const clear = tornado(run(design, (x) => ({ value: -model(x), variance: 0.01 }))).bars[0]!;
    expect(clear.outputs[0]!.high).toBeCloseTo(1.96 * 0.1, 4);
    expect(clear.change.high).toBeCloseTo(1.96 * Math.sqrt(0.02), 4);
    expect(clear.trough).toBe(1);
    const hidden = tornado(run(design, (x) => ({ value: -model(x), variance: 0.25 }))).bars[0]!;
    expect(hidden).toMatchObject({ parameter: 'x3', trough: null, peak: null });
  });

  it('warns of a constant output', () => {
    expect(tornado(run(design, () => 3)).warnings.map(({ code }) => code)).toEqual(['constant-output']);
    expect(tornado(run(design, ([x]) => x!)).warnings).toEqual([]);
  });
});
