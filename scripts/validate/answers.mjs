/**
 * Known answers, and ours to the same questions: closed forms, published vectors, and the claims of the paper whose game is bundled. Owns
 * the questions; how they are judged and printed is `judge.mjs`.
 */
import { equilibria } from '@trilogue/analysis';
import { bundledGame, pointAt, readGame } from '@trilogue/core';
import { openBackend, simulate, sweep } from '@trilogue/engine';
import { philox4x32 } from '@trilogue/random';
import { createAnswers, saltelliDesign, sobolIndices } from '@trilogue/sensitivity';

/**
 * @typedef {object} Answer
 * @property {string} group
 * @property {string} question
 * @property {number | string} exact a number; or, for a claim of direction, the words
 * @property {number | string} ours
 * @property {{ z: number } | { relative: number, limit: number } | { same: boolean }} distance
 */

const paths = 200_000;

/**
 * @param {typeof import('@internal/problems')} problems
 * @param {(answer: Answer) => void} tell called as answers come
 */
export async function answerAll(problems, tell) {
  generator(tell);
  equilibriumAnswers(problems, tell);
  sensitivityAnswers(problems, tell);
  const { backend } = await openBackend('wasm');
  try {
    await fixation(problems, backend, tell);
    await limits(problems, backend, tell);
    await bundled(problems, backend, tell);
    await claims(backend, tell);
  } finally {
    await backend.close();
  }
}

/** Random123, file `kat_vectors`. @param {(answer: Answer) => void} tell */
function generator(tell) {
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
    tell({
      group: 'Philox4x32-10 (Random123)',
      question: `key ${key[0] >>> 0}`,
      exact,
      ours,
      distance: { same: ours === exact },
    });
  }
}

/** @param {typeof import('@internal/problems')} problems @param {(answer: Answer) => void} tell */
function equilibriumAnswers({ battleOfTheSexes, battleOfTheSexesEquilibria }, tell) {
  const game = readGame(battleOfTheSexes);
  const found = equilibria(game, pointAt(game)).equilibria;
  for (const { shares, eigenvalues, type } of battleOfTheSexesEquilibria) {
    const near = found.map((other) => {
      const point = Object.values(other.point).map((share) =>
        typeof share === 'number' ? share : Object.values(share)[0],
      );
      return { other, distance: Math.max(...shares.map((share, i) => Math.abs(share - point[i]))) };
    });
    const { other, distance } = near.reduce((best, next) => (next.distance < best.distance ? next : best));
    const group = 'Equilibria of the battle of the sexes';
    const question = `at (${shares.map((share) => share.toFixed(3)).join(', ')})`;
    tell({
      group,
      question: `${question}: type`,
      exact: type,
      ours: other.type,
      distance: { same: other.type === type },
    });
    const exact = Math.min(...eigenvalues);
    const ours = Math.min(...other.eigenvalues.map(([real]) => real));
    const error = Math.max(distance, Math.abs(ours - exact));
    tell({
      group,
      question: `${question}: smallest eigenvalue`,
      exact,
      ours,
      distance: { relative: error, limit: 1e-9 },
    });
  }
}

/** @param {typeof import('@internal/problems')} problems @param {(answer: Answer) => void} tell */
function sensitivityAnswers({ ishigami, ishigamiIndices, sobolG, sobolGIndices }, tell) {
  /** @type {[group: string, count: number, range: [number, number], model: (point: number[]) => number, exact: { first: number, total: number }[]][]} */
  const functions = [
    ['Sobol indices, Ishigami function', 3, [-Math.PI, Math.PI], (point) => ishigami(point), ishigamiIndices().factors],
    [
      'Sobol indices, G function',
      4,
      [0, 1],
      (point) => sobolG(point, [0, 1, 4.5, 9]),
      [0, 1, 2, 3].map((i) => sobolGIndices([0, 1, 4.5, 9], [i])),
    ],
  ];
  for (const [group, count, range, model, exact] of functions) {
    const factors = Array.from({ length: count }, (_, i) => ({ name: `x${i + 1}`, range }));
    const design = saltelliDesign(factors, { samples: 4096, seed: 'validation' });
    const answers = createAnswers(design);
    for (let row = 0; row < design.runs; row++) answers.tell(row, model(design.point(row)));
    for (const [i, { parameter, first, total }] of sobolIndices(answers).indices.entries()) {
      for (const [name, estimate] of /** @type {const} */ ([
        ['first', first],
        ['total', total],
      ])) {
        const error = (estimate.high - estimate.low) / (2 * 1.96);
        const z = (estimate.value - exact[i][name]) / error;
        tell({
          group,
          question: `${parameter}, ${name}`,
          exact: exact[i][name],
          ours: estimate.value,
          distance: { z },
        });
      }
    }
  }
}

/**
 * Kimura (1962): demographic noise, two steps extrapolated to none.
 *
 * @param {typeof import('@internal/problems')} problems
 * @param {import('@trilogue/engine').Backend} backend
 * @param {(answer: Answer) => void} tell
 */
