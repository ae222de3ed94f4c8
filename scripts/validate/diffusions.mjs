/**
 * One population with a constant advantage, under each kind of noise: where paths end, when, and how they are spread at a time.
 */
import { bundledGame, readGame } from '@trilogue/core';
import { simulate } from '@trilogue/engine';
import {
  deviation,
  extrapolated,
  lossProbability,
  paths,
  probability,
  stated,
  timeToEnd,
  timeToFixation,
} from './estimates.mjs';

const extrapolation = 'Two steps, extrapolated to none';

/**
 * @param {import('./answers.mjs').Problems} problems
 * @param {import('./answers.mjs').Backend} backend
 * @param {import('./answers.mjs').Tell} tell
 */
export async function endAnswers(problems, backend, tell) {
  const { constantAdvantageGame, fixationProbability, limitProbability } = problems;
  const fixation = {
    title: 'Fixation under demographic noise',
    source: `Kimura (1962). ${extrapolation}: \`weak-euler\`, dt 0.02 and 0.01.`,
  };
  for (const [advantage, initial] of [
    [2, 0.1],
    [0, 0.3],
    [-0.5, 0.6],
  ]) {
    const game = readGame(constantAdvantageGame('demographic', { advantage, sigma: 1, initial, horizon: 24 }));
    const question = `advantage ${advantage}, from ${initial}`;
    const exact = fixationProbability(advantage, 1, initial);
    tell({ group: fixation, question, ...(await extrapolated(exact, { game, dt: 0.02, backend }, probability)) });
  }

  const absorbing = {
    title: 'Fixation by the scheme for demographic noise',
    source: 'Kimura (1962). By the default, `absorbing-euler` within 0.005; as far off as the run says.',
  };
  for (const [advantage, sigma, initial] of [
    [2, 1, 0.1],
    [0, 1, 0.03],
    [-1, 0.8, 0.8],
  ]) {
    const game = readGame(constantAdvantageGame('demographic', { advantage, sigma, initial, horizon: 40 }));
    const exact = fixationProbability(advantage, sigma, initial);
    const question = `advantage ${advantage}, sigma ${sigma}, from ${initial}`;
    tell({ group: absorbing, question, ...(await stated(exact, game, 0.005, backend)) });
  }

  const limits = {
    title: 'Ends under replicator noise',
    source: `An incomplete beta function, by the scale function (Karlin and Taylor 1981, chapter 15). ${extrapolation}: \`weak-euler\`, dt 0.1 and 0.05.`,
  };
  for (const [advantage, sigma, initial] of [
    [0, 1, 0.3],
    [0.25, 1, 0.4],
    [-0.3, 1.2, 0.7],
  ]) {
    const game = readGame(constantAdvantageGame('replicator', { advantage, sigma, initial, horizon: 200 }));
    const question = `advantage ${advantage}, sigma ${sigma}, from ${initial}`;
    const exact = limitProbability(advantage, sigma, initial);
    tell({ group: limits, question, ...(await extrapolated(exact, { game, dt: 0.1, backend }, probability)) });
  }
  await exits(problems, backend, tell);
  await stops(problems, backend, tell);
  await kinds(problems, backend, tell);
  await corners(backend, tell);
}

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Backend} backend @param {import('./answers.mjs').Tell} tell */
async function exits({ constantAdvantageGame, exitProbability }, backend, tell) {
  const dt = 0.002;
  const group = {
    title: 'Passing a share before dying out, under replicator noise',
    source: `Scale function (Karlin and Taylor 1981, chapter 15). \`weak-euler\`, dt ${dt}; a path is looked at after each step, so it may pass unseen.`,
  };
  for (const [advantage, sigma, initial, delta] of [
    [0.1, 1, 0.3, 0.1],
    [-0.2, 0.8, 0.5, 0.2],
  ]) {
    const game = readGame(constantAdvantageGame('replicator', { advantage, sigma, initial, horizon: 60 }));
    const scheme = /** @type {const} */ ('weak-euler');
    const { passages } = await simulate({ game, scheme, dt, delta, paths: paths / 2, times: 0, backend });
    const exact = exitProbability(advantage, sigma, initial, 0, 1 - delta);
    const ours = passages[0].probability;
    const question = `advantage ${advantage}, sigma ${sigma}, from ${initial} to ${1 - delta}`;
    tell({ group, question, exact, ours, distance: { error: Math.abs(ours - exact), limit: 0.005 } });
  }
}

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Backend} backend @param {import('./answers.mjs').Tell} tell */
async function stops({ constantAdvantageGame, stopProbability }, backend, tell) {
  const group = {
    title: 'Stops at 1 under multiplicative noise',
    source:
      'Scale function (Karlin and Taylor 1981, chapter 15). A tolerance of 0.03; at most as far off as the run itself says.',
  };
  for (const [advantage, sigma, initial] of [
    [-0.2, 0.8, 0.5],
    [0, 1, 0.4],
    [-0.6, 1, 0.8],
  ]) {
    const game = readGame(constantAdvantageGame('multiplicative', { advantage, sigma, initial, horizon: 60 }));
    const question = `advantage ${advantage}, sigma ${sigma}, from ${initial}`;
    tell({ group, question, ...(await stated(stopProbability(advantage, sigma, initial), game, 0.03, backend)) });
  }
}

