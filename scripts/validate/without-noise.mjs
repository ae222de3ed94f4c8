/**
 * Paths without noise: the logistic curve, and an integrator that shares nothing with ours.
 */
import { deterministicPath } from '@trilogue/analysis';
import { bundledGame, driftAt, fieldAt, pointAt, readGame } from '@trilogue/core';
import { simulate } from '@trilogue/engine';

const logistic = { advantage: 0.7, sigma: 0, initial: 0.1 };
const logisticSource = 'Verhulst (1838): one population, constant advantage 0.7, from 0.1.';

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Tell} tell */
export function pathAnswers({ constantAdvantageGame, dormandPrince, logisticShare }, tell) {
  const curve = {
    title: 'The logistic curve, by the adaptive integrator',
    source: `${logisticSource} Tolerance 1e-10.`,
  };
  const game = readGame(constantAdvantageGame('none', { ...logistic, horizon: 10 }));
  const times = [1, 3, 10];
  const start = [[logistic.initial, 1 - logistic.initial]];
  const path = deterministicPath(fieldAt(game, pointAt(game)), start, times, { tolerance: 1e-10 });
  for (const [i, time] of times.entries()) {
    const exact = logisticShare(logistic.advantage, logistic.initial, time);
    const ours = path.states[i][0];
    const distance = { error: Math.abs(ours - exact), limit: 1e-8 };
    tell({ group: curve, question: `time ${time}`, exact, ours, distance });
  }

  const group = {
    title: 'Paths without noise of bundled games',
    source: 'Dormand and Prince (1980), written once more for this comparison, tolerance 1e-12. First share at time 4.',
  };
  for (const name of ['data-sharing', 'rock-paper-scissors', 'hawk-dove']) {
    const bundled = bundledGame(name);
    const point = pointAt(bundled);
    const field = fieldAt(bundled, point);
    const free = point.initial.flatMap((shares) => shares.slice(0, -1));
    const [exact] = dormandPrince((state) => Array.from(driftAt(field, state)), free, [4]);
    const [ours] = deterministicPath(field, point.initial, [4], { tolerance: 1e-10 }).states;
    const error = Math.max(...exact.map((share, i) => Math.abs(share - ours[i])));
    tell({ group, question: name, exact: exact[0], ours: ours[0], distance: { error, limit: 1e-8 } });
  }
}

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Backend} backend @param {import('./answers.mjs').Tell} tell */
export async function stepAnswers({ constantAdvantageGame, logisticShare }, backend, tell) {
  const group = {
    title: 'The logistic curve, by the step program',
    source: `${logisticSource} \`logit-weak-2\` without noise, dt 0.1, single precision.`,
  };
  const delta = 0.05;
  const horizon = 10;
  const game = readGame(constantAdvantageGame('none', { ...logistic, horizon }));
  const run = { game, scheme: /** @type {const} */ ('logit-weak-2'), dt: 0.1, paths: 4, delta, backend };
  const { final, passages } = await simulate(run);
  const exact = logisticShare(logistic.advantage, logistic.initial, horizon);
  const ours = final['P.up'].mean;
  const error = Math.abs(ours - exact);
  tell({ group, question: `share at time ${horizon}`, exact, ours, distance: { error, limit: 2e-6 } });
  // the logit grows by the advantage; what is looked at after a step is seen up to a step late
  const time = Math.log(((1 - delta) / delta) * ((1 - logistic.initial) / logistic.initial)) / logistic.advantage;
  const seen = Number(passages[0].mean);
  const late = Math.abs(seen - time);
  tell({
    group,
    question: 'time at which it passes 0.95',
    exact: time,
    ours: seen,
    distance: { error: late, limit: 0.1 },
  });
}
