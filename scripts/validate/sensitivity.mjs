/**
 * The generator's published vectors, and the indices of the functions that sensitivity analyses are tested on.
 */
import { philox4x32 } from '@trilogue/random';
import { createAnswers, morrisDesign, morrisEffects, saltelliDesign, sobolIndices } from '@trilogue/sensitivity';

/** Randomisations of Sobol points: enough for five standard errors of their mean to be rare (Student, 63 degrees of freedom: 5e-6). */
const randomisations = 64;
const samples = 4096;

/** @param {import('./answers.mjs').Tell} tell */
export function generator(tell) {
  const group = { title: 'Philox4x32-10', source: 'Salmon and others (2011), file `kat_vectors` of Random123.' };
  /** @type {[counter: [number, number, number, number], key: [number, number], expected: string][]} */
  const vectors = [
    [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
    [[-1, -1, -1, -1], [-1, -1], '408f276d 41c83b0e a20bc7c6 6d5451fd'],
    [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], 'd16cfe09 94fdcceb 5001e420 24126ea1'],
  ];
  for (const [counter, key, exact] of vectors) {
    const [a, b, c, d] = counter.map((word) => word >>> 0);
    const words = philox4x32([a, b, c, d], [key[0] >>> 0, key[1] >>> 0]);
    const ours = words.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join(' ');
    tell({ group, question: `key ${key[0] >>> 0}`, exact, ours, distance: { same: ours === exact } });
  }
}

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Tell} tell */
export function sensitivityAnswers(problems, tell) {
  const { ishigami, ishigamiIndices, linearIndices, linearModel, sobolG, sobolGIndices } = problems;
  const coefficients = [0, 1, 4.5, 9];
  /** @type {[string, string, number, [number, number], (point: number[]) => number, { first: number, total: number }[]][]} */
  const functions = [
    [
      'Ishigami function',
      'Ishigami and Homma (1990)',
      3,
      [-Math.PI, Math.PI],
      (point) => ishigami(point),
      ishigamiIndices().factors,
    ],
    [
      'G function',
      "Saltelli and Sobol' (1995)",
      4,
      [0, 1],
      (point) => sobolG(point, coefficients),
      [0, 1, 2, 3].map((i) => sobolGIndices(coefficients, [i])),
    ],
    [
      'linear model',
      'Variances add up: 3, 2 and 1 times three uniform numbers',
      3,
      [0, 1],
      (point) => linearModel(point, [3, 2, 1]),
      linearIndices(
        [3, 2, 1],
        [
          [0, 1],
          [0, 1],
          [0, 1],
        ],
      ),
    ],
  ];
  for (const [title, source, count, range, model, exact] of functions) {
    const factors = Array.from({ length: count }, (_, i) => ({ name: `x${i + 1}`, range }));
    const group = {
      title: `Sobol indices, ${title}`,
      source: `${source}. 4,096 samples, mean over ${randomisations} randomisations of the points. Bound: five standard errors by their scatter, and 1/8,192 of the value, since the variance is divided by one less than the number of points.`,
    };
    const found = Array.from({ length: randomisations }, (_, n) => {
      const design = saltelliDesign(factors, { samples, seed: `validation ${n}` });
      const answers = createAnswers(design);
      for (let row = 0; row < design.runs; row++) answers.tell(row, model(design.point(row)));
      return sobolIndices(answers, { resamples: 20 }).indices;
    });
    for (const [i, { name: parameter }] of factors.entries()) {
      for (const name of /** @type {const} */ (['first', 'total'])) {
        const estimates = found.map((indices) => indices[i][name].value);
        tell({ group, question: `${parameter}, ${name}`, ...scattered(estimates, exact[i][name]) });
      }
    }
  }
  morrisAnswers(problems, tell);
}

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Tell} tell */
function morrisAnswers({ MORRIS_FACTORS, morrisFunction, morrisMoments }, tell) {
  const group = {
    title: 'Elementary effects, function of Morris',
    source: 'Morris (1991), section 4: mean and spread, enumerated. Five of the 20 factors, 400 trajectories.',
  };
  const factors = Array.from({ length: MORRIS_FACTORS }, (_, i) => ({
    name: `x${i + 1}`,
    range: /** @type {[number, number]} */ ([0, 1]),
  }));
  const design = morrisDesign(factors, { trajectories: 400, candidates: 400, seed: 'validation' });
  const answers = createAnswers(design);
  for (let row = 0; row < design.runs; row++) answers.tell(row, morrisFunction(design.point(row)));
  const { effects } = morrisEffects(answers);
  for (const i of [0, 2, 7, 9, 15]) {
    const { mean, variance } = morrisMoments(i);
    const { parameter, mu, sigma } = effects[i];
    tell({
      group,
      question: `${parameter}, mu`,
      exact: mean,
      ours: mu.value,
      distance: { z: (mu.value - mean) / Math.sqrt(variance / 400) },
    });
    tell({ group, question: `${parameter}, sigma`, ...compared(sigma, Math.sqrt(variance)) });
  }
}

/** @param {readonly number[]} estimates independent ones @param {number} exact */
function scattered(estimates, exact) {
  const ours = estimates.reduce((sum, value) => sum + value, 0) / estimates.length;
  const squares = estimates.reduce((sum, value) => sum + (value - ours) ** 2, 0);
  const limit = 5 * Math.sqrt(squares / estimates.length / (estimates.length - 1)) + exact / (2 * samples);
  return { exact, ours, distance: { error: Math.abs(ours - exact), limit } };
}

/** @param {{ value: number, low: number, high: number }} estimate with a 95% interval @param {number} exact */
function compared({ value, low, high }, exact) {
  return { exact, ours: value, distance: { z: (value - exact) / ((high - low) / (2 * 1.96)) } };
}