/** @param {import('./answers.mjs').Problems} problems @param {import('./answers.mjs').Backend} backend @param {import('./answers.mjs').Tell} tell */
async function kinds({ constantAdvantageGame, fixationProbability, limitProbability, stopProbability }, backend, tell) {
  const group = {
    title: 'What the kind of noise decides',
    source:
      'The example of [noise and boundaries](../concepts/noise.md#what-difference-does-it-make), by the same sources: that the strategy which pays 0.2 less takes over, sigma 0.8, from 0.5. A tolerance of 0.02; at most as far off as the run itself says.',
  };
  const sigma = 0.8;
  const initial = 0.5;
  for (const [question, noise, advantage, exact] of /** @type {const} */ ([
    ['replicator', 'replicator', -0.2, limitProbability(-0.2, sigma, initial)],
    ['demographic', 'demographic', -0.2, fixationProbability(-0.2, sigma, initial)],
    ['multiplicative, old listed first', 'multiplicative', -0.2, stopProbability(-0.2, sigma, initial)],
    ['multiplicative, old listed second', 'multiplicative', 0.2, 1 - stopProbability(0.2, sigma, initial)],
  ])) {
    const game = readGame(constantAdvantageGame(noise, { advantage, sigma, initial, horizon: 150 }));
    tell({ group, question, ...(await stated(exact, game, 0.02, backend, advantage < 0 ? 0 : 1)) });
  }
}

/** @param {import('./answers.mjs').Backend} backend @param {import('./answers.mjs').Tell} tell */
async function corners(backend, tell) {
  const group = {
    title: 'Corners of matching pennies under noise',
    source: 'By symmetry each has a quarter of the paths that are near one. `logit-weak-2`, dt 0.1, time 200.',
  };
  const game = bundledGame('matching-pennies');
  const set = Object.fromEntries(game.players.map(({ name }) => [`initial.${name}`, 0.5]));
  const scheme = /** @type {const} */ ('logit-weak-2');
  const run = { game, set, horizon: 200, scheme, dt: 0.1, paths: paths / 2, times: 0, passages: false, backend };
  const { outcomes, undecided } = await simulate(run);
  for (const { profile, probability: ours } of outcomes) {
    const exact = (1 - undecided) / 4;
    const z = (ours - exact) / Math.sqrt((exact * (1 - exact)) / run.paths);
    tell({ group, question: profile.join(', '), exact, ours, distance: { z } });
  }
}

/**
 * @param {import('./answers.mjs').Problems} problems
 * @param {import('./answers.mjs').Backend} backend
 * @param {import('./answers.mjs').Tell} tell
 */