async function fixation({ constantAdvantageGame, fixationProbability }, backend, tell) {
  for (const [s, x0] of [
    [2, 0.1],
    [0, 0.3],
    [-0.5, 0.6],
  ]) {
    const game = readGame(constantAdvantageGame('demographic', { advantage: s, sigma: 1, initial: x0, horizon: 24 }));
    const [ours, error] = await extrapolated(game, 0.02, backend);
    const exact = fixationProbability(s, 1, x0);
    const question = `advantage ${s}, from ${x0}`;
    tell({
      group: 'Fixation under demographic noise (Kimura)',
      question,
      exact,
      ours,
      distance: { z: (ours - exact) / error },
    });
  }
}

/**
 * Replicator noise: where paths end, by the scale function.
 *
 * @param {typeof import('@internal/problems')} problems
 * @param {import('@trilogue/engine').Backend} backend
 * @param {(answer: Answer) => void} tell
 */
async function limits({ constantAdvantageGame, limitProbability }, backend, tell) {
  for (const [a, sigma, x0] of [
    [0, 1, 0.3],
    [0.25, 1, 0.4],
    [-0.3, 1.2, 0.7],
  ]) {
    const game = readGame(constantAdvantageGame('replicator', { advantage: a, sigma, initial: x0, horizon: 200 }));
    const [ours, error] = await extrapolated(game, 0.1, backend);
    const exact = limitProbability(a, sigma, x0);
    const question = `advantage ${a}, sigma ${sigma}, from ${x0}`;
    tell({
      group: 'Ends under replicator noise (beta function)',
      question,
      exact,
      ours,
      distance: { z: (ours - exact) / error },
    });
  }
}

/**
 * @param {import('@trilogue/core').Game} game
 * @param {number} dt
 * @param {import('@trilogue/engine').Backend} backend
 * @returns {Promise<[estimate: number, standardError: number]>} 2 P(h/2) - P(h), from independent runs
 */
async function extrapolated(game, dt, backend) {
  const common = { game, scheme: /** @type {const} */ ('weak-euler'), paths, times: 0, passages: false, backend };
  const coarse = (await simulate({ ...common, dt, seed: 'coarse' })).outcomes[0].probability;
  const fine = (await simulate({ ...common, dt: dt / 2, seed: 'fine' })).outcomes[0].probability;
  return [2 * fine - coarse, Math.sqrt((5 * fine * (1 - fine)) / paths)];
}

/**
 * @param {typeof import('@internal/problems')} problems
 * @param {import('@trilogue/engine').Backend} backend
 * @param {(answer: Answer) => void} tell
 */
async function bundled({ dataSharingOutcomes }, backend, tell) {
  const game = bundledGame('data-sharing');
  const { probability, tolerance } = dataSharingOutcomes;
  for (const [scenario, exact] of Object.entries(probability)) {
    const { outcomes } = await simulate({ game, scenario, dt: 0.025, paths, times: 0, passages: false, backend });
    const ours = outcomes[0].probability;
    const distance = { relative: Math.abs(ours - exact), limit: tolerance };
    tell({ group: 'Full data sharing, against an independent solver', question: scenario, exact, ours, distance });
  }
}

/** Claims of Dong, Liu and Mi (2023). @param {import('@trilogue/engine').Backend} backend @param {(answer: Answer) => void} tell */
async function claims(backend, tell) {
  const group = 'Claims of Dong, Liu and Mi (2023)';
  const game = bundledGame('data-sharing');
  const { type } = equilibria(game, pointAt(game)).equilibria.find(
    ({ profile }) => profile?.join() === 'share,share,coordinate',
  ) ?? { type: 'not found' };
  tell({
    group,
    question: 'full sharing with coordination',
    exact: 'sink',
    ours: type,
    distance: { same: type === 'sink' },
  });
  for (const [name, from, to, metric, words] of /** @type {const} */ ([
    ['I_A', 1, 4, 'P(share,share,coordinate)', 'rises'],
    ['I_B', 1, 3, 'P(share,share,coordinate)', 'rises'],
    ['tau', 0.3, 0.9, 'gap(A.share,B.share)', 'falls'],
    ['kappa', 0, 0.8, 'P(share,share,coordinate)', 'rises'],
    ['p', 0, 2, 'P(share,share,coordinate)', 'rises'],
    ['v', 0.6, 2.5, 'P(share,share,coordinate)', 'rises'],
    ['d', 0, 1.5, 'P(share,share,coordinate)', 'rises'],
  ])) {
    const { values, low, high } = await sweep({
      game,
      x: { name, from, to, count: 2 },
      metric,
      paths: 50_000,
      backend,
    });
    const [first, last] = values[0].map(Number);
    const errors = [0, 1].map((i) => (Number(high[0][i]) - Number(low[0][i])) / (2 * 1.96));
    // no claim of size: the difference must be there, by more than five standard errors
    const z = (last - first) / Math.hypot(errors[0], errors[1]);
    const same = words === 'rises' ? z > 5 : z < -5;
    const ours = `${first.toFixed(4)} to ${last.toFixed(4)}, z = ${z.toFixed(0)}`;
    tell({ group, question: `${metric} with ${name} from ${from} to ${to}`, exact: words, ours, distance: { same } });
  }
}
