import { describe, expect, it } from 'vitest';
import { type WorkPrecisionInput, workPrecision } from '../../src/precision/work-precision.js';
import { frozen } from '../frozen.js';
import { drawn, expectPicture } from '../picture.js';
import { texts } from '../pixels.js';

/** Schemes of first and second weak order; no error is seen below the noise of the measurement. */
function sample(): WorkPrecisionInput {
  const steps = [0.4, 0.2, 0.1, 0.05, 0.025];
  const scheme = (name: string, order: number, size: number, cost: number) => ({
    name,
    points: steps.map((dt) => {
      const error = Math.hypot(size * dt ** order, 4e-4);
      return { dt, cost: cost / dt, error, interval: [error * 0.7, error * 1.4] as const };
    }),
  });
  return {
    title: 'Error against cost: demographic noise near an absorbing boundary',
    cost: { name: 's', title: 'Time for a million paths' },
    error: { name: 'absolute', title: 'Error of the absorption probability' },
    schemes: [
      scheme('euler', 1, 0.6, 0.09),
      scheme('weak-euler', 1, 0.3, 0.014),
      scheme('milstein', 1, 0.4, 0.3),
      scheme('weak-2', 2, 0.5, 0.05),
    ],
    floor: 4e-4,
    caption: '10^6 paths per point',
  };
}

describe('workPrecision', () => {
  it('looks as it did', async () => {
    await expectPicture((size) => workPrecision(frozen(sample()), size), 'work-precision');
  });

  it('names schemes, steps and powers of ten', async () => {
    const words = texts(await drawn(workPrecision(sample())));
    expect(words).toEqual(expect.arrayContaining(['weak-2', 'noise of the measurement', '0.025', '10⁻³']));
    const { floor: _, ...without } = sample();
    expect(texts(await drawn(workPrecision(without)))).not.toContain('noise of the measurement');
  });

  it('draws one point, and costs over many decades', async () => {
    const one = [{ name: 'euler', points: [{ dt: 0.1, cost: 3, error: 0.02 }] }];
    await drawn(workPrecision({ ...sample(), schemes: one }));
    const points = [1e-9, 1, 1e12].map((cost) => ({ dt: 0.1, cost, error: 1 / cost }));
    await drawn(workPrecision({ ...sample(), schemes: [{ name: 'euler', points }] }));
  });

  it('refuses what has no logarithm', () => {
    const points = [{ dt: 0.1, cost: 1, error: 0 }];
    expect(() => workPrecision({ ...sample(), schemes: [{ name: 'euler', points }] })).toThrow(
      'scheme "euler", dt 0.1: error is 0, but a logarithmic axis needs it above 0',
    );
    expect(() => workPrecision({ ...sample(), schemes: [{ name: 'euler', points: [] }] })).toThrow('has no points');
    expect(() => workPrecision({ ...sample(), schemes: [] })).toThrow('1 to 7 schemes, but there are 0');
    expect(() => workPrecision({ ...sample(), floor: 0 })).toThrow('floor is 0');
  });
});
