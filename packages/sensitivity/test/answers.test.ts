import { describe, expect, it } from 'vitest';
import { answersAt, createAnswers } from '../src/answers.js';
import { latinHypercubeDesign } from '../src/design/latin-hypercube.js';
import { saltelliDesign } from '../src/design/saltelli.js';
import { sobolIndices } from '../src/estimate/sobol.js';
import { factors, run } from './run.js';

const design = latinHypercubeDesign(factors(2), { samples: 4 });

describe('tell', () => {
  it('refuses outputs that are not finite, with the row and its parameters', () => {
    const answers = createAnswers(design);
    const [a, b] = design.point(2);
    expect(() => answers.tell(2, Number.NaN)).toThrow(`Row 2 (x1 = ${a}, x2 = ${b}) gave NaN.`);
    expect(() => answers.tell(2, Number.POSITIVE_INFINITY)).toThrow('gave Infinity');
    expect(() => answers.tell(2, { value: 1, variance: Number.NaN })).toThrow('gave a variance of');
    expect(() => answers.tell(2, { value: 1, variance: -1 })).toThrow('gave a variance of -1');
    expect(() => answers.tell(2, { replicates: [1, Number.NaN] })).toThrow('gave NaN');
    expect(() => answers.tell(2, { replicates: [1] })).toThrow('two replicates');
    expect(() => answers.tell(4, 1)).toThrow('from 0 to 3, found 4');
    expect(answers.missing()).toEqual([0, 1, 2, 3]);
  });

  it('takes rows in any order, and the same output again, but no other', () => {
    const answers = createAnswers(design);
    answers.tell(3, 7);
    answers.tell(3, 7);
    answers.tell(0, 5);
    expect(answers.missing()).toEqual([1, 2]);
    expect(() => answers.tell(3, 8)).toThrow('Row 3 was told twice: 7 first, then 8.');
  });

  it('makes a mean and the variance of that mean of replicates', () => {
    const answers = createAnswers(design);
    answers.tell(0, { replicates: [1, 2, 6] });
    expect(answers.values[0]).toBe(3);
    expect(answers.variances[0]).toBeCloseTo(7 / 3, 14); // s^2 = (4 + 1 + 9) / 2 = 7
  });
});

describe('save', () => {
  it('goes on where it stopped, to the same result', () => {
    const large = saltelliDesign(factors(2), { samples: 32 });
    const model = ([x, y]: number[]) => ({ value: x! + x! * y!, variance: x! / 100 });
    const whole = run(large, model);
    const part = createAnswers(large);
    for (let row = 0; row < 50; row++) part.tell(row, model(large.point(row)));
    const resumed = createAnswers(large, JSON.parse(JSON.stringify(part.save())));
    for (const row of resumed.missing()) resumed.tell(row, model(large.point(row)));
    expect(resumed.save()).toEqual(whole.save());
    expect(sobolIndices(resumed)).toEqual(sobolIndices(whole));
  });

  it('is taken over by a larger design where designs grow', () => {
    const small = run(saltelliDesign(factors(2), { samples: 16 }), ([x]) => x!);
    const large = saltelliDesign(factors(2), { samples: 32 });
    const answers = createAnswers(large, small.save());
    expect(answers.missing()).toEqual(Array.from({ length: 64 }, (_, i) => 64 + i));
    expect(() => createAnswers(saltelliDesign(factors(2), { samples: 8 }), small.save())).toThrow('32 rows, found 64');
  });

  it('is refused by another design, and in another length', () => {
    const saved = run(design, ([x]) => x!).save();
    const other = latinHypercubeDesign(factors(2), { samples: 4, seed: 'other' });
    expect(() => createAnswers(other, saved)).toThrow(`belong to design ${design.id}, this design is ${other.id}`);
    expect(() => createAnswers(design, { ...saved, values: [1, 2] })).toThrow('4 rows, found 2 answers');
  });
});

describe('answersAt', () => {
  const points = [0, 1, 2, 3].map((row) => design.point(row));

  it('takes columns in the order of the design', () => {
    expect([...answersAt(design, points, [1, 2, 3, 4]).values]).toEqual([1, 2, 3, 4]);
  });

  it('refuses another order, another length and other points', () => {
    expect(() => answersAt(design, points.toReversed(), [1, 2, 3, 4])).toThrow('in the order of the design');
    expect(() => answersAt(design, points, [1, 2, 3])).toThrow('4 rows, found 4 points and 3 outputs');
    expect(() => answersAt(design, [...points.slice(0, 3), [0.5]], [1, 2, 3, 4])).toThrow('Point 3 is (0.5)');
  });
});
