import { describe, expect, it } from 'vitest';
import { gridDesign } from '../../src/design/grid.js';
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
    for (const { value, low, high } of [clear.change, ...clear.outputs])
      expect(value - low).toBeCloseTo(high - value, 12);
    const hidden = tornado(run(design, (x) => ({ value: -model(x), variance: 0.25 }))).bars[0]!;
    expect(hidden).toMatchObject({ parameter: 'x3', trough: null, peak: null });
  });

  it('takes a peak or trough only where it stands out from both ends, at the first of equal levels', () => {
    /** Outputs at the five levels 0, 0.5, 1, 1.5, 2 of z alone. */
    const turns = (outputs: number[], variance?: number) => {
      const found = [1, -1].map((sign) => {
        const answers = run(design, ([, , z]) => {
          const value = sign * outputs[2 * z!]!;
          return variance === undefined ? value : { value, variance };
        });
        return tornado(answers).bars.find(({ parameter }) => parameter === 'x3')!;
      });
      // What is a peak of the outputs is a trough of their negatives, and they have no other.
      expect([found[0]!.trough, found[1]!.peak]).toEqual([null, null]);
      expect(found[0]!.peak).toBe(found[1]!.trough);
      return found[0]!.peak;
    };
    expect(turns([0, 1, 1, 1, 0])).toBe(0.5);
    expect(turns([0, 1, 1, 1, 1])).toBe(null);
    expect(turns([1, 1, 1, 1, 0])).toBe(null);
    expect(turns([0, 0, 0, 1, 0])).toBe(1.5);
    // A difference has the standard error 0.14: 0.1 could be noise, 1 and 0.9 could not.
    expect(turns([0, 0.2, 0.3, 1, 0.9], 0.01)).toBe(null);
    expect(turns([0.9, 1, 0.3, 0.2, 0], 0.01)).toBe(null);
    expect(turns([0.1, 0.2, 0.3, 1, 0], 0.01)).toBe(1.5);
  });

  it('warns of a constant output, and refuses another design', () => {
    const message = 'The output is the same at every point; nothing has an effect.';
    const warning = { code: 'constant-output', names: [], message };
    expect(tornado(run(design, () => 3))).toMatchObject({ method: 'oat', warnings: [warning] });
    expect(tornado(run(design, ([x]) => x!)).warnings).toEqual([]);
    expect(() => tornado(run(gridDesign(factors(2), { levels: 2 }), () => 1))).toThrow(
      'The tornado summary: this needs a design of kind one-at-a-time, found grid.',
    );
  });
});
