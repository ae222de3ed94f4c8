/**
 * Known answers, and ours to the same questions: closed forms, published vectors, and the claims of the paper whose game is bundled. Owns
 * the order; the questions are in the files beside, how they are judged and printed is `judge.mjs`.
 */
import { openBackend } from '@trilogue/engine';
import { endAnswers, finiteTimeAnswers, timeAnswers } from './diffusions.mjs';
import { conditionAnswers, equilibriumAnswers, exponentAnswers } from './equilibria.mjs';
import { coordinationAnswers, orderAnswers, passageAnswers, threeStrategyAnswers } from './laws.mjs';
import { generator, sensitivityAnswers } from './sensitivity.mjs';
import { claims, outcomes } from './sharing.mjs';
import { pathAnswers, stepAnswers } from './without-noise.mjs';

/**
 * @typedef {object} Group
 * @property {string} title
 * @property {string} source author and year of what is known; what was run
 *
 * @typedef {object} Answer
 * @property {Group} group
 * @property {string} question
 * @property {number | string} exact a number; or, for a claim of direction, the words
 * @property {number | string} ours
 * @property {{ z: number } | { error: number, limit: number } | { same: boolean }} distance
 *
 * @typedef {(answer: Answer) => void} Tell called as answers come
 * @typedef {typeof import('@internal/problems')} Problems
 * @typedef {import('@trilogue/engine').Backend} Backend
 */

/** @param {Problems} problems @param {Tell} tell */
export async function answerAll(problems, tell) {
  generator(tell);
  equilibriumAnswers(problems, tell);
  conditionAnswers(problems, tell);
  exponentAnswers(problems, tell);
  pathAnswers(problems, tell);
  sensitivityAnswers(problems, tell);
  const { backend } = await openBackend('wasm');
  try {
    await stepAnswers(problems, backend, tell);
    await endAnswers(problems, backend, tell);
    await timeAnswers(problems, backend, tell);
    await finiteTimeAnswers(problems, backend, tell);
    await coordinationAnswers(problems, backend, tell);
    await passageAnswers(problems, backend, tell);
    await threeStrategyAnswers(problems, backend, tell);
    await orderAnswers(backend, tell);
    await outcomes(problems, backend, tell);
    await claims(backend, tell);
  } finally {
    await backend.close();
  }
}
