import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Algebra, doubles } from '../../src/equation/algebra.js';
import { duals } from '../../src/equation/readings/dual.js';
import { createRecorder } from '../../src/paths/recording.js';

/** A formula that uses every operation. */
function formula<V>(a: Algebra<V>, x: V, y: V, z: V): V[] {
  const one = a.constant(1);
  const wave = a.mul(a.sin(x), a.cos(y));
  const bent = a.select(a.less(x, y), a.sqrt(a.add(x, one)), a.log(a.add(y, one)));
  return [
    a.add(a.mul(x, y), a.div(z, a.add(x, one))),
    a.sub(a.exp(a.sub(a.constant(0), x)), a.min(y, z)),
    a.max(wave, bent),
    // what the recorder leaves out
    a.add(a.mul(x, one), a.add(a.constant(0), a.mul(a.constant(0), y))),
    a.mul(a.exp(a.constant(0.5)), z),
  ];
}

const number = fc.double({ min: 0.01, max: 3, noNaN: true });

describe('a recording', () => {
  it('gives in every lane what the same arithmetic gives in numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, number), { minLength: 1, maxLength: 9 }), (points) => {
        const recorder = createRecorder();
        const [x, y, z] = [recorder.input(), recorder.input(), recorder.input('fixed')];
        const results = formula(recorder, x, y, z);
        const { values, prepare, run } = recorder.finish(points.length);
        for (const [lane, point] of points.entries()) {
          for (const [i, value] of point.entries()) values[i * points.length + lane] = value;
          prepare(lane);
        }
        run(points.length);
        for (const [lane, [a, b, c]] of points.entries()) {
          const found = results.map((slot) => values[slot * points.length + lane]);
          expect(found).toEqual(formula(doubles, a, b, c));
        }
      }),
    );
  });

  it('leaves lanes alone that are not run', () => {
    const recorder = createRecorder();
    const sum = recorder.add(recorder.input(), recorder.constant(1));
    const { values, run } = recorder.finish(2);
    run(1);
    expect([...values.subarray(sum * 2, sum * 2 + 2)]).toEqual([1, 0]);
  });

  it('carries derivatives', () => {
    const recorder = createRecorder();
    const [x, y] = [recorder.input(), recorder.input()];
    const lift = (slot: typeof x, slope: number) => ({ value: slot, slope: recorder.constant(slope) });
    const [product] = formula(duals(recorder), lift(x, 1), lift(y, 0), lift(y, 0));
    const { values, run } = recorder.finish(1);
    values.set([0.5, 2]);
    run(1);
    // d/dx of x y + y / (x + 1)
    expect(values[product!.slope]).toBeCloseTo(2 - 2 / 2.25, 14);
  });
});