export async function timeAnswers(
  { constantAdvantageGame, neutralAbsorptionTime, neutralFixationTime },
  backend,
  tell,
) {
  const dt = 0.005;
  const group = {
    title: 'Mean times under demographic noise, without advantage',
    source: `Kimura and Ohta (1969); Ewens (2004), section 4.4. \`absorbing-euler\`, dt ${dt}: five standard errors, and 0.5% for the step.`,
  };
  for (const [sigma, initial] of [
    [1, 0.5],
    [0.7, 0.2],
  ]) {
    const horizon = 40 / sigma ** 2;
    const game = readGame(constantAdvantageGame('demographic', { advantage: 0, sigma, initial, horizon }));
    const scheme = /** @type {const} */ ('absorbing-euler');
    const result = await simulate({ game, scheme, dt, delta: 1e-6, paths, times: 0, backend });
    const where = `sigma ${sigma}, from ${initial}`;
    for (const [question, exact, [ours, error]] of /** @type {const} */ ([
      [`to either end, ${where}`, neutralAbsorptionTime(sigma, initial), timeToEnd(result)],
      [`to 1, where it is reached, ${where}`, neutralFixationTime(sigma, initial), timeToFixation(result)],
    ])) {
      const distance = { error: Math.abs(ours - exact), limit: 5 * error + 0.005 * exact };
      tell({ group, question, exact, ours, distance });
    }
  }
}

/**
 * @param {import('./answers.mjs').Problems} problems
 * @param {import('./answers.mjs').Backend} backend
 * @param {import('./answers.mjs').Tell} tell
 */
export async function finiteTimeAnswers(problems, backend, tell) {
  const { constantAdvantageGame, neutralFixationBy, neutralReplicatorCdf, neutralReplicatorMean, neutralVariance } =
    problems;
  const initial = 0.3;
  const drift = {
    title: 'Random drift at a finite time',
    source: `Kimura (1955): demographic noise without advantage, sigma 1, from ${initial}. ${extrapolation}: \`absorbing-euler\`, dt 0.02 and 0.01.`,
  };
  for (const horizon of [0.5, 1, 2]) {
    const game = readGame(constantAdvantageGame('demographic', { advantage: 0, sigma: 1, initial, horizon }));
    const run = { game, scheme: /** @type {const} */ ('absorbing-euler'), dt: 0.02, delta: 1e-6, backend };
    const fixed = neutralFixationBy(1, initial, horizon);
    const lost = neutralFixationBy(1, 1 - initial, horizon);
    const sd = Math.sqrt(neutralVariance(1, initial, horizon));
    tell({ group: drift, question: `fixed by time ${horizon}`, ...(await extrapolated(fixed, run, probability)) });
    tell({ group: drift, question: `lost by time ${horizon}`, ...(await extrapolated(lost, run, lossProbability)) });
    tell({
      group: drift,
      question: `standard deviation at time ${horizon}`,
      ...(await extrapolated(sd, run, deviation)),
    });
  }

  const neutral = {
    title: 'Replicator noise without advantage at a finite time',
    source: `Two normal distributions in the logit (Rogers and Pitman 1981, Markov functions, *Annals of Probability* 9, 573-582), sigma 1, from ${initial}. \`logit-weak-2\`, dt 0.02.`,
  };
  const scheme = /** @type {const} */ ('logit-weak-2');
  for (const horizon of [1, 4]) {
    const game = readGame(constantAdvantageGame('replicator', { advantage: 0, sigma: 1, initial, horizon }));
    for (const delta of [0.05, 0.25]) {
      const run = { game, scheme, dt: 0.02, delta, paths, times: 0, passages: false, backend };
      const [ours, error] = probability(await simulate(run));
      const exact = 1 - neutralReplicatorCdf(1, initial, horizon, 1 - delta);
      const question = `above ${1 - delta} at time ${horizon}`;
      tell({ group: neutral, question, exact, ours, distance: { z: (ours - exact) / error } });
    }
    const square = neutralReplicatorMean(1, initial, horizon, (x) => x * x);
    const [ours, error] = await deviation({ game, scheme, dt: 0.02, paths, backend });
    const exact = Math.sqrt(square - initial ** 2);
    const question = `standard deviation at time ${horizon}`;
    tell({ group: neutral, question, exact, ours, distance: { z: (ours - exact) / error } });
  }
}
